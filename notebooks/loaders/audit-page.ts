import type { Language } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import type { Datasets } from "@metodika/files";
import { auditTable, hasAnotherBase, recoveredTable, say, verdictLabels } from "@metodika/presentation";
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
    verdicts: Object.entries(verdictLabels).flatMap(([verdict, { title }]) => [
      { id: verdict, title: say(title, lang) },
      ...(verdict === "contradicted" ? baseChoices(findings, lang) : []),
    ]),
    /** Beside the rows of the table, in their order: what the filters need. */
    findings: findings.map((finding) => ({
      id: finding.id,
      kind: finding.kind,
      verdict: finding.verdict,
      saved: finding.verdict === "contradicted" && finding.readings.length > 0,
      base: hasAnotherBase(finding),
    })),
    choices: readingChoices(data, lang),
    readings: readingsTable(findings, data, lang),
    table: auditTable(findings, data, lang),
    recovered: recoveredTable(recovered(data, { inferred: true }), "narrowed", lang),
    worklist: recoveredTable(recovered(data), "open", lang),
  };
}

/** Shares that another base gives, apart from all other disagreements; none: no choice. */
function baseChoices(findings: readonly Finding[], lang: Language) {
  if (!findings.some(hasAnotherBase)) return [];
  return [
    {
      id: "contradicted-base",
      title: { ru: "расхождение: только другое основание доли", en: "disagreement: only another base of the share" }[
        lang
      ],
    },
    {
      id: "contradicted-else",
      title: { ru: "расхождение: кроме основания доли", en: "disagreement: other than the base of the share" }[lang],
    },
  ];
}
