import type { Criterion, Indicator, Methodology } from "./methodology.ts";
import type { Scale } from "./scale.ts";

/** An indicator with the criterion that holds it and the scale that it names. */
export interface PlacedIndicator {
  indicator: Indicator;
  criterion: Criterion;
  scale: Scale;
}

/** All criteria, each before its children, in the order of the methodology. */
export function criteriaOf(methodology: Pick<Methodology, "criteria">): Criterion[] {
  const walk = (criteria: readonly Criterion[]): Criterion[] =>
    criteria.flatMap((criterion) => [criterion, ...walk(criterion.criteria ?? [])]);
  return walk(methodology.criteria);
}

/** All indicators in the order of the methodology; those of an unknown scale are left out (a check tells of them). */
export function indicatorsOf(methodology: Methodology): PlacedIndicator[] {
  return criteriaOf(methodology).flatMap((criterion) =>
    (criterion.indicators ?? []).flatMap((indicator) => {
      const scale = Object.hasOwn(methodology.scales, indicator.scale)
        ? methodology.scales[indicator.scale]
        : undefined;
      return scale ? [{ indicator, criterion, scale }] : [];
    }),
  );
}

/** The indicators below a criterion, at any depth. */
export function indicatorsBelow(criterion: Criterion): Indicator[] {
  return [...(criterion.indicators ?? []), ...(criterion.criteria ?? []).flatMap(indicatorsBelow)];
}
