import { compare } from "../decimal/decimal.ts";
import type { PointsRule } from "./expression.ts";
import { greatest, least, type Num, real, times } from "./number.ts";
import type { Outcome } from "./outcome.ts";

/** The least and the greatest points that a value can give. A missing value (policy `zero`) has no points of its own. */
export function pointsOf(outcome: Exclude<Outcome, { kind: "missing" }>, rule: PointsRule): [Num, Num] {
  if (outcome.kind === "code") {
    const points = rule.kind === "codes" ? rule.points[outcome.code] : undefined;
    if (!points) throw new TypeError("a code was given to a rule that reads numbers");
    return [points, points];
  }
  const { low, high } = outcome;
  switch (rule.kind) {
    case "codes":
      throw new TypeError("a number was given to a rule that reads codes");
    case "steps": {
      const reached = rule.steps.filter(({ from }) => low !== undefined && compare(from, low) <= 0);
      const start = reached.reduce<(typeof reached)[number] | undefined>(
        (best, step) => (best && compare(best.from, step.from) > 0 ? best : step),
        undefined,
      );
      const later = rule.steps.filter(
        ({ from }) => (low === undefined || compare(from, low) > 0) && (high === undefined || compare(from, high) <= 0),
      );
      const points: Num[] = [start?.points ?? rule.below, ...later.map((step) => step.points)];
      return [points.reduce(least), points.reduce(greatest)];
    }
    case "normalize": {
      const ends = [low ? real(low) : -Infinity, high ? real(high) : Infinity].map((end) => normalized(end, rule));
      return [Math.min(...ends), Math.max(...ends)];
    }
    case "value": {
      const ends = [low ? times(low, rule.times) : -Infinity, high ? times(high, rule.times) : Infinity];
      return [ends.reduce(least), ends.reduce(greatest)];
    }
  }
}

/** (t(x) − t(from)) / (t(to) − t(from)) with x held between the goalposts. */
function normalized(value: number, rule: Extract<PointsRule, { kind: "normalize" }>): number {
  const [from, to] = [real(rule.from), real(rule.to)];
  const held = Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
  const transform = rule.logarithm ? Math.log : (x: number) => x;
  // Adding zero turns −0, which reversed goalposts give, into 0.
  return (transform(held) - transform(from)) / (transform(to) - transform(from)) + 0;
}
