/** The least and the greatest possible number; equal where it is known. */
export type Bounds = readonly [number, number];

/** The hull of numbers; null where there is none. */
export function hull(values: Iterable<number>): Bounds | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? null : [low, high];
}
