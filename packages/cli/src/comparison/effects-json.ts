import {
  type EffectInterval,
  type MethodEffects,
  type Rational,
  type RuleChange,
  rationalNumber,
} from "@metodika/comparison";

/** Effects as data: intervals as `[least, greatest]`, with the exact fractions beside them. */
export function effectsJson({ changes, results, ...rest }: MethodEffects) {
  return {
    ...rest,
    changes: changes.map(changeJson),
    results: results.map(({ units, ...result }) => ({
      ...result,
      units: units.map(({ municipality, state, figures }) => ({
        municipality,
        state,
        ...(figures
          ? {
              from: intervalJson(figures.from),
              to: intervalJson(figures.to),
              change: intervalJson(figures.change),
              method: intervalJson(figures.method),
              ...(figures.data ? { data: intervalJson(figures.data) } : {}),
              effects: changes.map(({ id }, place) => ({ id, ...intervalJson(figures.changes[place]) })),
            }
          : {}),
      })),
    })),
  };
}

function changeJson(change: RuleChange) {
  if (change.kind !== "indicator") return change;
  const { pair, ...own } = change;
  const { before, after, changes } = pair;
  return {
    ...own,
    ...(before ? { before: before.indicator.id } : {}),
    ...(after ? { after: after.indicator.id } : {}),
    changes,
  };
}

function intervalJson(interval: EffectInterval | undefined) {
  if (!interval) return { points: null };
  const { low, high } = interval;
  return { points: [rationalNumber(low), rationalNumber(high)], exact: [fraction(low), fraction(high)] };
}

function fraction({ numerator, denominator }: Rational): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}
