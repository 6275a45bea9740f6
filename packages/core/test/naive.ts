import {
  type CellState,
  type Condition,
  type Criterion,
  criteriaOf,
  type Indicator,
  indicatorsOf,
  type Methodology,
  type MissingPolicy,
  type MissingStatus,
  type Points,
  type RoundData,
  type Scale,
  unobserved,
} from "../src/index.ts";

// The words of the methodology read a second time, as plainly as possible: every cell is settled in every possible way,
// each way is calculated with ordinary numbers. Slow, and no use but to hold the scorer to it.

/** A settled cell: a value, a missing value, or a value in place of a missing one. */
interface Settled {
  value?: string | number;
  missing?: MissingStatus;
}

type Answers = ReadonlyMap<string, Settled>;

export interface NaiveResult {
  /** By criterion and `total`; undefined is "no points". */
  points: Map<string, number | undefined>;
  level: string | undefined;
}

/** The results of every way to settle the cells of a municipality. */
export function naiveResults(
  { methodology, cells }: RoundData,
  municipality: string,
  trial?: MissingPolicy,
): NaiveResult[] {
  const own = new Map(
    cells.filter((cell) => cell.municipality === municipality).map((cell) => [cell.indicator, cell.state]),
  );
  let completions: Map<string, Settled>[] = [new Map()];
  for (const { indicator, scale } of indicatorsOf(methodology)) {
    const ways = settle(
      own.get(indicator.id) ?? unobserved,
      scale,
      (status) => trial ?? methodology.missing[status].policy,
    );
    completions = completions.flatMap((before) => ways.map((way) => new Map(before).set(indicator.id, way)));
  }
  return completions.map((answers) => calculate(methodology, answers, trial));
}

function settle(
  { codes, range, missing }: CellState,
  scale: Scale,
  policyOf: (status: MissingStatus) => MissingPolicy,
): Settled[] {
  const all = scale.type === "codes" ? scale.codes.map(({ code }) => code) : [0, 1, 2, 3];
  const numbers = range ? [0, 1, 2, 3].filter((n) => n >= Number(range[0].units) && n <= Number(range[1].units)) : [];
  return [
    ...codes.map((position) => ({ value: all[position] ?? "" })),
    ...numbers.map((value) => ({ value })),
    ...missing.flatMap((status) =>
      policyOf(status) === "bounds" ? all.map((value) => ({ value, missing: status })) : [{ missing: status }],
    ),
  ];
}

function calculate(methodology: Methodology, answers: Answers, trial?: MissingPolicy): NaiveResult {
  const policyOf = (status: MissingStatus) => trial ?? methodology.missing[status].policy;
  const whole: Criterion = {
    id: "total",
    title: methodology.title,
    criteria: methodology.criteria,
    points: methodology.total,
  };
  const points = new Map<string, number | undefined>();
  for (const criterion of [...criteriaOf(methodology), whole]) {
    const any = criteriaOf({ criteria: [criterion] }).some((each) =>
      (each.indicators ?? []).some(({ id }) => answers.get(id)?.value !== undefined),
    );
    points.set(criterion.id, any ? pointsOf(criterion) : undefined);
  }
  const level = methodology.levels?.[0];
  const applies = level && (!level.applies || holds(level.applies));
  return { points, level: applies ? level.rules.find(({ when }) => !when || holds(when))?.level : undefined };

  function indicatorPoints({ id, points }: Indicator): number | undefined {
    const { value, missing } = answers.get(id) ?? {};
    if (value !== undefined) return byRule(points as Points, value);
    return missing && policyOf(missing) === "zero" ? 0 : undefined;
  }

  function pointsOf({ indicators = [], criteria = [], points }: Criterion): number | undefined {
    const parts = [
      ...indicators.map((indicator) => {
        const missing = answers.get(indicator.id)?.missing;
        return {
          points: indicatorPoints(indicator),
          weight: Number(indicator.weight ?? 1),
          most: mostOf(indicator),
          gives: missing !== undefined && policyOf(missing) === "redistribute",
        };
      }),
      ...criteria.map((criterion) => ({
        points: pointsOf(criterion),
        weight: Number(criterion.weight ?? 1),
        most: mostOfCriterion(criterion),
        gives: false,
      })),
    ];
    const there = parts.flatMap((part) => (part.points === undefined ? [] : [{ ...part, points: part.points }]));
    if (there.length === 0) return undefined;
    const weights = sum(there.map(({ weight }) => weight));
    const values = there.map((part) => part.points);
    switch (points?.aggregate) {
      case "mean":
        return sum(there.map((part) => part.weight * part.points)) / weights;
      case "geometric-mean":
        return there.reduce((product, part) => product * part.points ** (part.weight / weights), 1);
      case "min":
        return Math.min(...values);
      case "max":
        return Math.max(...values);
      default: {
        const own = sum(there.map(({ weight, most }) => weight * most));
        const given = sum(
          parts.map(({ points, gives, weight, most }) => (points === undefined && gives ? weight * most : 0)),
        );
        return sum(there.map((part) => part.weight * part.points)) * (own > 0 ? (own + given) / own : 1);
      }
    }
  }

  function holds(condition: Condition): boolean {
    if ("all" in condition) return condition.all.every(holds);
    if ("any" in condition) return condition.any.some(holds);
    if ("not" in condition) return !holds(condition.not);
    if ("points" in condition) {
      const value = points.get(condition.points);
      if (value === undefined) return false;
      const { at_least = Number.NEGATIVE_INFINITY, at_most = Number.POSITIVE_INFINITY } = condition;
      return value >= Number(at_least) - 1e-12 && value <= Number(at_most) + 1e-12;
    }
    if ("count" in condition) {
      const counted = (condition.count.indicators ?? []).filter((id) =>
        condition.count.codes?.includes(String(answers.get(id)?.value)),
      );
      return counted.length >= Number(condition.at_least);
    }
    if ("indicator" in condition) {
      const missing = answers.get(condition.indicator)?.missing;
      return missing !== undefined && condition.status?.includes(missing) === true;
    }
    throw new Error("no such condition is generated");
  }
}

function byRule(points: Points, value: string | number): number {
  if (typeof value === "string") return Number((points as Record<string, string>)[value]);
  if ("steps" in points && Array.isArray(points.steps)) {
    const reached = points.steps.filter((step) => Number(step.from) <= value);
    return Number(reached.at(-1)?.points ?? points.below);
  }
  const { from, to } = (points as { normalize: { from: number; to: number } }).normalize;
  return (value - from) / (to - from);
}

function mostOf({ points, scale }: Indicator): number {
  const values = scale === "number" ? [0, 1, 2, 3] : scale === "two" ? ["yes", "no"] : ["green", "yellow", "red"];
  return Math.max(...values.map((value) => byRule(points as Points, value)));
}

function mostOfCriterion({ indicators = [], criteria = [], points }: Criterion): number {
  const parts = [
    ...indicators.map((indicator) => ({ most: mostOf(indicator), weight: Number(indicator.weight ?? 1) })),
    ...criteria.map((criterion) => ({ most: mostOfCriterion(criterion), weight: Number(criterion.weight ?? 1) })),
  ];
  const weights = sum(parts.map(({ weight }) => weight));
  switch (points?.aggregate) {
    case "mean":
      return sum(parts.map(({ most, weight }) => most * weight)) / weights;
    case "geometric-mean":
      return parts.reduce((product, { most, weight }) => product * most ** (weight / weights), 1);
    case "min":
      return Math.min(...parts.map(({ most }) => most));
    case "max":
      return Math.max(...parts.map(({ most }) => most));
    default:
      return sum(parts.map(({ most, weight }) => most * weight));
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
