import type { Decimal } from "../decimal/decimal.ts";
import type {
  AggregateOf,
  BooleanExpression,
  CellTest,
  LevelExpression,
  NumberExpression,
  PointsOf,
} from "./expression.ts";
import { greatest, least, type Num, order, plus, real, times, zero } from "./number.ts";
import type { Outcome } from "./outcome.ts";
import { pointsOf } from "./points-of.ts";

/** What each cell of one municipality can turn out to be, by position. */
export type Outcomes = readonly (readonly Outcome[])[];

/** Certainly, possibly, certainly not. */
export type Truth = "yes" | "maybe" | "no";

/** The result of a number expression, with the terms that it came from. */
export interface NumberTrace {
  expression: NumberExpression;
  /** Undefined when there certainly is no result. */
  low: Num | undefined;
  high: Num | undefined;
  /** Is there a result at all? */
  present: Truth;
  /** Does any cell below have a value (missing ones that count as zero are none)? */
  valued: Truth;
  /** May an absent result give its weight to its siblings? */
  redistributes: boolean;
  /** By what a sum was raised, at least and at most, for the weight that absent terms gave away. */
  factor?: readonly [number, number];
  /** False when the interval may be wider than the results that are really possible. */
  tight: boolean;
  terms: readonly { weight: Decimal; trace: NumberTrace }[];
}

/** Whether a condition holds, with the conditions and numbers that it came from. */
export interface TruthTrace {
  expression: BooleanExpression;
  holds: Truth;
  parts: readonly TruthTrace[];
  number?: NumberTrace;
  /** An inexact result lies so close to a cut-off that calculation cannot tell on which side; it counts as reaching it. */
  borderline?: true;
}

/** The levels that are possible, with every rule up to the one that certainly holds. */
export interface LevelTrace {
  expression: LevelExpression;
  /** Positions in the codes of the level, ascending. */
  possible: readonly number[];
  /** True when there may be no level. */
  none: boolean;
  applies?: TruthTrace;
  rules: readonly { level: number; holds: Truth; when?: TruthTrace }[];
}

/**
 * Evaluates a number over sets of outcomes: the result contains that of every completion, and is exactly the hull of
 * them where `tight` is true (each cell is read once and nothing hinges on whether a value is there).
 *
 * Where no cell below has a value there is no result, whatever missing values count as: what was not submitted at all is
 * not scored. That holds for the whole only: as a part of a larger whole, missing values that count as zero are zero.
 */
export function evaluateNumber(expression: NumberExpression, outcomes: Outcomes): NumberTrace {
  const trace = evaluatePart(expression, outcomes);
  if (trace.valued === "yes" || trace.present === "no") return trace;
  if (trace.valued === "no") return { ...trace, low: undefined, high: undefined, present: "no", tight: true };
  return { ...trace, present: "maybe", tight: false };
}

/** The same, for a part of a larger whole: missing values that count as zero are zero even where nothing has a value. */
export function evaluatePart(expression: NumberExpression, outcomes: Outcomes): NumberTrace {
  switch (expression.kind) {
    case "points":
      return evaluatePoints(expression, outcomes);
    case "aggregate":
      return evaluateAggregate(expression, outcomes);
    case "count": {
      const held = expression.of.map((test) => testCell(test, outcomes));
      const low: Num = { units: BigInt(held.filter((truth) => truth === "yes").length), scale: 0 };
      const high: Num = { units: BigInt(held.filter((truth) => truth !== "no").length), scale: 0 };
      return { expression, low, high, present: "yes", valued: "yes", redistributes: false, tight: true, terms: [] };
    }
  }
}

function evaluatePoints(expression: PointsOf, outcomes: Outcomes): NumberTrace {
  const possible = outcomes[expression.cell] ?? [];
  let low: Num | undefined;
  let high: Num | undefined;
  let absent = 0;
  let valued = 0;
  let givesAway = 0;
  for (const outcome of possible) {
    if (outcome.kind !== "missing") valued++;
    if (outcome.kind === "missing" && outcome.policy !== "zero") {
      absent++;
      if (outcome.policy === "redistribute") givesAway++;
      continue;
    }
    const [least_, greatest_] = outcome.kind === "missing" ? [zero, zero] : pointsOf(outcome, expression.rule);
    low = low === undefined ? least_ : least(low, least_);
    high = high === undefined ? greatest_ : greatest(high, greatest_);
  }
  return {
    expression,
    low,
    high,
    present: truthOf(possible.length - absent, possible.length),
    valued: truthOf(valued, possible.length),
    redistributes: givesAway > 0,
    // Where one reason gives the weight away and another does not, no single factor covers both.
    tight: givesAway === 0 || givesAway === absent,
    terms: [],
  };
}

function evaluateAggregate(expression: AggregateOf, outcomes: Outcomes): NumberTrace {
  const terms = expression.terms.map(({ of, weight }) => ({ weight, trace: evaluatePart(of, outcomes) }));
  const valued: Truth = terms.some(({ trace }) => trace.valued === "yes")
    ? "yes"
    : terms.every(({ trace }) => trace.valued === "no")
      ? "no"
      : "maybe";
  const there = terms.filter(({ trace }) => trace.present !== "no");
  const present: Truth =
    there.length === 0 ? "no" : there.some(({ trace }) => trace.present === "yes") ? "yes" : "maybe";
  const base = { expression, present, valued, redistributes: false, terms };
  if (present === "no") return { ...base, low: undefined, high: undefined, tight: true };
  const unsure = terms.some(({ trace }) => trace.present === "maybe");
  const tight = present === "yes" && terms.every(({ trace }) => trace.tight);
  if (expression.method === "sum") {
    const sum = sumOf(terms);
    const lost = terms.filter(({ trace }) => trace.present !== "yes" && trace.redistributes);
    if (lost.length === 0) return { ...base, ...sum, tight };
    const factor = redistributionFactors(terms, expression);
    const products = [sum.low, sum.high].flatMap((end) => factor.map((by) => times(end, by)));
    const ends = { low: products.reduce(least), high: products.reduce(greatest) };
    return { ...base, ...ends, factor, tight: tight && !unsure };
  }
  const ends = (end: "low" | "high") =>
    there.map(({ weight, trace }) => ({ weight, value: trace[end] ?? zero, sure: trace.present === "yes" }));
  if (unsure && expression.method !== "min" && expression.method !== "max") {
    const low = ends("low").map(({ value }) => value);
    const high = ends("high").map(({ value }) => value);
    return { ...base, low: low.reduce(least), high: high.reduce(greatest), tight: false };
  }
  const combined = (end: "low" | "high") => combine(expression.method, ends(end), end);
  return { ...base, low: combined("low"), high: combined("high"), tight };
}

function sumOf(terms: NumberTrace["terms"]): { low: Num; high: Num } {
  let low: Num = zero;
  let high: Num = zero;
  for (const { weight, trace } of terms) {
    if (trace.low === undefined || trace.high === undefined) continue;
    const least_ = times(weight, trace.low);
    const greatest_ = times(weight, trace.high);
    low = plus(low, trace.present === "maybe" ? least(least_, zero) : least_);
    high = plus(high, trace.present === "maybe" ? greatest(greatest_, zero) : greatest_);
  }
  return { low, high };
}

/** By what a sum grows when the weight of absent terms goes to the present ones: with the most and the fewest present. */
function redistributionFactors(terms: NumberTrace["terms"], { terms: parts }: AggregateOf): [number, number] {
  const maxima = parts.map(({ of, weight }) => real(weight) * real(largest(of)));
  const sum = (keep: (trace: NumberTrace) => boolean) =>
    terms.reduce((total, { trace }, index) => total + (keep(trace) ? (maxima[index] ?? 0) : 0), 0);
  const shared = (sure: boolean) =>
    sum(({ present, redistributes, tight }) => present === "yes" || (redistributes && (tight || !sure)));
  const certain = sum(({ present }) => present === "yes");
  const possible = maxima.filter((maximum, index) => maximum > 0 && terms[index]?.trace.present === "maybe");
  const fewest = certain > 0 ? certain : Math.min(...possible);
  const factor = (whole: number, present: number) => (whole > 0 && present > 0 ? Math.max(1, whole / present) : 1);
  return [
    factor(
      shared(true),
      sum(({ present }) => present !== "no"),
    ),
    factor(shared(false) + (certain > 0 ? 0 : sum(({ present }) => present === "maybe")), fewest),
  ];
}

/** The most that an expression can give at all. */
export function largest(expression: PointsOf | AggregateOf): Num {
  if (expression.kind === "points") {
    const { rule } = expression;
    if (rule.kind === "codes") return rule.points.reduce<Num>(greatest, rule.points[0] ?? zero);
    if (rule.kind === "steps")
      return [rule.below, ...rule.steps.map(({ points }) => points)].reduce<Num>(greatest, rule.below);
    return rule.kind === "normalize" ? 1 : Infinity;
  }
  const values = expression.terms.map(({ of, weight }) => ({ weight, value: largest(of), sure: true }));
  if (expression.method !== "sum") return combine(expression.method, values, "high");
  return values.reduce<Num>((sum, { weight, value }) => plus(sum, times(weight, value)), zero);
}

function combine(
  method: AggregateOf["method"],
  values: readonly { weight: Decimal; value: Num; sure: boolean }[],
  end: "low" | "high",
): Num {
  const weights = values.reduce((sum, { weight }) => sum + real(weight), 0);
  switch (method) {
    case "sum":
      return values.reduce<Num>((sum, { weight, value }) => plus(sum, times(weight, value)), zero);
    case "mean":
      return values.reduce((sum, { weight, value }) => sum + real(weight) * real(value), 0) / weights;
    case "geometric-mean":
      return Math.exp(
        values.reduce((sum, { weight, value }) => sum + real(weight) * Math.log(real(value)), 0) / weights,
      );
    case "min":
    case "max": {
      // An unsure term can only pull the result its own way: down for a least value, up for a greatest.
      const pulls = (method === "min") === (end === "low");
      const counted = values.filter(({ sure }) => sure || pulls || !values.some((other) => other.sure));
      const pick = method === "min" ? least : greatest;
      return counted.map(({ value }) => value).reduce(pick);
    }
  }
}

/** Evaluates a condition over sets of outcomes; `levels` are the tables that it may refer to. */
export function evaluateTruth(
  expression: BooleanExpression,
  outcomes: Outcomes,
  levels: readonly LevelExpression[],
): TruthTrace {
  switch (expression.kind) {
    case "cell":
      return { expression, holds: testCell(expression, outcomes), parts: [] };
    case "compare": {
      const number = evaluateNumber(expression.of, outcomes);
      const holds = within(number, expression.low, expression.high);
      const isBorderline = [number.low, number.high].some(
        (end) => isAtLimit(end, expression.low) || isAtLimit(end, expression.high),
      );
      return { expression, holds, parts: [], number, ...(isBorderline ? { borderline: true as const } : {}) };
    }
    case "level": {
      const table = levels[expression.level];
      if (!table) throw new TypeError("a condition refers to a level that does not exist");
      const { possible, none } = evaluateLevel(table, outcomes, levels);
      const fitting = possible.filter((level) => expression.codes.includes(level)).length;
      return { expression, holds: truthOf(fitting, possible.length + (none ? 1 : 0)), parts: [] };
    }
    case "not": {
      const part = evaluateTruth(expression.of, outcomes, levels);
      const holds = part.holds === "maybe" ? "maybe" : part.holds === "yes" ? "no" : "yes";
      return { expression, holds, parts: [part] };
    }
    case "all":
    case "any": {
      const parts = expression.of.map((part) => evaluateTruth(part, outcomes, levels));
      const [settles, else_] = expression.kind === "all" ? (["no", "yes"] as const) : (["yes", "no"] as const);
      const holds = parts.some((part) => part.holds === settles)
        ? settles
        : parts.every((part) => part.holds === else_)
          ? else_
          : "maybe";
      return { expression, holds, parts };
    }
  }
}

/** Evaluates a decision table over sets of outcomes: the set contains the level of every completion. */
export function evaluateLevel(
  expression: LevelExpression,
  outcomes: Outcomes,
  levels: readonly LevelExpression[],
): LevelTrace {
  const applies = expression.applies ? evaluateTruth(expression.applies, outcomes, levels) : undefined;
  if (applies?.holds === "no") return { expression, possible: [], none: true, applies, rules: [] };
  const possible = new Set<number>();
  const rules: { level: number; holds: Truth; when?: TruthTrace }[] = [];
  let settled = false;
  for (const { level, when } of expression.rules) {
    const trace = when ? evaluateTruth(when, outcomes, levels) : undefined;
    const holds = trace?.holds ?? "yes";
    rules.push({ level, holds, ...(trace ? { when: trace } : {}) });
    if (holds !== "no") possible.add(level);
    if (holds === "yes") {
      settled = true;
      break;
    }
  }
  return {
    expression,
    possible: [...possible].sort((a, b) => a - b),
    none: !settled || applies?.holds === "maybe",
    ...(applies ? { applies } : {}),
    rules,
  };
}

function testCell({ cell, codes, range, missing }: CellTest, outcomes: Outcomes): Truth {
  const possible = outcomes[cell] ?? [];
  let yes = 0;
  let maybe = 0;
  for (const outcome of possible) {
    if (outcome.kind === "code" && codes.includes(outcome.code)) yes++;
    else if (outcome.kind === "missing" && missing.includes(outcome.status)) yes++;
    else if (outcome.kind !== "missing" && outcome.instead && missing.includes(outcome.instead)) yes++;
    else if (outcome.kind === "number" && range) {
      const truth = rangeWithin(outcome.low ?? -Infinity, outcome.high ?? Infinity, range.low, range.high);
      if (truth === "yes") yes++;
      if (truth === "maybe") maybe++;
    }
  }
  return maybe > 0 && yes < possible.length ? "maybe" : truthOf(yes, possible.length);
}

function within(number: NumberTrace, low: Decimal | undefined, high: Decimal | undefined): Truth {
  if (number.low === undefined || number.high === undefined) return "no";
  const truth = rangeWithin(number.low, number.high, low, high);
  return truth === "yes" && number.present === "maybe" ? "maybe" : truth;
}

/** True for an inexact number that equals a limit as far as its precision goes. */
function isAtLimit(end: Num | undefined, limit: Decimal | undefined): boolean {
  return typeof end === "number" && limit !== undefined && order(end, limit) === 0;
}

function rangeWithin(from: Num, to: Num, low: Decimal | undefined, high: Decimal | undefined): Truth {
  if ((low && order(to, low) < 0) || (high && order(from, high) > 0)) return "no";
  return (!low || order(from, low) >= 0) && (!high || order(to, high) <= 0) ? "yes" : "maybe";
}

function truthOf(held: number, possible: number): Truth {
  return held === 0 ? "no" : held === possible ? "yes" : "maybe";
}
