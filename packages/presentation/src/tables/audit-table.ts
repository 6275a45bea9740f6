import { type Claim, type Color, indicatorsOf, type Language, type RoundData } from "@metodika/core";
import { claimsOf, type Finding, type Verdict } from "@metodika/evidence";
import { say } from "../languages/say.ts";
import { formatPlaces } from "../names/format-places.ts";
import { shortTitle } from "../names/short-title.ts";
import type { Table } from "../table/table.ts";
import { sidesOf } from "../words/disagreement-sides.ts";
import { computedText, printedText } from "../words/finding-values.ts";
import { quote } from "../words/join.ts";
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

const ofAnotherBase = { ru: "другое основание доли", en: "another base of the share" };

/** A share that is right of another base than its words name: told apart from other disagreements. */
export function hasAnotherBase({ verdict, bases }: Pick<Finding, "verdict" | "bases">): boolean {
  return verdict === "contradicted" && bases.length > 0;
}

/** The verdict of a finding in words: «расхождение», «расхождение: другое основание доли». */
export function verdictText(finding: Pick<Finding, "verdict" | "bases">, lang: Language): string {
  const title = say(verdictLabels[finding.verdict].title, lang);
  return hasAnotherBase(finding) ? `${title}: ${say(ofAnotherBase, lang)}` : title;
}

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
      const claim = claims.get(finding.id);
      const query = claim?.query;
      const isOpen = finding.verdict === "contradicted" || finding.verdict === "undetermined";
      const sides =
        query && ("same" in query || "every" in query || ("includes" in query && isOpen))
          ? sidesOf(finding, data, lang, claims)
          : { printed: printedText(finding.printed, data, lang), against: computedText(finding.computed, data, lang) };
      return {
        id: finding.id,
        header: verdictText(finding, lang),
        cells: [
          { text: say(finding.statement, lang), color: label.color, letter: say(label.letter, lang) },
          { text: sides.printed },
          { text: finding.kind === "rule" ? "" : sides.against },
          { text: explanationOf(finding, claim, lang) },
          { text: finding.kind === "rule" ? rulePlace(finding, data, lang) : formatPlaces([finding.source], lang) },
          { text: formatPlaces(finding.against, lang) },
        ],
      };
    }),
    notes: [],
    source: roundSource(data, lang),
  };
}

/** The explanation; what stays to be said of a disagreement is in the note of its claim. */
function explanationOf(finding: Finding, claim: Claim | undefined, lang: Language): string {
  const ru = lang === "ru";
  const note = finding.verdict === "contradicted" && claim?.note ? `${say(claim.note, lang).replace(/\.$/, "")}.` : "";
  const inferred = finding.inferred ? (ru ? "По реконструированному правилу." : "By the reconstructed rule.") : "";
  return [say(finding.explanation, lang), note, inferred].filter(Boolean).join(" ");
}

/** Where in the methodology a rule stands: its criterion or the title of what its scale measures, not the key in the file. */
function rulePlace({ source }: Finding, { methodology }: RoundData, lang: Language): string {
  const [, list = "", key = ""] = / (criteria|scales)\.([^ .]+)/.exec(source) ?? [];
  const word = { ru: "методика", en: "methodology" }[lang];
  const criterion = list === "criteria" ? methodology.criteria[Number(key)] : undefined;
  if (criterion)
    return `${word}, ${{ ru: "критерий", en: "criterion" }[lang]} ${quote(shortTitle(criterion, lang), lang)}`;
  const indicators = indicatorsOf(methodology).filter(({ indicator }) => list === "scales" && indicator.scale === key);
  if (indicators.length === 0) return formatPlaces([source], lang);
  const titles = indicators.map(({ indicator }) => quote(shortTitle(indicator, lang), lang));
  return `${word}, ${{ ru: "легенда", en: "legend" }[lang]}: ${titles.join(", ")}`;
}
