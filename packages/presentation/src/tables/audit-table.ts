import type { Color, Language, PrintedValue, RoundData } from "@metodika/core";
import type { Computed, Finding, Verdict } from "@metodika/evidence";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { formatInterval } from "../numbers/format-interval.ts";
import { formatNumber } from "../numbers/format-number.ts";
import type { Table } from "../table/table.ts";
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
  return {
    id: `${data.round.id}-audit`,
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
      return {
        id: finding.id,
        header: say(label.title, lang),
        cells: [
          { text: say(finding.statement, lang), color: label.color, letter: say(label.letter, lang) },
          { text: printedText(finding.printed, data, lang) },
          { text: computedText(finding.computed, data, lang) },
          { text: explanationOf(finding, data, lang) },
          { text: placesText([finding.source], lang) },
          { text: placesText(finding.against, lang) },
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

/** Places without the name of the report, which is the same for all; a long row of them is cut. */
function placesText(places: readonly string[], lang: Language): string {
  const shown = places.slice(0, 6).map((place) => formatSource(place, lang).replace(/^[^,]+, /, ""));
  return [...shown, ...(places.length > 6 ? ["…"] : [])].join("; ");
}

function namesOf(ids: readonly string[], data: RoundData, lang: Language): string {
  if (ids.length === 0) return lang === "ru" ? "никто" : "none";
  return ids
    .map((id) => {
      const municipality = data.municipalities.find((candidate) => candidate.id === id);
      return municipality ? municipalityName(municipality, lang) : id;
    })
    .join(", ");
}

/** A printed value in words: numbers with their comma, lists by name. */
export function printedText(printed: PrintedValue | null, data: RoundData, lang: Language): string {
  const ru = lang === "ru";
  if (printed === null) return "";
  if (typeof printed === "number") return formatNumber(printed, lang);
  if (typeof printed === "string") return printed;
  if (typeof printed === "boolean") return printed ? (ru ? "да" : "yes") : ru ? "нет" : "no";
  if (Array.isArray(printed)) return `${printed.length}: ${namesOf(printed, data, lang)}`;
  if ("percent" in printed) return `${ru ? printed.percent.replace(".", ",") : printed.percent}\u00a0%`;
  if ("at_least" in printed) return `${ru ? "не менее" : "at least"} ${formatNumber(printed.at_least, lang)}`;
  return `${ru ? "более" : "more than"} ${formatNumber(printed.more_than, lang)}`;
}

/** What the tables give, in words; bounds where it is not one value. */
export function computedText(computed: Computed, data: RoundData, lang: Language): string {
  const ru = lang === "ru";
  if (computed === null) return "";
  if (typeof computed === "number") return formatNumber(computed, lang);
  if (typeof computed === "string") return computed;
  if (typeof computed === "boolean") return computed ? (ru ? "да" : "yes") : ru ? "нет" : "no";
  if ("low" in computed) return formatInterval([computed.low, computed.high], lang);
  if ("percent" in computed) {
    const percent = formatInterval(computed.percent, lang, { digits: 1 });
    const parts = [computed.numerator, computed.denominator].map((ends) => formatInterval(ends, lang));
    return `${percent}\u00a0% (${parts.join(ru ? " из " : " of ")})`;
  }
  const open = computed.possible.filter((id) => !computed.certain.includes(id));
  const certain = `${computed.certain.length}: ${namesOf(computed.certain, data, lang)}`;
  return open.length > 0 ? `${certain}; ${ru ? "возможно" : "possibly"}: ${namesOf(open, data, lang)}` : certain;
}
