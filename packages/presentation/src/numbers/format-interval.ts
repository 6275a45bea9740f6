import type { Language } from "@metodika/core";
import { formatNumber, type NumberOptions } from "./format-number.ts";

/**
 * The least and the greatest possible number: one number when they are equal.
 *
 * @example
 * formatInterval([3, 5], "ru") // "3–5"
 */
export function formatInterval(
  [low, high]: readonly [number, number],
  lang: Language,
  options: NumberOptions = {},
): string {
  const from = formatNumber(low, lang, options);
  if (low === high) return from;
  // A dash between numbers with signs reads as a minus: spaces keep them apart.
  const isSigned = low < 0 || high < 0 || options.signed;
  return `${from}${isSigned ? " – " : "–"}${formatNumber(high, lang, options)}`;
}
