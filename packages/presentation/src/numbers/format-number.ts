import type { Language } from "@metodika/core";

const locales: Record<Language, string> = { ru: "ru-RU", en: "en-US" };
/** How a number is written. */
export interface NumberOptions {
  digits?: number;
  signed?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number for reading: decimal comma and non-breaking spaces in Russian, point and commas in English, a true minus.
 * With `digits` exactly so many after the point, without at most two. A change is `signed`: a rise has its plus, and zero has
 * no sign. Rounding happens here and nowhere else.
 *
 * @example
 * formatNumber(-1234.5, "ru") // "−1 234,5"
 * @throws TypeError for NaN, which is never a result
 */
export function formatNumber(value: number, lang: Language, { digits, signed }: NumberOptions = {}): string {
  if (Number.isNaN(value)) throw new TypeError("NaN cannot be formatted; show a missing value by its sign");
  const key = `${lang} ${digits} ${signed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[lang], {
      minimumFractionDigits: digits ?? 0,
      maximumFractionDigits: digits ?? 2,
      signDisplay: signed ? "exceptZero" : "negative",
    });
    formats.set(key, format);
  }
  return format.format(value).replace("-", "−");
}
