import {
  type BorderCase,
  borderCases,
  type ItemOptions,
  itemProfiles,
  lensSuperiority,
  possibleShares,
  redundantPairs,
  separationOf,
  testedInferences,
  throughLens,
} from "@metodika/analysis";
import { type CellState, type RoundData, type Scale, toNumber } from "@metodika/core";
import type { LensOnRound } from "@metodika/presentation";

/** The results of `analyse` as data: ids, numbers and bounds, no words. */
export function analysisJson(data: RoundData, lenses: readonly LensOnRound[], options: ItemOptions = {}) {
  const { cases, open } = borderCases(data);
  return {
    round: data.round.id,
    methodology: `${data.methodology.id}@${data.methodology.version}`,
    items: itemProfiles(data, options).map(
      ({ indicator, criterion, scale: _, information, rest, categories, ...profile }) => ({
        indicator: indicator.id,
        criterion: criterion.id,
        separation: separationOf(profile),
        ...profile,
        categories: categories.map(({ id, count }) => ({ category: id, count })),
        ...(information ?? { entropy: null, normalized: null, separated: null }),
        rest,
      }),
    ),
    redundancy: redundantPairs(data).map(({ a, b, ...pair }) => ({ a: a.indicator.id, b: b.indicator.id, ...pair })),
    borderCases: cases.map(borderJson),
    openDecisions: open,
    possibleShares: possibleShares(data).map(({ type, ...share }) => ({ ...share, type: type ?? null })),
    tests: testedInferences(data).flatMap(({ claim, tests }) =>
      tests.map(({ universe, test: { placed, categories, result, ...test } }) => ({
        claim: claim.id,
        universe: universe?.id ?? "all",
        indicator: placed.indicator.id,
        categories: categories.map(({ id }) => id),
        ...test,
        result: result && {
          ...result,
          // Whole numbers of any size are texts in JSON.
          single: result.single && {
            ...result.single,
            ways: `${result.single.ways}`,
            asGreat: `${result.single.asGreat}`,
          },
        },
      })),
    ),
    lenses: lenses.map(({ lens, own }) => {
      const carried = throughLens(data, own.methodology, lens);
      return {
        to: own.round.id,
        indicators: carried.indicators.map(({ placed, kind, states, unsettled }) => ({
          indicator: placed.indicator.id,
          kind,
          values: states.map(({ municipality, state }) => ({ municipality, values: valuesOf(state, placed.scale) })),
          unsettled,
        })),
        without: carried.without.map(({ placed }) => placed.indicator.id),
        criteria: carried.criteria.map(({ id, carried: count, of, lacks }) => ({ id, carried: count, of, lacks })),
        levels: carried.levels.map(({ id, carried: count, of, lacks }) => ({ id, carried: count, of, lacks })),
        superiority: lensSuperiority(carried, own).map(({ placed, type, superiority }) => ({
          indicator: placed.indicator.id,
          type: type ?? null,
          superiority,
        })),
      };
    }),
  };
}

function borderJson({ municipality, decision, placed, from, to, steps, before, after }: BorderCase) {
  return {
    municipality,
    decision,
    indicator: placed.indicator.id,
    from: valuesOf(from, placed.scale),
    to: valuesOf(to, placed.scale),
    steps,
    before,
    after,
  };
}

/** Codes, numbers and statuses that a cell can have. */
function valuesOf({ codes, range, missing }: CellState, scale: Scale): (string | number)[] {
  return [
    ...codes.flatMap((code) => (scale.type === "codes" ? (scale.codes[code]?.code ?? []) : [])),
    ...(range ? [...new Set(range.map(toNumber))] : []),
    ...missing,
  ];
}
