import type { Program } from "../expression/compile.ts";
import { evaluateNumber, evaluatePart, type NumberTrace, type Outcomes, type Truth } from "../expression/evaluate.ts";
import type { AggregateOf } from "../expression/expression.ts";
import { type Num, real } from "../expression/number.ts";
import { bestOutcomes } from "../score/maximum.ts";
import type { AggregateFormulas, Words } from "./references.ts";

/**
 * What the formulas of an aggregate come to, by the evaluator: the values that a workbook stores beside them, so that it
 * shows its results before anything is recalculated.
 */
export function aggregateResults(
  expression: AggregateOf,
  outcomes: Outcomes,
  program: Program,
  { notScored, unclear }: Words,
): Record<keyof AggregateFormulas, number | string> {
  const part = evaluatePart(expression, outcomes);
  const trace = evaluateNumber(expression, outcomes);
  const top = value(evaluatePart(expression, bestOutcomes(outcomes, program)).high);
  const word = part.valued === "no" ? notScored : isUnclear(part) ? unclear : undefined;
  return {
    low: word ?? value(trace.low),
    high: word ?? value(trace.high),
    maximum: word ?? top,
    present: asNumber(part.present),
    valued: asNumber(part.valued),
    top,
  };
}

/** Where the formulas of an aggregate do not tell: what is there hinges on values that are not known. */
function isUnclear({ expression, valued, terms }: NumberTrace): boolean {
  if (expression.kind !== "aggregate" || valued === "no") return false;
  if (valued === "maybe") return true;
  const parts = terms.map(({ trace }) => trace);
  if (parts.some((part) => part.expression.kind === "aggregate" && isUnclear(part))) return true;
  const unsure = parts.some(({ present }) => present === "maybe");
  if (expression.method !== "sum") return unsure;
  const giving = parts.filter(({ redistributes }) => redistributes);
  return giving.length > 0 && (unsure || giving.some(({ tight }) => !tight));
}

function value(number: Num | undefined): number {
  return number === undefined ? 0 : real(number);
}

function asNumber(truth: Truth): number {
  return truth === "yes" ? 1 : truth === "maybe" ? 0.5 : 0;
}
