import type { Program } from "../expression/compile.ts";
import { evaluateNumber, type Outcomes } from "../expression/evaluate.ts";
import type { AggregateOf } from "../expression/expression.ts";
import type { Num } from "../expression/number.ts";
import { wholeScale } from "../expression/outcome.ts";

/**
 * The most points that a municipality could have reached: every cell that counts has its best value, and what is
 * certainly left out stays left out. Undefined when nothing counts.
 */
export function maximumOf(expression: AggregateOf, outcomes: Outcomes, program: Program): Num | undefined {
  return evaluateNumber(expression, bestOutcomes(outcomes, program)).high;
}

/** Every cell that counts with every value of its scale; what is certainly left out stays left out. */
export function bestOutcomes(outcomes: Outcomes, program: Program): Outcomes {
  return outcomes.map((possible, cell) => {
    const counts = possible.some((outcome) => outcome.kind !== "missing" || outcome.policy === "zero");
    const scale = program.cells[cell]?.scale;
    return counts && scale ? wholeScale(scale) : possible;
  });
}
