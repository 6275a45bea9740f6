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
  possible: { title: { ru: "возможно", en: "possibly" }, letter: { ru: "В", en: "P" }, color: "yellow" },
  uncertain: {
    title: { ru: "требует уточнения", en: "requires clarification" },
    letter: { ru: "У", en: "U" },
    color: "yellow",
  },
  agrees: { title: { ru: "совпадает", en: "agrees" }, letter: { ru: "С", en: "A" }, color: "green" },
  "not-covered": { title: { ru: "не сопоставлено", en: "not matched" }, letter: { ru: "—", en: "—" }, color: "none" },
};

const order: readonly DraftFinding["status"][] = ["disagrees", "possible", "uncertain", "not-covered", "agrees"];

/**
 * The sheet to read before signing: figures and lists of a draft, those that disagree first, then what is possibly meant. What
 * agrees is told in one line below, and so are years and dates with which nothing is compared.
 *
 * @param options `all`: a row for every finding
 */
export function draftTable(
  findings: readonly DraftFinding[],
  data: RoundData,
  lang: Language,
  options: { all?: boolean | undefined } = {},
): Table {
  const ru = lang === "ru";
  const isShown = (finding: DraftFinding): boolean =>
    options.all === true || (finding.status !== "agrees" && !isBareDate(finding));
  const rows = order.flatMap((status) =>
    merged(findings.filter((finding) => finding.status === status && isShown(finding))),
  );
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
      ...summaries(findings, lang, options.all === true),
      {
        text: ru
          ? "«Не сопоставлено» не значит «верно»: для такой цифры не нашлось ни строки таблицы, ни сведения, с которым её можно уверенно сравнить."
          : "“Not matched” does not mean “right”: no row of a table and no statement was found with which the figure can be compared with certainty.",
      },
    ],
    source: roundSource(data, lang),
  };
}

/** A year or a date that nothing is held against. */
function isBareDate({ kind, status }: DraftFinding): boolean {
  return kind === "date" && status === "not-covered";
}

/** What is not matched in one sentence for the same reason is one row. */
function merged(findings: readonly DraftFinding[]): DraftFinding[] {
  const rows: DraftFinding[] = [];
  for (const finding of findings) {
    const last = rows.at(-1);
    const isSame =
      last?.status === "not-covered" &&
      finding.status === "not-covered" &&
      last.place === finding.place &&
      last.explanation.ru === finding.explanation.ru;
    if (last && isSame) rows[rows.length - 1] = { ...last, figure: `${last.figure}; ${finding.figure}` };
    else rows.push(finding);
  }
  return rows;
}

function summaries(findings: readonly DraftFinding[], lang: Language, all: boolean): { text: string }[] {
  if (all) return [];
  const agreeing = findings.filter(({ status }) => status === "agrees");
  const places = [...new Set(agreeing.map(({ place }) => place.replace(/, строка \d+$/, "")))];
  const dates = findings.filter(isBareDate).length;
  const notes: string[] = [];
  if (agreeing.length > 0)
    notes.push(
      lang === "ru"
        ? `Совпадает с таблицами: ${agreeing.length} (${places.join("; ")}).`
        : `In agreement with the tables: ${agreeing.length} (${places.join("; ")}).`,
    );
  if (dates > 0)
    notes.push(
      lang === "ru"
        ? `Годы и даты, с которыми сравнивать нечего: ${dates}.`
        : `Years and dates with nothing to compare: ${dates}.`,
    );
  return notes.map((text) => ({ text }));
}
