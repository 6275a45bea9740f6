import type { Figure } from "./figures.ts";
import { isSameThing } from "./segment.ts";
import type { UniversePhrase } from "./universe-phrase.ts";
import { isSimilarStem, stemOf, type Word, wordsOf } from "./words.ts";

/** The base that a sentence itself gives a figure: «из 28», «представивших информацию». */
export interface SaidBase {
  denominators: ReadonlySet<number>;
  universes: ReadonlySet<string>;
}

/** Phrases by which texts say that somebody is of a universe, by its id. */
export type UniversePhrases = ReadonlyMap<string, readonly UniversePhrase[]>;

/** What a sentence says of the base of one of its figures; nothing for a date, or where it says nothing. */
export function saidBase(
  sentence: string,
  figures: readonly Figure[],
  index: number,
  phrases: UniversePhrases,
): SaidBase {
  const figure = figures[index];
  const universes = new Set(spansOf(sentence, phrases).map(({ universe }) => universe));
  const ratios = figures.filter(({ kind }) => kind === "ratio");
  const beside = ratios.filter((ratio) => isSameThing(sentence, ratio, figure));
  const own = figure?.kind === "ratio" ? [figure] : beside.length > 0 || ratios.length > 1 ? beside : ratios;
  const totals = figures
    .slice(0, index)
    .filter((one) => isBaseOf(sentence, one))
    .map(({ value }) => value);
  const said = figure?.kind === "count" || own.length === 0 ? totals : own.map(({ denominator }) => denominator);
  return { denominators: new Set(said.filter((value) => value !== undefined)), universes };
}

/** «Из 28 муниципалитетов …»: a number that other figures are parts of. */
export function isBaseOf(sentence: string, figure: Figure): boolean {
  return figure.kind === "count" && /(?:^|[\s(])из\s+(?:всех\s+)?$/iu.test(sentence.slice(0, figure.from));
}

/** A sentence with blanks where it tells its base: the rest tells what is counted. */
export function withoutBases(sentence: string, phrases: UniversePhrases): string {
  return spansOf(sentence, phrases).reduce(
    (rest, { from, to }) => rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to),
    sentence,
  );
}

interface Span {
  universe: string;
  from: number;
  to: number;
}

/** The words of a phrase stand together, in any order, with one word between them at most. */
function spansOf(sentence: string, phrases: UniversePhrases): Span[] {
  const words = wordsOf(sentence);
  const spans = [...phrases].flatMap(([universe, own]) =>
    own.flatMap((phrase) =>
      words.flatMap((_, at): Span[] => {
        const span = spanAt(words, at, phrase);
        return span ? [{ universe, ...span }] : [];
      }),
    ),
  );
  return spans.filter(({ from }, index) => spans.findIndex((other) => other.from === from) === index);
}

function spanAt(words: readonly Word[], at: number, { stems, denies }: UniversePhrase) {
  const isOf = ({ folded }: Word, stem: string): boolean => {
    const own = stemOf(folded);
    return own === stem || isSimilarStem(own, stem);
  };
  const window = words.slice(at, at + stems.length + 1);
  const places = stems.map((stem) => window.findIndex((word) => isOf(word, stem)));
  if (places.length === 0 || !places.includes(0) || places.includes(-1)) return undefined;
  const isDenial = (word: Word | undefined): boolean => word?.folded === "не";
  const last = Math.max(...places);
  const isDenied = window.slice(0, last).some(isDenial) || isDenial(words[at - 1]);
  const first = isDenial(words[at - 1]) ? words[at - 1] : words[at];
  const end = words[at + last];
  return isDenied === denies && first && end ? { from: first.from, to: end.to } : undefined;
}
