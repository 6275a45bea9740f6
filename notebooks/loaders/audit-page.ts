import type { Language } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import type { Datasets } from "@metodika/files";
import { auditTable, recoveredTable, say, verdictLabels } from "@metodika/presentation";
import { auditOf, recovered } from "./evidence.ts";
import { readingChoices, readingsTable } from "./readings.ts";

const kinds: Record<Finding["kind"], { ru: string; en: string }> = {
  claim: { ru: "сведения текста", en: "statements of the text" },
  points: { ru: "баллы строк", en: "points of rows" },
  rule: { ru: "легенды и правила", en: "legends and rules" },
};

/** What the audit page of a round shows, in one language. The working edition alone has it. */
export function auditPage(datasets: Datasets, id: string, lang: Language) {
  const data = datasets.rounds.get(id);
  if (!data) throw new Error(`no round "${id}"`);
  const findings = auditOf(data);
  return {
    title: say(data.round.title, lang),
    kinds: Object.entries(kinds)
      .map(([kind, title]) => ({
        id: kind,
        title: title[lang],
        count: findings.filter((own) => own.kind === kind).length,
      }))
      .filter(({ count }) => count > 0),
    verdicts: Object.entries(verdictLabels).map(([verdict, { title }]) => ({ id: verdict, title: say(title, lang) })),
    /** Beside the rows of the table, in their order: what the filters need. */
    findings: findings.map(({ id: finding, kind, verdict, readings }) => ({
      id: finding,
      kind,
      verdict,
      saved: verdict === "contradicted" && readings.length > 0,
    })),
    choices: readingChoices(data, lang),
    readings: readingsTable(findings, data, lang),
    table: auditTable(findings, data, lang),
    recovered: recoveredTable(recovered(data, { inferred: true }), "narrowed", lang),
    worklist: recoveredTable(recovered(data), "open", lang),
  };
}
