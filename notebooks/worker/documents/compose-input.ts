import { scoreRound } from "@metodika/core";
import type { ComposeInput } from "@metodika/report";
import { auditOf, recovered } from "../../loaders/evidence.ts";
import { roundOf } from "../job.ts";
import type { Asked, DocumentContext } from "./document-job.ts";

/**
 * What documents of a round are composed from, as the command does it: the cells as far as they are known, the audit of
 * the text as it was printed, the latest earlier round of the region. Throws only for a round that does not exist.
 */
export function composeInput({ round: id, edition }: Asked, { datasets, lang, step }: DocumentContext): ComposeInput {
  const printed = roundOf(datasets, id);
  step({ ru: "восстанавливаю ячейки по тексту", en: "recovering the cells from the text" });
  const data = recovered(printed);
  step({ ru: "сверяю утверждения с таблицами", en: "holding the statements against the tables" });
  const findings = auditOf(printed);
  const [earlier] = [...datasets.rounds.values()]
    .filter(({ round }) => round.region === data.round.region && round.published < data.round.published)
    .sort((a, b) => (a.round.published < b.round.published ? 1 : -1));
  return {
    data,
    score: scoreRound(data),
    findings,
    ...(earlier ? { previous: { data: earlier, score: scoreRound(earlier) } } : {}),
    lang,
    edition,
  };
}
