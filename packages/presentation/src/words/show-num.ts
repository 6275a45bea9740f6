import { formatDecimal, type Language, type Num } from "@metodika/core";
import { formatNumber } from "../numbers/format-number.ts";

/** A result of a trace: an exact one with all its digits, an inexact one rounded for reading. */
export function showNum(value: Num, lang: Language): string {
  if (typeof value === "number") return formatNumber(value, lang);
  const text = formatDecimal(value).replace("-", "−");
  return lang === "ru" ? text.replace(".", ",") : text;
}

/** Bounds of a trace: one number when both are the same, undefined when there certainly is no result. */
export function showBounds(low: Num | undefined, high: Num | undefined, lang: Language): string | undefined {
  if (low === undefined || high === undefined) return undefined;
  const [from, to] = [showNum(low, lang), showNum(high, lang)];
  return from === to ? from : `${from}–${to}`;
}
