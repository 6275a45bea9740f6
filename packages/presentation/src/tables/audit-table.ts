import type { Color, Language, RoundData } from "@metodika/core";
import { claimsOf, type Finding, type Verdict } from "@metodika/evidence";
import { say } from "../languages/say.ts";
import { formatPlaces } from "../names/format-places.ts";
import type { Table } from "../table/table.ts";
import { sidesOf } from "../words/disagreement-sides.ts";
import { computedText, printedText } from "../words/finding-values.ts";
import { roundSource } from "./round-source.ts";

/** What each verdict says; a letter stands beside its colour. */
export const verdictLabels: Readonly<
  Record<Verdict, { title: { ru: string; en: string }; letter: { ru: string; en: string }; color: Color }>
> = {
  confirmed: { title: { ru: "подтверждается", en: "confirmed" }, letter: { ru: "П", en: "C" }, color: "green" },
  contradicted: { title: { ru: "расхождение", en: "disagreement" }, letter: { ru: "Р", en: "D" }, color: "red" },
  undetermined: {
    title: { ru: "данных недостаточно", en: "not enough data" },
    letter: { ru: "Н", en: "U" },
    color: "yellow",
  },
  "not-checkable": {
    title: { ru: "по таблицам не проверяется", en: "not checkable by the tables" },
    letter: { ru: "—", en: "—" },
    color: "none",
  },
};

/** Findings of an audit with both places side by side: what is printed, what the tables give, and how they relate. */
export function auditTable(findings: readonly Finding[], data: RoundData, lang: Language): Table {
  const ru = lang === "ru";
  const claims = new Map(claimsOf(data).map((claim) => [claim.id, claim]));
  return {
    id: `${data.round.id}-audit`,
    list: true,
    title: ru ? "Сверка текста и таблиц" : "The text against the tables",
    lang,
    corner: ru ? "Вывод" : "Verdict",
    columns: [
      { id: "statement", title: ru ? "Утверждение" : "Statement", align: "left" },
      { id: "printed", title: ru ? "В отчёте" : "Printed", align: "right" },
      {
        id: "computed",
        title: ru ? "По таблицам и остальному тексту" : "By the tables and the rest of the text",
        align: "right",
      },
      { id: "explanation", title: ru ? "Пояснение и прочтения" : "Explanation and readings", align: "left" },
      { id: "source", title: ru ? "Место в отчёте" : "Place in the report", align: "left" },
      { id: "against", title: ru ? "Сверено с" : "Held against", align: "left" },
    ],
    rows: findings.map((finding) => {
      const label = verdictLabels[finding.verdict];
      // Two dates that should agree are both shown; the differences of a list stand in the explanation beside it.
      const query = claims.get(finding.id)?.query;
      const sides =
        query && ("same" in query || "every" in query)
          ? sidesOf(finding, data, lang, claims)
          : { printed: printedText(finding.printed, data, lang), against: computedText(finding.computed, data, lang) };
      return {
        id: finding.id,
        header: say(label.title, lang),
        cells: [
          { text: say(finding.statement, lang), color: label.color, letter: say(label.letter, lang) },
          { text: sides.printed },
          { text: sides.against },
          { text: explanationOf(finding, data, lang) },
          { text: formatPlaces([finding.source], lang) },
          { text: formatPlaces(finding.against, lang) },
        ],
      };
    }),
    notes: [],
    source: roundSource(data, lang),
  };
}

function explanationOf(finding: Finding, data: RoundData, lang: Language): string {
  const ru = lang === "ru";
  const titles = new Map((data.claims?.universes ?? []).map(({ id, title }) => [id, say(title, lang)]));
  const baseTitle = (id: string) =>
    titles.get(id) ?? (ru ? "все муниципалитеты региона" : "all municipalities of the region");
  const bases =
    finding.verdict !== "confirmed" && finding.bases.length > 0
      ? `${ru ? "Напечатанная доля получается при основании" : "The printed share has the base"}: ${finding.bases.map(baseTitle).join("; ")}.`
      : "";
  const inferred = finding.inferred ? (ru ? "По реконструированному правилу." : "By the reconstructed rule.") : "";
  return [say(finding.explanation, lang), bases, inferred].filter(Boolean).join(" ");
}
