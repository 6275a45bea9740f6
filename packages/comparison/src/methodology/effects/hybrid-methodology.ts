import {
  type AlignedIndicator,
  type Criterion,
  criteriaOf,
  type Indicator,
  type Methodology,
  type PlacedIndicator,
} from "@metodika/core";
import type { RuleChange } from "./rule-changes.ts";

/** The version of an indicator that a methodology between two has; undefined where it has none. */
export type Variant = "before" | "after";

/** A methodology between two: some of the rules that differ are already the later ones. */
export interface Hybrid {
  methodology: Methodology;
  /** For every aligned indicator, in their order: which version is in force. */
  variants: readonly (Variant | undefined)[];
}

/**
 * The methodology in which the switched rules are those of the later one and all others those of the earlier. Indicators
 * are called by their position among the aligned ones, so that two that share an id do not meet; levels and
 * recommendations stay out.
 *
 * @param isSwitched whether a rule is already the later one
 */
export function hybridMethodology(
  before: Methodology,
  after: Methodology,
  aligned: readonly AlignedIndicator[],
  isSwitched: (change: RuleChange["id"]) => boolean,
): Hybrid {
  const variants = aligned.map((pair): Variant | undefined => {
    const id = `indicator:${(pair.after ?? pair.before)?.indicator.id}`;
    if (pair.before && pair.after) return isSwitched(id) ? "after" : "before";
    return isSwitched(id) === (pair.after !== undefined) ? (pair.after ? "after" : "before") : undefined;
  });
  const placed = aligned.flatMap((pair, index): { placed: PlacedIndicator; index: number }[] => {
    const variant = variants[index];
    const own = variant && pair[variant];
    return own ? [{ placed: own, index }] : [];
  });
  const indicators = new Map<string, Indicator[]>();
  for (const { placed: own, index } of placed)
    indicators.set(own.criterion.id, [
      ...(indicators.get(own.criterion.id) ?? []),
      { ...own.indicator, id: hybridId(index), scale: hybridId(index) },
    ]);
  const old = new Map(criteriaOf(before).map((criterion) => [criterion.id, criterion]));
  const current = new Set(criteriaOf(after).map(({ id }) => id));
  const build = (criterion: Criterion): Criterion => {
    const earlier = old.get(criterion.id);
    const rule = earlier && !isSwitched(`criterion:${criterion.id}`) ? earlier : criterion;
    const dropped = (earlier?.criteria ?? []).filter(({ id }) => !current.has(id));
    const { points: _, weight: __, ...rest } = criterion;
    return {
      ...rest,
      ...(rule.points ? { points: rule.points } : {}),
      ...(rule.weight === undefined ? {} : { weight: rule.weight }),
      indicators: indicators.get(criterion.id) ?? [],
      criteria: [...(criterion.criteria ?? []), ...dropped].map(build),
    };
  };
  const missing = { ...before.missing };
  for (const status of Object.keys(missing) as (keyof typeof missing)[])
    if (isSwitched(`missing:${status}`)) missing[status] = after.missing[status];
  const { total: __, levels: ___, recommendations: ____, ...frame } = after;
  const total = isSwitched("total") ? after.total : before.total;
  return {
    variants,
    methodology: {
      ...frame,
      scales: Object.fromEntries(placed.map(({ placed: own, index }) => [hybridId(index), own.scale])),
      missing,
      criteria: [...after.criteria, ...before.criteria.filter(({ id }) => !current.has(id))].map(build),
      ...(total ? { total } : {}),
    },
  };
}

/** The name of an aligned indicator in a hybrid. */
export function hybridId(index: number): string {
  return `aligned-${index}`;
}
