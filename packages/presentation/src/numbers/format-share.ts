import type { Language } from "@metodika/core";
import { formatInterval } from "./format-interval.ts";

/** A share is never alone: what was counted, out of how many. */
export interface Share {
  /** A number, or the least and the greatest possible one. */
  numerator: number | readonly [number, number];
  denominator: number;
}

/**
 * A share in percent with its base. Of nothing there is no percentage: only the base is given.
 *
 * @example
 * formatShare({ numerator: 22, denominator: 34 }, "ru") // "64,7 % (22 из 34)"
 */
export function formatShare({ numerator, denominator }: Share, lang: Language): string {
  const [low, high] = typeof numerator === "number" ? [numerator, numerator] : numerator;
  const base = `${formatInterval([low, high], lang)} ${lang === "ru" ? "из" : "of"} ${formatInterval([denominator, denominator], lang)}`;
  if (denominator === 0) return base;
  const percent = formatInterval([percentOf(low, denominator), percentOf(high, denominator)], lang);
  return `${percent}${lang === "ru" ? "\u00a0%" : "%"} (${base})`;
}

function percentOf(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10;
}
