import { toNumber } from "../decimal/decimal.ts";
import type { AggregateOf, PointsOf, PointsRule } from "../expression/expression.ts";
import { roundedDigits } from "./points-formula.ts";

/** Is a result an exact decimal? Means, roots and shares of a scale are binary numbers good to 1e-12. */
export function isExact(expression: PointsOf | AggregateOf): boolean {
  if (expression.kind === "points") return expression.rule.kind !== "normalize";
  const { method, terms } = expression;
  return (method === "sum" || method === "min" || method === "max") && terms.every(({ of }) => isExact(of));
}

/**
 * To how many digits a result is rounded, which takes away what binary numbers leave behind (0.1 + 0.2) and nothing else:
 * at least as many as it can have, more where there is room, so that a changed weight stays exact too, and never more than
 * the fifteen significant digits that a spreadsheet program keeps. Undefined where rounding would take more than 1e-12.
 *
 * @param shared a part may have been raised by a redistributed weight, and is no exact decimal then
 */
export function digitsOf(expression: AggregateOf, shared: boolean): number | undefined {
  if (!isExact(expression)) return undefined;
  const room = 15 - Math.max(1, Math.ceil(Math.log10(reachOf(expression) + 1)));
  if (shared && expression.terms.some(({ of }) => of.kind === "aggregate")) return room < 12 ? undefined : 12;
  return Math.max(0, Math.min(Math.max(scaleOf(expression), roundedDigits), room));
}

function scaleOf(expression: PointsOf | AggregateOf): number {
  if (expression.kind === "points") return Math.max(0, ...pointsIn(expression.rule).map(({ scale }) => scale));
  return Math.max(0, ...expression.terms.map(({ of, weight }) => weight.scale + scaleOf(of)));
}

/** About the greatest number that can come out. */
function reachOf(expression: PointsOf | AggregateOf): number {
  if (expression.kind === "points")
    return Math.max(1, ...pointsIn(expression.rule).map((points) => Math.abs(toNumber(points))));
  return expression.terms.reduce((sum, { of, weight }) => sum + toNumber(weight) * reachOf(of), 0);
}

function pointsIn(rule: PointsRule) {
  switch (rule.kind) {
    case "codes":
      return rule.points;
    case "steps":
      return [rule.below, ...rule.steps.map(({ points }) => points)];
    case "value":
      return [rule.times];
    case "normalize":
      return [];
  }
}
