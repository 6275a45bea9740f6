import type { Color, Language, RoundData } from "@metodika/core";
import type { DraftFinding } from "@metodika/evidence";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import type { Table } from "../table/table.ts";
import { roundSource } from "./round-source.ts";

/** What each status of a figure in a draft says; a letter stands beside its colour. */
export const draftLabels: Readonly<
  Record<
    DraftFinding["status"],
    { title: { ru: string; en: string }; letter: { ru: string; en: string }; color: Color }
  >
> = {
  disagrees: { title: { ru: "расхождение", en: "disagrees" }, letter: { ru: "Р", en: "D" }, color: "red" },
  uncertain: {
    title: { ru: "требует уточнения", en: "requires clarification" },
    letter: { ru: "У", en: "U" },
    color: "yellow",
  },
  agrees: { title: { ru: "совпадает", en: "agrees" }, letter: { ru: "С", en: "A" }, color: "green" },
  "not-covered": { title: { ru: "не сопоставлено", en: "not matched" }, letter: { ru: "—", en: "—" }, color: "none" },
};

const order: readonly DraftFinding["status"][] = ["disagrees", "uncertain", "not-covered", "agrees"];

/** The sheet to read before signing: figures and lists of a draft, those that disagree first. */
export function draftTable(findings: readonly DraftFinding[], data: RoundData, lang: Language): Table {
  const ru = lang === "ru";
  const rows = order.flatMap((status) => findings.filter((finding) => finding.status === status));
  return {
    id: `${data.round.id}-draft`,
    title: ru ? "Лист сверки перед подписанием" : "Check sheet before signing",
    lang,
    corner: ru ? "Вывод" : "Finding",
    columns: [
      { id: "place", title: ru ? "Место в черновике" : "Place in the draft", align: "left" },
      { id: "figure", title: ru ? "Цифра или перечень" : "Figure or list", align: "left" },
      { id: "sentence", title: ru ? "Предложение" : "Sentence", align: "left" },
      { id: "explanation", title: ru ? "Пояснение" : "Explanation", align: "left" },
      { id: "match", title: ru ? "Сопоставлено с" : "Matched with", align: "left" },
    ],
    rows: rows.map((finding, index) => {
      const label = draftLabels[finding.status];
      return {
        id: String(index + 1),
        header: say(label.title, lang),
        cells: [
          { text: finding.place },
          { text: finding.figure, color: label.color, letter: say(label.letter, lang) },
          { text: finding.sentence },
          { text: say(finding.explanation, lang) },
          { text: finding.match ? formatSource(finding.match.source, lang) : "" },
        ],
      };
    }),
    notes: [
      {
        text: ru
          ? "«Не сопоставлено» не значит «верно»: для такой цифры не нашлось ни строки таблицы, ни сведения, с которым её можно уверенно сравнить."
          : "“Not matched” does not mean “right”: no row of a table and no statement was found with which the figure can be compared with certainty.",
      },
    ],
    source: roundSource(data, lang),
  };
}
