import { exactly, formatDecimal, type Language } from "@metodika/core";

/** An exact number of a methodology, all its digits kept: decimal comma in Russian, a true minus. */
export function localNumber(value: number | string, lang: Language): string {
  const text = formatDecimal(exactly(value)).replace("-", "−");
  return lang === "ru" ? text.replace(".", ",") : text;
}
