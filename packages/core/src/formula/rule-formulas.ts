import { decimal } from "../decimal/decimal.ts";
import type { Program } from "../expression/compile.ts";
import type { PointsRule } from "../expression/expression.ts";
import { type Formula, fold, number } from "./formula.ts";
import { pointsWithin } from "./points-formula.ts";
import type { RuleReferences } from "./references.ts";

/** The most points that a rule gives to anything, and the most that a value of the scale can have. */
export function greatestPoints(
  program: Program,
  cell: number,
  rule: PointsRule,
  references: RuleReferences,
): { largest: Formula; top: Formula } {
  const scale = program.cells[cell]?.scale;
  if (!scale || scale.type === "codes") {
    const points = fold("MAX", references.codes ?? [number(0)]);
    return { largest: points, top: points };
  }
  const ends = [scale.from, scale.to].map((end) => (end === undefined ? undefined : decimal(end)));
  const top = fold("MAX", pointsWithin(rule, [ends[0], ends[1]], references));
  if (rule.kind === "normalize") return { largest: number(1), top };
  const all = [
    ...(references.steps ?? []).map(({ points }) => points),
    ...(references.below ? [references.below] : []),
  ];
  return { largest: all.length > 0 ? fold("MAX", all) : top, top };
}
