import {
  basisTitles,
  type Cell as DataCell,
  decimal,
  isCertainlyMissing,
  isKnown,
  isMissing,
  type Language,
  type Scale,
  statusTitles,
  toNumber,
} from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import { possibleValues } from "../names/format-value.ts";
import { formatInterval } from "../numbers/format-interval.ts";
import { signs } from "../signs/signs.ts";
import type { Notes } from "../table/collect-notes.ts";
import type { Cell } from "../table/table.ts";
import { quote } from "../words/join.ts";

/**
 * A cell as the report showed it: the printed text in Russian and the title of the value in English, or the sign of
 * what is absent. Every sign and mark is explained in the notes given.
 */
export function showCell(cell: DataCell, scale: Scale, lang: Language, notes: Notes): Cell {
  const { state, raw } = cell;
  const shown: Cell = { ...content(cell, scale, lang, notes), title: tooltip(cell, scale, lang) };
  if ((cell.basis === "derived" || cell.basis === "inferred") && !shown.sign)
    shown.sign = notes.sign(signs[cell.basis]);
  if (cell.evidence === "link") {
    shown.link = true;
    notes.link();
  }
  if (!isMissing(cell.status) && cell.status !== "A")
    shown.marks = [...(shown.marks ?? []), notes.mark(say(statusTitles[cell.status], lang))];
  if (isCertainlyMissing(state) && lang === "en" && raw)
    shown.title = `${shown.title}; ${say(labels.raw, lang).toLowerCase()}: ${quote(raw, lang)}`;
  return shown;
}

function content(cell: DataCell, scale: Scale, lang: Language, notes: Notes): Cell {
  const { state, raw } = cell;
  // What a lost cell was recovered to is not what the report printed there.
  const isRecovered = cell.because !== undefined || cell.basis === "bounded";
  const printed = lang === "ru" && !isRecovered ? raw.trim() : "";
  const missing = state.missing[0];
  if (isCertainlyMissing(state) && missing && state.missing.length === 1) {
    const sign = notes.sign(signs[missing]);
    return { text: printed || sign, value: null, sign };
  }
  if (!isKnown(state)) {
    const ends = state.range && ([toNumber(state.range[0]), toNumber(state.range[1])] as const);
    const bounds = ends ? { low: ends[0], high: ends[1] } : {};
    if (ends && state.missing.length === 0) return { text: formatInterval(ends, lang), value: null, ...bounds };
    const sign = notes.sign(signs.bounded);
    if (scale.type === "codes" && scale.codes.some(({ color }) => color && color !== "none"))
      notes.whole(lostColor[lang]);
    return { text: sign, value: null, sign, ...bounds, ...possibleMarks(cell, scale, lang, notes) };
  }
  if (state.range) {
    const value = toNumber(state.range[0]);
    const own = { low: value, high: value };
    // A word that stands for a number («Нет» for 0) stays a word.
    if (printed && !decimal(printed.replace(/\s/g, "").replace(",", "."))) return { text: printed, ...own };
    return { text: printed || formatInterval([value, value], lang), value, ...own };
  }
  const code = scale.type === "codes" ? scale.codes[state.codes[0] ?? -1] : undefined;
  if (!code) throw new TypeError("a cell has a code that its scale does not have");
  return {
    text: printed || say(code.title, lang),
    value: code.code,
    ...(code.color ? { color: code.color } : {}),
    ...(code.letter ? { letter: say(code.letter, lang) } : {}),
  };
}

const lostColor: Record<Language, string> = {
  ru: "Знак «?» в цветной таблице: цвет ячейки утрачен в текстовой версии отчёта; возможно любое значение легенды, если у ячейки нет своего примечания.",
  en: "The sign “?” in a coloured table: the colour of the cell was lost in the text version of the report; any value of the legend is possible unless the cell has a note of its own.",
};

/** Which values are possible, where these are not simply all of the scale. */
function possibleMarks({ state }: DataCell, scale: Scale, lang: Language, notes: Notes): { marks?: string[] } {
  if (scale.type === "codes" && state.codes.length === scale.codes.length && state.missing.length === 0) return {};
  const values = possibleValues(state, scale, lang).join("; ");
  return { marks: [notes.mark(`${lang === "ru" ? "Возможны" : "Possible"}: ${values}.`)] };
}

/** Full meaning, basis and source of a cell. */
function tooltip(cell: DataCell, scale: Scale, lang: Language): string {
  const values = possibleValues(cell.state, scale, lang);
  const basis = say(basisTitles[cell.basis], lang);
  const meaning = isKnown(cell.state)
    ? `${values.join("")}; ${basis}`
    : `${say(basisTitles.bounded, lang)} (${lang === "ru" ? "возможны" : "possible"}: ${values.join("; ")})`;
  const source = cell.source
    ? formatSource(cell.source, lang)
    : lang === "ru"
      ? "строки в отчёте нет"
      : "no row in the report";
  const link =
    cell.evidence === "link" ? `; ${say(labels.evidence, lang).toLowerCase()}: ${say(labels.link, lang)}` : "";
  return `${meaning}; ${source}${link}`;
}
