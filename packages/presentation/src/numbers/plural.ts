import type { Language } from "@metodika/core";

/** The forms of a word after a number: 1 балл, 2 балла, 5 баллов; English needs `one` and `many`. */
export interface Forms {
  one: string;
  few?: string;
  many: string;
}

const rules: Record<Language, Intl.PluralRules> = { ru: new Intl.PluralRules("ru"), en: new Intl.PluralRules("en") };

/**
 * The form of a word that fits a number. A fraction takes the form of 2 in Russian: 1,5 балла.
 *
 * @example
 * plural(22, { one: "балл", few: "балла", many: "баллов" }, "ru") // "балла"
 */
export function plural(n: number, { one, few, many }: Forms, lang: Language): string {
  const category = rules[lang].select(Math.abs(n));
  if (category === "one") return one;
  return lang === "ru" && (category === "few" || category === "other") ? (few ?? many) : many;
}
