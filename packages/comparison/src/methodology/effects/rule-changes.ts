import {
  type AlignedIndicator,
  alignMethodologies,
  type Criterion,
  criteriaOf,
  type Methodology,
  type MissingStatus,
  meaningOfPart,
  missingStatuses,
} from "@metodika/core";

/** One rule that differs between two methodologies of a region and can move points: it can be switched by itself. */
export type RuleChange =
  /** Added, dropped, moved, or with another scale, other points or another weight: one change, since they need each other. */
  | { id: string; kind: "indicator"; pair: AlignedIndicator }
  /** Put together in another way, or with another weight. */
  | { id: string; kind: "criterion"; criterion: string }
  /** What a missing value does. */
  | { id: string; kind: "missing"; status: MissingStatus }
  /** How criteria become the total. */
  | { id: string; kind: "total" };

/**
 * The rules that differ. A new wording or a new name moves no points by itself, so it is no rule here: what it does to the
 * answers cannot be told from the answers, and stays in the effect of the data.
 */
export function ruleChangesBetween(before: Methodology, after: Methodology): RuleChange[] {
  const changes: RuleChange[] = [];
  for (const pair of alignMethodologies(before, after))
    if (movesPoints(pair))
      changes.push({ id: `indicator:${(pair.after ?? pair.before)?.indicator.id}`, kind: "indicator", pair });
  const old = new Map(criteriaOf(before).map((criterion) => [criterion.id, criterion]));
  for (const criterion of criteriaOf(after)) {
    const earlier = old.get(criterion.id);
    if (earlier && ruleOf(earlier) !== ruleOf(criterion))
      changes.push({ id: `criterion:${criterion.id}`, kind: "criterion", criterion: criterion.id });
  }
  for (const status of missingStatuses)
    if (before.missing[status].policy !== after.missing[status].policy)
      changes.push({ id: `missing:${status}`, kind: "missing", status });
  if (before.total?.aggregate !== after.total?.aggregate) changes.push({ id: "total", kind: "total" });
  return changes;
}

/** True where switching the indicator can change a result. */
function movesPoints({ before, after, changes }: AlignedIndicator): boolean {
  if (!before || !after) return (after ?? before)?.indicator.points !== undefined;
  const scored = before.indicator.points !== undefined || after.indicator.points !== undefined;
  const moved = before.criterion.id !== after.criterion.id;
  return scored && (moved || changes.includes("rescaled") || changes.includes("rerated"));
}

function ruleOf({ points, weight }: Criterion): string {
  return meaningOfPart({ aggregate: points?.aggregate ?? null, weight: String(weight ?? 1) });
}

/** True where criteria that both have stand in the same place of the tree: rules can then be switched one by one. */
export function sameTree(before: Methodology, after: Methodology): boolean {
  const parents = (methodology: Methodology) => {
    const found = new Map<string, string>();
    for (const { id, criteria = [] } of criteriaOf(methodology)) for (const child of criteria) found.set(child.id, id);
    return found;
  };
  const [was, is] = [parents(before), parents(after)];
  const old = new Set(criteriaOf(before).map(({ id }) => id));
  return criteriaOf(after).every(({ id }) => !old.has(id) || was.get(id) === is.get(id));
}
