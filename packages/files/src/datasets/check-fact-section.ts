import type { Fact, Problem, Round } from "@metodika/core";
import { claimWord, unknown } from "./references.ts";

/** What a round says of the facts that its report tells: topics and facts exist, and so do the statements they rest on, where `claims` is known. */
export function checkFactSection(
  round: Round,
  facts: readonly Fact[],
  claims: readonly string[] | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const topics = [...new Set(facts.map(({ topic }) => topic))];
  const ids = facts.map(({ id }) => id);
  const asked = (
    what: { ru: string; en: string },
    code: string,
    value: string,
    candidates: readonly string[],
    place: string,
    field: string,
  ) => {
    if (candidates.includes(value)) return;
    const { message, facts: found } = unknown(what, value, candidates, place);
    problems.push({ severity: "error", code, field, message, ...found });
  };
  const rests = (list: readonly string[] | undefined, field: string) => {
    if (!claims) return;
    (list ?? []).forEach((id, position) => {
      asked(claimWord, "fact-section/unknown-claim", id, claims, "claims.yaml", `${field}.rests_on.${position}`);
    });
  };
  round.fact_section?.groups.forEach((group, index) => {
    const field = `fact_section.groups.${index}`;
    const topic = { ru: "темы", en: "topic" };
    asked(topic, "fact-section/unknown-topic", group.topic, topics, "facts.csv", `${field}.topic`);
    rests(group.rests_on, field);
    if (group.as !== "table" || !group.total) return;
    const fact = { ru: "факта", en: "fact" };
    asked(fact, "fact-section/unknown-fact", group.total.fact, ids, "facts.csv", `${field}.total.fact`);
    rests(group.total.rests_on, `${field}.total`);
  });
  return problems;
}
