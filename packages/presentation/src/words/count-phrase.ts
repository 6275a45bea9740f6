import type { Language } from "@metodika/core";
import { formatNumber } from "../numbers/format-number.ts";
import { type Forms, plural } from "../numbers/plural.ts";

/** The least and the greatest possible number. */
export type Bounds = readonly [number, number];

/** The nouns that are counted, in the forms after a number. */
export const countedNouns = {
  municipality: {
    ru: { one: "муниципалитет", few: "муниципалитета", many: "муниципалитетов" },
    en: { one: "municipality", many: "municipalities" },
  },
  indicator: {
    ru: { one: "показатель", few: "показателя", many: "показателей" },
    en: { one: "indicator", many: "indicators" },
  },
  criterion: {
    ru: { one: "критерий", few: "критерия", many: "критериев" },
    en: { one: "criterion", many: "criteria" },
  },
  point: { ru: { one: "балл", few: "балла", many: "баллов" }, en: { one: "point", many: "points" } },
  value: { ru: { one: "значение", few: "значения", many: "значений" }, en: { one: "value", many: "values" } },
} as const satisfies Record<string, Record<Language, Forms>>;
export type CountedNoun = keyof typeof countedNouns;

/**
 * How many of something, the noun in its form; several possible numbers are told by their ends.
 *
 * @example
 * countPhrase([21, 21], "municipality", "ru") // "21 муниципалитет"
 * countPhrase([3, 5], "municipality", "ru") // "от 3 до 5 муниципалитетов"
 */
export function countPhrase([low, high]: Bounds, noun: CountedNoun, lang: Language): string {
  const forms: Forms = countedNouns[noun][lang];
  if (low === high) return `${formatNumber(low, lang)}\u00a0${plural(low, forms, lang)}`;
  // «до 21» asks for the genitive: муниципалитета, whatever the nominative after 21 would be.
  const word = lang === "ru" ? genitive(high, forms) : forms.many;
  return `${endsOf([low, high], lang)}\u00a0${word}`;
}

/**
 * A noun after a number that stands in the genitive: «из 21 муниципалитета», «из 29 муниципалитетов».
 *
 * @example
 * outOfPhrase(29, "municipality", "ru") // "из 29 муниципалитетов"
 */
export function outOfPhrase(n: number, noun: CountedNoun, lang: Language): string {
  const forms: Forms = countedNouns[noun][lang];
  const word = lang === "ru" ? genitive(n, forms) : plural(n, forms, lang);
  return `${lang === "ru" ? "из" : "of"}\u00a0${formatNumber(n, lang)}\u00a0${word}`;
}

/**
 * A count with its noun, its base and its share: never a percentage alone. Several possible counts are told by their
 * ends and require clarification, which is said. Without a noun the sentence has told it already. Of nothing there is no
 * percentage.
 *
 * @example
 * countedShare([20, 20], 29, "municipality", "ru") // "20 муниципалитетов из 29 (69,0 %)"
 */
export function countedShare(
  count: Bounds,
  denominator: number,
  noun: CountedNoun | undefined,
  lang: Language,
): string {
  const counted = noun
    ? countPhrase(count, noun, lang)
    : count[0] === count[1]
      ? formatNumber(count[0], lang)
      : endsOf(count, lang);
  const base = `${counted} ${lang === "ru" ? "из" : "of"}\u00a0${formatNumber(denominator, lang)}`;
  const whole = denominator === 0 ? base : `${base} (${percentPhrase(count, denominator, lang)})`;
  return count[0] === count[1] ? whole : `${whole}${openPhrase(lang)}`;
}

/** «69,0 %», «от 14,7 до 41,2 %». */
function percentPhrase([low, high]: Bounds, denominator: number, lang: Language): string {
  const percent = (n: number) => Math.round((1000 * n) / denominator) / 10;
  const sign = lang === "ru" ? "\u00a0%" : "%";
  if (low === high) return `${formatNumber(percent(low), lang, { digits: 1 })}${sign}`;
  return `${endsOf([percent(low), percent(high)], lang, 1)}${sign}`;
}

/**
 * The ends of bounds in words.
 *
 * @example
 * endsOf([3, 5], "ru") // "от 3 до 5"
 */
export function endsOf([low, high]: Bounds, lang: Language, digits?: number): string {
  const show = (n: number) => formatNumber(n, lang, digits === undefined ? {} : { digits });
  return lang === "ru" ? `от\u00a0${show(low)} до\u00a0${show(high)}` : `${show(low)} to\u00a0${show(high)}`;
}

/** What stands after a result that is not one value: «, требует уточнения». */
export function openPhrase(lang: Language): string {
  return lang === "ru" ? ", требует уточнения" : ", needs clarification";
}

function genitive(n: number, { few, many }: Forms): string {
  const singular = n % 10 === 1 && n % 100 !== 11;
  return singular || !Number.isInteger(n) ? (few ?? many) : many;
}
