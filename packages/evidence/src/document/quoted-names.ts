import { stemOf, wordsOf } from "./words.ts";

/** The words of a name in quotation marks; «года» counts here too. */
export type QuotedName = ReadonlySet<string>;

/** The names that a text has in quotation marks. */
export function quotedNames(text: string): QuotedName[] {
  return [...text.matchAll(/[«„“"]([^«»„“”"]+)[»“”"]/gu)].flatMap(([, name = ""]) => {
    const words = nameWords(name);
    return words.size === 0 ? [] : [words];
  });
}

/** The words of a name, as quotation marks would hold them. */
export function nameWords(name: string): QuotedName {
  return new Set(
    wordsOf(name)
      .filter(({ folded }) => folded.length > 2)
      .map(({ folded }) => stemOf(folded)),
  );
}

/** Is a name that a sentence quotes one of those of a statement, whole or its beginning? */
export function isQuotedIn(name: QuotedName, names: readonly QuotedName[]): boolean {
  return names.some((own) => [...name].every((stem) => own.has(stem)));
}
