import { type Criterion, columnNumber, compile, encodeColumns, evaluateColumns, type RoundData } from "@metodika/core";

/** Points for the rest of a criterion, at least and at most. */
export interface RestPoints {
  points: readonly [number, number];
  /** False where there may be no result at all. */
  sure: boolean;
}

/**
 * The points that each municipality has for the rest of a criterion, without one indicator: scored by the same engine,
 * the indicator taken out of the methodology. An indicator that stood in its own total would agree with itself (Henrysson,
 * Correction of item-total correlations in item analysis, Psychometrika 28, 1963).
 *
 * @returns per municipality, in the order of the round; null where there is no result; undefined where the criterion
 *   gives no points or nothing of it is left
 */
export function restScores(
  data: RoundData,
  criterion: Criterion,
  indicator: string,
): (RestPoints | null)[] | undefined {
  const own = (criterion.indicators ?? []).find(({ id }) => id === indicator);
  if (!criterion.points || own?.points === undefined) return undefined;
  const rest = (criterion.indicators ?? []).filter(({ id }) => id !== indicator);
  if (!rest.some(({ points }) => points !== undefined) && !criterion.criteria?.length) return undefined;
  const { total: _, previous: __, ...methodology } = data.methodology;
  const pruned = { ...methodology, criteria: [{ ...criterion, indicators: rest }], levels: [], recommendations: [] };
  const program = compile(pruned);
  const ids = data.municipalities.map(({ id }) => id);
  const column = evaluateColumns(program, encodeColumns(program.cells, ids, data.cells)).criteria[0];
  if (!column) return undefined;
  return ids.map((_, row) => {
    const scored = column.scored[row];
    if (!scored) return null;
    const points = [columnNumber(column, column.low, row), columnNumber(column, column.high, row)] as const;
    return { points, sure: scored === 1 };
  });
}
