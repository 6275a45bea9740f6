import { type Criterion, type RoundData, scoreRound } from "@metodika/core";

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
): (readonly [number, number] | null)[] | undefined {
  const own = (criterion.indicators ?? []).find(({ id }) => id === indicator);
  if (!criterion.points || own?.points === undefined) return undefined;
  const rest = (criterion.indicators ?? []).filter(({ id }) => id !== indicator);
  if (!rest.some(({ points }) => points !== undefined) && !criterion.criteria?.length) return undefined;
  const { total: _, previous: __, ...methodology } = data.methodology;
  const pruned = { ...methodology, criteria: [{ ...criterion, indicators: rest }], levels: [], recommendations: [] };
  return scoreRound({ ...data, methodology: pruned }).units.map(({ criteria }) => criteria[0]?.points ?? null);
}
