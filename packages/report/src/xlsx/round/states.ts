import {
  type Cell,
  type CellState,
  decimal,
  formatDecimal,
  isKnown,
  type Language,
  missingStatuses,
  type RoundData,
  type Scale,
  toNumber,
} from "@metodika/core";
import { formatInterval, possibleValues, say, signs } from "@metodika/presentation";
import { bookWords } from "./book-words.ts";

/** One thing that a cell of an indicator can say: how it is written, and what it means. */
export interface StateRow {
  /** As written in the cell; different for every row of an indicator, whatever the case. */
  text: string;
  state: CellState;
  title: string;
}

/** The look-up rows of one indicator, and how each cell of it is written. */
export interface States {
  rows: StateRow[];
  /** A number stays a number. */
  write(cell: Cell): string | number;
}

/**
 * All that the cells of an indicator can say: first every code of the scale, then every reason to have no value, then what
 * else occurs in the round (a printed word for a code, several possible values, a range).
 */
export function statesOf(data: RoundData, indicator: string, scale: Scale, lang: Language): States {
  const rows: StateRow[] = [];
  const byMeaning = new Map<string, string>();
  const taken = new Set<string>();
  const add = (text: string, state: CellState) => {
    const key = `${stateKey(state)} ${text.toLowerCase()}`;
    const known = byMeaning.get(key);
    if (known !== undefined) return known;
    const unique = different(safe(text), taken);
    byMeaning.set(key, unique);
    rows.push({ text: unique, state, title: titleOf(state, scale, lang) });
    return unique;
  };
  if (scale.type === "codes")
    scale.codes.forEach(({ letter, title }, code) => {
      add(letter ? say(letter, lang) : say(title, lang), { codes: [code], missing: [] });
    });
  for (const status of missingStatuses) add(say(signs[status].sign, lang), { codes: [], missing: [status] });
  const write = (cell: Cell) => {
    const value = plainNumber(cell, lang);
    return value ?? add(textOf(cell, scale, lang), cell.state);
  };
  for (const cell of data.cells) if (cell.indicator === indicator) write(cell);
  return { rows, write };
}

/** A known number that is printed as one. */
function plainNumber({ state, raw }: Cell, lang: Language): number | undefined {
  if (!state.range || !isKnown(state)) return undefined;
  const word = lang === "ru" && raw.trim() !== "" && !decimal(raw.replace(/\s/g, "").replace(",", "."));
  return word ? undefined : toNumber(state.range[0]);
}

/** So many characters of a printed cell fit into a narrow column. */
const longestPrinted = 32;

/** The printed form where the report has one, else letters, titles and signs; several are separated by a bar. */
function textOf({ state, raw, because, basis }: Cell, scale: Scale, lang: Language): string {
  const printed = lang === "ru" && because === undefined && basis !== "bounded" ? raw.trim() : "";
  const codes = scale.type === "codes" ? state.codes.flatMap((code) => scale.codes[code] ?? []) : [];
  const lettered = codes.map(({ letter, title }) => say(letter ?? title, lang));
  const sign = state.missing[0] && say(signs[state.missing[0]].sign, lang);
  // A remark in place of a value stands in full on the sheet of sources; beside a sign it cannot be taken for an answer.
  if (isKnown(state) && printed !== "" && printed.length <= longestPrinted && !codes[0]?.letter)
    return sign && sign !== printed ? `${printed} (${sign})` : printed;
  const range = state.range ? [formatInterval([toNumber(state.range[0]), toNumber(state.range[1])], lang)] : [];
  return [...lettered, ...range, ...state.missing.map((status) => say(signs[status].sign, lang))].join(" | ");
}

function titleOf(state: CellState, scale: Scale, lang: Language): string {
  const values = possibleValues(state, scale, lang).join("; ");
  return isKnown(state) ? values : `${say(bookWords.several, lang)}: ${values}`;
}

/** A text without the signs that a look-up takes for wildcards, no longer than a look-up can hold. */
function safe(text: string): string {
  const replaced = text.replaceAll("?", "\uff1f").replaceAll("*", "\uff0a").replaceAll("~", "\uff5e");
  return Array.from(replaced.replace(/\s+/g, " ").trim()).slice(0, 200).join("") || "–";
}

function different(text: string, taken: Set<string>): string {
  let unique = text;
  for (let copy = 2; taken.has(unique.toLowerCase()); copy++) unique = `${text} (${copy})`;
  taken.add(unique.toLowerCase());
  return unique;
}

/** The same for the same state. */
export function stateKey({ codes, range, missing }: CellState): string {
  return `${codes}|${range ? range.map(formatDecimal).join("..") : ""}|${missing}`;
}
