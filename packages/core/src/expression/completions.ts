import { compare } from "../decimal/decimal.ts";
import { cellsOf } from "./cells-of.ts";
import { evaluateLevel, evaluateNumber, type LevelTrace, type NumberTrace, type Outcomes } from "./evaluate.ts";
import type { AggregateOf, LevelExpression } from "./expression.ts";
import { greatest, least } from "./number.ts";
import type { Outcome } from "./outcome.ts";

/** Above so many completions a result is bounded and not enumerated, and says so (`tight: false`). */
export const completionCap = 65_536;

/**
 * The exact result of a number: where interval arithmetic may be too wide, every completion of the cells that the
 * expression reads is evaluated. Terms stay those of the whole sets, for the explanation.
 */
export function exactNumber(expression: AggregateOf, outcomes: Outcomes, cap = completionCap): NumberTrace {
  const whole = evaluateNumber(expression, outcomes);
  if (whole.tight) return whole;
  const found: NumberTrace[] = [];
  const all = eachCompletion(cellsOf(expression), outcomes, cap, (completion) => {
    found.push(evaluateNumber(expression, completion));
  });
  if (!all) return whole;
  const lows = found.flatMap(({ low }) => (low === undefined ? [] : [low]));
  const highs = found.flatMap(({ high }) => (high === undefined ? [] : [high]));
  const present = lows.length === 0 ? "no" : lows.length === found.length ? "yes" : "maybe";
  return {
    ...whole,
    low: lows.length > 0 ? lows.reduce(least) : undefined,
    high: highs.length > 0 ? highs.reduce(greatest) : undefined,
    present,
    tight: true,
  };
}

/** The exact set of possible levels, with the rules as they stand for the whole sets; `tight` as for numbers. */
export function exactLevel(
  expression: LevelExpression,
  outcomes: Outcomes,
  levels: readonly LevelExpression[],
  cap = completionCap,
): LevelTrace & { tight: boolean } {
  const whole = evaluateLevel(expression, outcomes, levels);
  const cells = cellsOf(expression, levels);
  const wide = cells.some((cell) => outcomes[cell]?.some(isWide));
  if (cells.every((cell) => outcomes[cell]?.length === 1)) return { ...whole, tight: !wide || isSettled(whole) };
  const possible = new Set<number>();
  let none = false;
  const all = eachCompletion(cells, outcomes, cap, (completion) => {
    const result = evaluateLevel(expression, completion, levels);
    for (const level of result.possible) possible.add(level);
    none ||= result.none;
  });
  if (!all) return { ...whole, tight: false };
  const result = { ...whole, possible: [...possible].sort((a, b) => a - b), none };
  return { ...result, tight: !wide || isSettled(result) };
}

/** True when one level, or none, is all that is possible: no set is smaller. */
function isSettled({ possible, none }: LevelTrace): boolean {
  return possible.length + (none ? 1 : 0) === 1;
}

/** A number that is not settled even in a completion. */
function isWide(outcome: Outcome): boolean {
  if (outcome.kind !== "number") return false;
  return !outcome.low || !outcome.high || compare(outcome.low, outcome.high) !== 0;
}

/** Visits every way to settle some cells. Returns false, having visited none, when there are more than the cap. */
function eachCompletion(
  cells: readonly number[],
  outcomes: Outcomes,
  cap: number,
  visit: (completion: Outcomes) => void,
): boolean {
  const count = cells.reduce((product, cell) => product * (outcomes[cell]?.length ?? 1), 1);
  if (count > cap) return false;
  const completion: (readonly Outcome[])[] = [...outcomes];
  const settle = (index: number): void => {
    const cell = cells[index];
    if (cell === undefined) {
      visit(completion);
      return;
    }
    for (const outcome of outcomes[cell] ?? []) {
      completion[cell] = [outcome];
      settle(index + 1);
    }
  };
  settle(0);
  return true;
}
