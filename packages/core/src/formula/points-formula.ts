import type { Decimal } from "../decimal/decimal.ts";
import { compare } from "../decimal/decimal.ts";
import type { PointsRule } from "../expression/expression.ts";
import { call, type Formula, fold, number, operation } from "./formula.ts";
import type { RuleReferences } from "./references.ts";

/** The points of a known number, or an error where a rule for codes is given one. */
export function pointsFormula(rule: PointsRule, value: Formula, references: RuleReferences): Formula {
  switch (rule.kind) {
    case "codes":
      return call("NA");
    case "steps": {
      // The highest step that the number reaches: asked from the highest down.
      const { steps = [], below = number(0) } = references;
      const ascending = rule.steps
        .map(({ from }, index) => ({ from, cell: steps[index] }))
        .sort((a, b) => compare(a.from, b.from));
      return ascending.reduce<Formula>(
        (otherwise, { cell }) =>
          cell ? call("IF", operation(value, ">=", cell.from), cell.points, otherwise) : otherwise,
        below,
      );
    }
    case "normalize": {
      const { from = number(0), to = number(1) } = references;
      const t = (x: Formula) => (rule.logarithm ? call("LN", x) : x);
      const held = call("MIN", call("MAX", value, call("MIN", from, to)), call("MAX", from, to));
      return operation(operation(t(held), "-", t(from)), "/", operation(t(to), "-", t(from)));
    }
    case "value":
      return call("ROUND", operation(value, "*", references.times ?? number(1)), number(roundedDigits));
  }
}

/** The points at both ends of an interval of numbers and at every step within: the least and the greatest are among them. */
export function pointsWithin(
  rule: PointsRule,
  [low, high]: readonly [Decimal | undefined, Decimal | undefined],
  references: RuleReferences,
): Formula[] {
  const { steps = [], below = number(0) } = references;
  const at = (end: Decimal | undefined, infinite: number) =>
    end || rule.kind === "normalize"
      ? pointsFormula(rule, number(end ?? infinite), references)
      : rule.kind === "steps"
        ? below
        : call("NA");
  const first = at(low, -1e300);
  if (rule.kind !== "steps") return low && high && compare(low, high) === 0 ? [first] : [first, at(high, 1e300)];
  if (low && high && compare(low, high) === 0) return [first];
  const later = steps.map(({ from, points }) => {
    const after = low ? [operation(from, ">", number(low))] : [];
    const before = high ? [operation(from, "<=", number(high))] : [];
    const limits = [...after, ...before];
    return limits.length > 0 ? call("IF", fold("AND", limits), points, first) : points;
  });
  return [first, ...later];
}

/** The digits after the point that exact results keep at least, so that a changed weight stays exact too. */
export const roundedDigits = 9;
