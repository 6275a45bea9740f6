import { stemOf, wordsOf } from "./words.ts";

/** What a number counts, as far as its own noun tells. */
export type UnitClass = "territory" | "service" | "other" | "none";

/** The nouns of this field whatever the region; each municipality has one territory, one authority, at most one service. */
const territory =
  /^(муниципалитет|муниципальн|образован$|территор|омс|моу|орган(?!из)|район|округ|город|городск|отдел(?!ьн|ен)|управлен|участник)/;
const service = /^(ммс|служб|команд)/;
const attribute = /(?:^|-)методическ|^(муниципальн|городск|районн|сельск|информационн|заявлен|так|эт|наш|указан)/;

const number = /\d+(?:[.,]\d+)?\s*%?/u;

/** The stems of the words right after the first number of a text. */
export function unitIn(text: string): string[] {
  const match = number.exec(text);
  return match ? unitAfter(text.slice(match.index + match[0].length)) : [];
}

/** Where the noun of a number ends: a preposition or another number begins something else. */
const beyond = /^(?:в|во|на|до|у|по|с|со|из|от|к|и|а|или|против|для|при|\d.*)$/;

/** The stems of the words that follow a number, up to its noun: «12 муниципальных служб края» gives two. */
export function unitAfter(text: string): string[] {
  // A remark in brackets stands between a number and its noun: «21 (в 2020 году 15) городских (районных) советов».
  const clause = /^[^.,;:()—–]*/.exec(text.replace(/\([^()]*\)/g, " "))?.[0] ?? "";
  const words = wordsOf(clause).slice(0, 3);
  const end = words.findIndex(({ folded }) => beyond.test(folded));
  const stems = words
    .slice(0, end === -1 ? undefined : end)
    .map(({ folded }) => stemOf(folded === "ммс" ? "служба" : folded));
  const noun = stems.findIndex((stem) => !attribute.test(stem));
  // «Городских округов» is one noun of two words.
  return noun === -1 ? stems : stems.slice(0, noun + 1);
}

/** The class of the noun after a number. */
export function unitClass(stems: readonly string[]): UnitClass {
  const noun = stems.at(-1);
  if (noun === undefined) return "none";
  if (service.test(noun)) return "service";
  return territory.test(noun) ? "territory" : "other";
}

/** The last of the words that names territories or services. */
export function classIn(stems: readonly string[]): UnitClass {
  const noun = stems.findLast((stem) => service.test(stem) || /^(муниципалитет|территор|омс)/.test(stem));
  return noun === undefined ? "none" : service.test(noun) ? "service" : "territory";
}

/** True of a stem that names what is counted one for one. */
export function isUnitStem(stem: string): boolean {
  return service.test(stem) || (territory.test(stem) && !/^образован/.test(stem));
}

/** True of a number of years or hours: it measures, and counts nothing of a table. */
export function isTime(stems: readonly string[]): boolean {
  return /^(лет|год|месяц|недел|дн|час|раз)/.test(stems.at(-1) ?? "");
}
