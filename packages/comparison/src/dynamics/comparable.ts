import {
  type AlignedIndicator,
  type Criterion,
  criteriaOf,
  type Methodology,
  type MissingStatus,
  meaningOfPart,
  missingStatuses,
} from "@metodika/core";

/** Whether indicators whose series breaks take part: only when asked for. */
export type BreakRule = "leave-out" | "include";

/**
 * A methodology whose points come from some indicators only. The cells keep their positions; levels and recommendations,
 * which read the whole, are left to the whole methodology.
 */
export function withPointsOf(methodology: Methodology, kept: ReadonlySet<string>): Methodology {
  const strip = (criterion: Criterion): Criterion => ({
    ...criterion,
    ...(criterion.criteria ? { criteria: criterion.criteria.map(strip) } : {}),
    ...(criterion.indicators
      ? {
          indicators: criterion.indicators.map((indicator) => {
            const { points, ...rest } = indicator;
            return points && kept.has(indicator.id) ? indicator : rest;
          }),
        }
      : {}),
  });
  return { ...methodology, criteria: methodology.criteria.map(strip), levels: [], recommendations: [] };
}

/** Rules beyond single indicators that differ between two versions. */
export interface RuleChanges {
  /** Statuses whose policy changed. */
  missing: readonly MissingStatus[];
  /** Criteria, or `total`, that are put together in another way or with other weights. */
  aggregates: ReadonlySet<string>;
}

/** What changed in the rules above the indicators. A criterion that only one version has is told elsewhere. */
export function ruleChanges(before: Methodology, after: Methodology): RuleChanges {
  const missing = missingStatuses.filter((status) => before.missing[status].policy !== after.missing[status].policy);
  const old = new Map(criteriaOf(before).map((criterion) => [criterion.id, criterion]));
  const aggregates = new Set<string>();
  const own = (criterion: Criterion) =>
    meaningOfPart({
      points: criterion.points ?? null,
      parts: (criterion.criteria ?? []).map(({ id, weight }) => ({ id, weight: String(weight ?? 1) })),
    });
  for (const criterion of criteriaOf(after)) {
    const earlier = old.get(criterion.id);
    if (earlier && own(earlier) !== own(criterion)) aggregates.add(criterion.id);
  }
  const total = ({ total: aggregate, criteria }: Methodology) =>
    meaningOfPart({
      total: aggregate ?? null,
      criteria: criteria.map(({ id, weight }) => ({ id, weight: String(weight ?? 1) })),
    });
  if (total(before) !== total(after)) aggregates.add("total");
  return { missing, aggregates };
}

/** The indicators whose points are compared: all of both versions, or those alone that mean and give the same. */
export function scoredPairs(aligned: readonly AlignedIndicator[], breaks: BreakRule): AlignedIndicator[] {
  return aligned.filter(({ comparable, samePoints }) => breaks === "include" || (comparable && samePoints));
}
