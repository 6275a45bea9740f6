import {
  type EffectInterval,
  type LevelRuleChange,
  type MethodEffects,
  type Rational,
  rationalNumber,
} from "@metodika/comparison";

/** Effects as data: intervals as `[least, greatest]`, with the exact fractions beside them; moves between levels as they are. */
export function effectsJson({ changes, results, levels, ...rest }: MethodEffects) {
  return {
    ...rest,
    levels: levels.map((level) => ({ ...level, changes: level.changes.map(changeJson) })),
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

function changeJson(change: LevelRuleChange) {
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
