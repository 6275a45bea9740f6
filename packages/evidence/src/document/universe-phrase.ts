import { denies, stemOf, wordsOf } from "./words.ts";

/** A way to say that a municipality is of a universe: all its words must be said. */
export interface UniversePhrase {
  stems: readonly string[];
  denies: boolean;
}

/** Short words of grammar tell nothing, verbs such as «представили» do. */
export function universePhrase(text: string): UniversePhrase {
  const stems = wordsOf(text)
    .filter(({ folded }) => folded.length > 3 && !/^(?:муниципалитет|территор)/.test(folded))
    .map(({ folded }) => stemOf(folded));
  return { stems, denies: denies(text) };
}
