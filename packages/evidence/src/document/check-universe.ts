import type { Text } from "@metodika/core";
import { compareNumber, expectedOf } from "./compare.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { explainNumber, numberIn } from "./explain-number.ts";
import { type Figure, withoutFigures } from "./figures.ts";
import type { Reference } from "./reference.ts";
import { isUnitStem, unitAfter, unitClass } from "./units.ts";
import { contentStems, denies, isSimilarStem, stemOf, wordsOf } from "./words.ts";

/**
 * «Сведения представили 28 из 29 муниципалитетов»: how many are of a universe of the round. Undefined where the sentence tells
 * more than its words do, so that it need not be all of it.
 */
export function checkUniverse(
  base: Base,
  figure: Figure,
  sentence: string,
  segment: string,
  { universePhrases, sizeOf, places, universes, data, groups }: Reference,
): DraftFinding | undefined {
  if (!/^(?:count|ratio|percent)$/.test(figure.kind)) return undefined;
  const unit = unitAfter(sentence.slice(figure.to));
  if (figure.kind !== "ratio" && unitClass(unit) !== "territory") return undefined;
  const text = withoutFigures(segment);
  const spoken = wordsOf(text).map(({ folded }) => stemOf(folded));
  const isSaid = (stem: string): boolean => spoken.some((one) => one === stem || isSimilarStem(one, stem));
  const rest = (stems: readonly string[]): string[] =>
    contentStems(text).filter(
      (stem) =>
        !unit.includes(stem) &&
        !isUnitStem(stem) &&
        !places.has(stem) &&
        !groups.common.has(stem) &&
        !stems.some((own) => own === stem || isSimilarStem(own, stem)),
    );
  for (const [id, phrases] of universePhrases) {
    const own = phrases.find(
      ({ stems, denies: negative }) => stems.every(isSaid) && negative === denies(segment) && rest(stems).length === 0,
    );
    if (!own) continue;
    const expected = expectedOf(sizeOf(id, figure.kind === "count" ? "count" : "percent"));
    if (!expected) return undefined;
    const status = compareNumber(figure, expected);
    const statement: Text = universes(id);
    return {
      ...base,
      status,
      match: { id: `universe/${id}/count`, statement, source: data.round.id },
      fit: 1,
      expected: numberIn(expected),
      explanation: explainNumber(figure, undefined, expected, status, universes),
    };
  }
  return undefined;
}
