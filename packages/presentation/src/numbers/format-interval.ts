import type { Language } from "@metodika/core";
import { formatNumber } from "./format-number.ts";

/**
 * The least and the greatest possible number: one number when they are equal.
 *
 * @example
 * formatInterval([3, 5], "ru") // "3–5"
 */
export function formatInterval(
  [low, high]: readonly [number, number],
  lang: Language,
  options: { digits?: number } = {},
): string {
  const from = formatNumber(low, lang, options);
  if (low === high) return from;
  // A dash between negative numbers reads as a minus: spaces keep them apart.
  return `${from}${low < 0 || high < 0 ? " – " : "–"}${formatNumber(high, lang, options)}`;
}
