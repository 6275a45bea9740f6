import {
  type Claim,
  type ClaimCondition,
  type ConditionCheck,
  conditionChecker,
  dangling,
  type Problem,
  problem,
  type Query,
  type RoundData,
  type Text,
} from "@metodika/core";
import { type World, worldOf } from "../world/world.ts";
import { kindOf, kindWords, type QueryKind } from "./query-kind.ts";

/** Everything that conditions and queries of a round may name. */
export interface Names {
  data: RoundData;
  claims: ReadonlyMap<string, Claim>;
  /** With `all`. */
  universes: readonly string[];
  municipalities: readonly string[];
  world: World;
  checkCells: ConditionCheck;
}

/** Collects what the claims of a round may name. */
export function namesOf(data: RoundData, claims: readonly Claim[]): Names {
  return {
    data,
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    universes: ["all", ...(data.claims?.universes ?? []).map(({ id }) => id)],
    municipalities: data.municipalities.map(({ id }) => id),
    world: worldOf(data),
    checkCells: conditionChecker(data.methodology),
  };
}

/** The problems of a condition: names that mean nothing, and questions that ask nothing. */
export function checkCondition(condition: ClaimCondition, field: string, names: Names): Problem[] {
  for (const key of ["all", "any"] as const)
    if (key in condition) {
      const parts = (condition as Record<typeof key, ClaimCondition[]>)[key];
      return parts.flatMap((part, index) => checkCondition(part, `${field}.${key}.${index}`, names));
    }
  if ("not" in condition) return checkCondition(condition.not, `${field}.not`, names);
  if ("type" in condition) return [];
  if ("named" in condition)
    return condition.named.flatMap((id, index) => checkMunicipality(id, `${field}.named.${index}`, names));
  if ("fact" in condition) return checkTopic(condition.fact, condition.value, field, "fact", names);
  return names.checkCells(condition as Parameters<ConditionCheck>[0], field);
}

/** A municipality of the region, or the nearest. */
export function checkMunicipality(id: string, field: string, { municipalities }: Names): Problem[] {
  if (municipalities.includes(id)) return [];
  const what = { ru: "муниципалитет", en: "municipality" };
  return [dangling("claim/unknown-municipality", field, id, municipalities, what)];
}

/**
 * The problems of a query: names that mean nothing, and parts of the wrong kind.
 *
 * @param claim whose query it is; a claim cannot be its own proof
 */
export function checkQuery(query: Query, field: string, claim: string, names: Names): Problem[] {
  const { data, claims } = names;
  for (const key of ["count", "share", "list", "includes", "every"] as const)
    if (key in query)
      return checkCondition((query as Record<typeof key, ClaimCondition>)[key], `${field}.${key}`, names);
  for (const key of ["sum", "difference", "ratio", "same"] as const)
    if (key in query) {
      const parts = (query as Record<typeof key, Query[]>)[key];
      return [
        ...parts.flatMap((part, index) => checkQuery(part, `${field}.${key}.${index}`, claim, names)),
        ...checkParts(key, parts, `${field}.${key}`, names),
      ];
    }
  for (const key of ["count_facts", "list_facts"] as const)
    if (key in query) {
      const { topic, value } = (query as Record<typeof key, { topic: string; value?: string }>)[key];
      return checkTopic(topic, value, `${field}.${key}`, "topic", names);
    }
  const known = (code: string, key: string, value: string, candidates: readonly string[], what: Text) =>
    candidates.includes(value) ? [] : [dangling(code, `${field}.${key}`, value, candidates, what)];
  if ("fact" in query) {
    const facts = data.facts.map(({ id }) => id);
    return known("claim/unknown-fact", "fact", query.fact, facts, { ru: "сведение из facts.csv", en: "fact" });
  }
  if ("date" in query) {
    const dates = data.round.dates.map(({ id }) => id);
    return known("claim/unknown-date", "date", query.date, dates, { ru: "дата", en: "date" });
  }
  if ("addressees" in query) {
    const recommendations = (data.methodology.recommendations ?? []).map(({ id }) => id);
    const what = { ru: "рекомендация", en: "recommendation" };
    return known("claim/unknown-recommendation", "addressees", query.addressees, recommendations, what);
  }
  if (!("claim" in query)) return [];
  if (query.claim === claim)
    return [
      problem(
        "error",
        "claim/own-proof",
        `${field}.claim`,
        { ru: "сведение проверяется само собой", en: "the claim is held against itself" },
        claim,
      ),
    ];
  const other = claims.get(query.claim);
  if (other && other.printed === undefined)
    return [
      problem(
        "error",
        "claim/nothing-printed",
        `${field}.claim`,
        { ru: `у сведения «${other.id}» нет напечатанного значения`, en: `claim "${other.id}" prints no value` },
        other.id,
      ),
    ];
  return known("claim/unknown-claim", "claim", query.claim, [...claims.keys()], { ru: "сведение", en: "claim" });
}

function checkParts(
  key: "sum" | "difference" | "ratio" | "same",
  parts: readonly Query[],
  field: string,
  names: Names,
) {
  const kinds = parts.map((part) => kindOf(part, names.data, names.claims));
  const wrong = (place: string, message: Text) => problem("error", "claim/wrong-type", place, message);
  const of = (kind: QueryKind) => kindWords(kind);
  if (key === "same") {
    const [a, b] = kinds.map((kind) => (kind === "count" ? "number" : kind));
    const lists = kinds.flatMap((kind, index) => (kind === "members" ? [index] : []));
    if (lists.length > 0)
      return lists.map((index) =>
        wrong(`${field}.${index}`, {
          ru: "перечни по ячейкам так не сравнить; напечатайте перечень и спросите list, или сравните количества",
          en: "lists over cells cannot be compared so; print the list and ask for it, or compare counts",
        }),
      );
    if (a === undefined || b === undefined || a === b || a === "unknown" || b === "unknown") return [];
    return [
      wrong(field, {
        ru: `сравнить можно только одинаковое, а здесь ${of(a).ru} и ${of(b).ru}`,
        en: `only like can be compared with like, here are ${of(a).en} and ${of(b).en}`,
      }),
    ];
  }
  return kinds.flatMap((kind, index) =>
    kind === "count" || kind === "number" || kind === "unknown"
      ? []
      : [
          wrong(`${field}.${index}`, {
            ru: `для действия ${key} нужны числа, а запрос даёт ${of(kind).ru}`,
            en: `${key} takes numbers, and the query gives ${of(kind).en}`,
          }),
        ],
  );
}

function checkTopic(topic: string, value: string | undefined, field: string, key: string, { data }: Names): Problem[] {
  const topics = [...new Set(data.facts.map((fact) => fact.topic))];
  if (!topics.includes(topic))
    return [dangling("claim/unknown-topic", `${field}.${key}`, topic, topics, { ru: "тема", en: "topic" })];
  const values = [...new Set(data.facts.filter((fact) => fact.topic === topic).map((fact) => fact.value))];
  if (value === undefined || values.includes(value)) return [];
  return [
    dangling("claim/unknown-fact-value", `${field}.value`, value, values, {
      ru: `значение темы «${topic}»`,
      en: `value of topic "${topic}"`,
    }),
  ];
}
