import { stemOf, wordsOf } from "./words.ts";

/** What a number counts, as far as its own noun tells. */
export type UnitClass = "territory" | "service" | "other" | "none";

/** The nouns of this field whatever the region; each municipality has one territory, one authority, at most one service. */
const territory =
  /^(муниципалитет|муниципальн|образован|территор|омсу|моуо|мсу|орган|район|округ|город|городск|отдел|управлен|участник)/;
const service = /^(ммс|служб|команд)/;
const attribute = /^(муниципальн|методическ|городск|районн|сельск|информационн|заявлен|так|эт|наш|указан)/;

const number = /\d+(?:[.,]\d+)?\s*%?/u;

/** The stems of the words right after the first number of a text. */
export function unitIn(text: string): string[] {
  const match = number.exec(text);
  return match ? unitAfter(text.slice(match.index + match[0].length)) : [];
}

/** The stems of the three words that follow a number, up to the end of its clause. */
export function unitAfter(text: string): string[] {
  const clause = /^[^.,;:()—–]*/.exec(text.replace(/^\s*\([^)]*%\s*\)/, ""))?.[0] ?? "";
  return wordsOf(clause)
    .slice(0, 3)
    .map(({ folded }) => stemOf(folded));
}

/** The class of the noun after a number: the first of its words that is no attribute of another. */
export function unitClass(stems: readonly string[]): UnitClass {
  if (stems.length === 0) return "none";
  const nouns = stems.filter((stem) => !attribute.test(stem));
  for (const stem of nouns.slice(0, 1)) {
    if (service.test(stem)) return "service";
    if (territory.test(stem)) return "territory";
  }
  // «14 муниципальных», and nothing more.
  if (nouns.length === 0) return stems.some((stem) => territory.test(stem)) ? "territory" : "other";
  return "other";
}

/** The class of a text that names territories or services and no number. */
export function classIn(stems: Iterable<string>): UnitClass {
  let found: UnitClass = "none";
  for (const stem of stems) {
    if (service.test(stem)) return "service";
    if (/^(муниципалитет|территор|омсу|моуо)/.test(stem)) found = "territory";
  }
  return found;
}

/** True of a stem that names what is counted one for one. */
export function isUnitStem(stem: string): boolean {
  return service.test(stem) || (territory.test(stem) && !/^образован/.test(stem));
}
