import {
  type CellState,
  formatDecimal,
  type Language,
  type MissingStatus,
  type Outcome,
  type Scale,
  statusTitles,
  toNumber,
} from "@metodika/core";
import { say } from "../languages/say.ts";
import { formatInterval } from "../numbers/format-interval.ts";

/** Every value that a cell can still have, by title; statuses last. */
export function possibleValues(state: CellState, scale: Scale, lang: Language): string[] {
  const codes = scale.type === "codes" ? state.codes.flatMap((code) => codeTitle(scale, code, lang)) : [];
  const range = state.range ? [formatInterval([toNumber(state.range[0]), toNumber(state.range[1])], lang)] : [];
  return [...codes, ...range, ...state.missing.map((status) => missingTitle(status, lang))];
}

/** One outcome of a cell in words. */
export function outcomeTitle(outcome: Outcome, scale: Scale, lang: Language): string {
  if (outcome.kind === "missing") return missingTitle(outcome.status, lang);
  if (outcome.kind === "code") return codeTitle(scale, outcome.code, lang).join("");
  const { low, high } = outcome;
  if (low && high) return formatInterval([toNumber(low), toNumber(high)], lang);
  const limit = low ?? high;
  if (!limit) return lang === "ru" ? "любое число" : "any number";
  const word = low ? { ru: "не менее", en: "at least" } : { ru: "не более", en: "at most" };
  return `${say(word, lang)} ${formatDecimal(limit).replace(".", lang === "ru" ? "," : ".")}`;
}

function codeTitle(scale: Scale, position: number, lang: Language): string[] {
  const code = scale.type === "codes" ? scale.codes[position] : undefined;
  return code ? [say(code.title, lang)] : [];
}

function missingTitle(status: MissingStatus, lang: Language): string {
  return say(statusTitles[status], lang);
}
