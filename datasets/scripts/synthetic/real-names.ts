import { fold } from "@metodika/core";

/** What a name says of the kind of territory, and endings of adjectives and cases: no part of the name itself. */
const generic =
  /^(г|пгт|п|т|район|районы|района|районе|районов|районах|округ|округа|округе|мо|мр|го|моуо|зато|муниципальный|district|okrug|municipal|urban|city|closed)$/u;
const ending = /(ск)?(ий|ый|ой|ого|ому|им|ым|ом|ем|ая|ое|ых|их|а|у|е|ы|и|ь)$/u;

/** The stems of a name: «Тамбовского района» gives `тамбов`. */
export function stemsOf(name: string): string[] {
  return (fold(name).match(/\p{L}+/gu) ?? [])
    .filter((word) => !generic.test(word))
    .map((word) => word.replace(ending, ""))
    .filter((stem) => stem.length >= 3);
}

/** The invented names that share a stem with a real one, with that stem. */
export function realNames(invented: readonly string[], real: readonly string[]): string[] {
  const known = new Set(real.flatMap(stemsOf));
  return invented.flatMap((name) =>
    stemsOf(name)
      .filter((stem) => known.has(stem))
      .map((stem) => `${name}: ${stem}`),
  );
}
