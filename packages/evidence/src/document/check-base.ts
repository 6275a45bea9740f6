import { expectedOf } from "./compare.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { notCovered } from "./explain-match.ts";
import { explainNumber, numberIn } from "./explain-number.ts";
import type { Figure } from "./figures.ts";
import type { Reference } from "./reference.ts";
import { unitAfter, unitClass } from "./units.ts";

/**
 * «Из 28 муниципалитетов …»: the number that others of the sentence are parts of. Right where all, or those of a universe of the
 * round, are so many; else nothing is said, for a text may set its own base.
 */
export function checkBase(base: Base, figure: Figure, sentence: string, reference: Reference): DraftFinding {
  const { data, universePhrases, sizeOf, universes } = reference;
  const isCounted = unitClass(unitAfter(sentence.slice(figure.to))) === "territory";
  const all = data.municipalities.length;
  const sizes = [
    { id: "all", expected: { low: all, high: all } },
    ...[...universePhrases.keys()].map((id) => ({ id, expected: expectedOf(sizeOf(id, "count")) })),
  ];
  const own = sizes.find(({ expected }) => expected?.low === figure.value && expected?.high === figure.value);
  if (!isCounted || !own?.expected) return { ...base, status: "not-covered", explanation: notCovered("nothing") };
  return {
    ...base,
    status: "agrees",
    match: {
      id: own.id === "all" ? "table/total" : `universe/${own.id}/count`,
      statement: universes(own.id),
      source: data.round.id,
    },
    fit: 1,
    expected: numberIn(own.expected),
    explanation: explainNumber(figure, undefined, own.expected, "agrees", universes),
  };
}
