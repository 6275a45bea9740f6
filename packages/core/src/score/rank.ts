import { tolerance } from "../expression/number.ts";
import type { NumberColumns } from "./evaluate-columns.ts";

/** The best and the worst place that a municipality can have; equal when its place is certain. */
export interface RankInterval {
  best: number;
  worst: number;
}

/**
 * Places by points, the most points first; equal points share the smallest place (standard competition ranking). With
 * intervals, the best place counts those that are certainly ahead, the worst those that can be. Not scored: null.
 * Compared before any rounding.
 */
export function rankIntervals({ low, high, scored, exact }: NumberColumns): (RankInterval | null)[] {
  const slack = exact ? 0 : tolerance;
  const rows = [...scored.keys()].filter((row) => scored[row]);
  // Whoever may have no points at all is never certainly ahead.
  const sure = rows.filter((row) => scored[row] === 1);
  const lows = Float64Array.from(sure, (row) => low[row] ?? 0).sort();
  const highs = Float64Array.from(rows, (row) => high[row] ?? 0).sort();
  return [...scored.keys()].map((row) => {
    if (!scored[row]) return null;
    const [own, most] = [low[row] ?? 0, high[row] ?? 0];
    // The municipality itself is among those whose high is above its own low when its interval is wide.
    const itself = most > own + slack ? 1 : 0;
    return { best: 1 + above(lows, most + slack), worst: 1 + above(highs, own + slack) - itself };
  });
}

/** How many of some ascending numbers are greater than a value. */
function above(ascending: Float64Array, value: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) > value) to = middle;
    else from = middle + 1;
  }
  return ascending.length - from;
}
