import { decimal } from "../decimal/decimal.ts";
import type { Program } from "../expression/compile.ts";
import { evaluatePart, largest } from "../expression/evaluate.ts";
import type { PointsOf, PointsRule } from "../expression/expression.ts";
import { real } from "../expression/number.ts";
import { type Outcome, wholeScale } from "../expression/outcome.ts";
import { type Formula, fold, number } from "./formula.ts";
import { pointsWithin } from "./points-formula.ts";
import type { RuleReferences } from "./references.ts";

/** The most points that a rule gives to anything, and the most that a value of the scale can have; as numbers too. */
export function greatestPoints(
  program: Program,
  cell: number,
  rule: PointsRule,
  references: RuleReferences,
): { largest: Formula; top: Formula; results: { largest: number; top: number } } {
  const scale = program.cells[cell]?.scale;
  const expression: PointsOf = { kind: "points", cell, rule };
  const outcomes: Outcome[][] = [];
  if (scale) outcomes[cell] = wholeScale(scale);
  const results = {
    largest: real(largest(expression)),
    top: scale ? real(evaluatePart(expression, outcomes).high ?? 0) : 0,
  };
  if (!scale || scale.type === "codes") {
    const points = fold("MAX", references.codes ?? [number(0)]);
    return { largest: points, top: points, results };
  }
  const ends = [scale.from, scale.to].map((end) => (end === undefined ? undefined : decimal(end)));
  const top = fold("MAX", pointsWithin(rule, [ends[0], ends[1]], references));
  if (rule.kind === "normalize") return { largest: number(1), top, results };
  const all = [
    ...(references.steps ?? []).map(({ points }) => points),
    ...(references.below ? [references.below] : []),
  ];
  return { largest: all.length > 0 ? fold("MAX", all) : top, top, results };
}
