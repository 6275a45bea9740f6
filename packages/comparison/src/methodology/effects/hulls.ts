import { type Rational, rational } from "./rational.ts";
import type { SettledRow } from "./settled-rows.ts";

/** All that an effect can be, over every way to settle the open cells; exact when both ends are the same. */
export interface EffectInterval {
  low: Rational;
  high: Rational;
}

/** Least and greatest of several figures of one municipality, as numerators. */
export interface Hulls {
  low: bigint[];
  high: bigint[];
}

/**
 * The hull of figures over the rows of one municipality. Rows that differ from the first in one cell alone move the
 * figures apart from each other, so what each cell can do to them is added; other rows are whole combinations.
 */
export function hullOf(rows: readonly SettledRow[], figures: readonly (readonly bigint[])[]): Hulls {
  const first = figures[0] ?? [];
  if (rows.every(({ differsAt }) => differsAt === undefined)) {
    const pick = (better: (a: bigint, b: bigint) => boolean) =>
      first.map((_, index) =>
        figures.map((row) => row[index] ?? 0n).reduce((best, value) => (better(value, best) ? value : best)),
      );
    return { low: pick((a, b) => a < b), high: pick((a, b) => a > b) };
  }
  const low = [...first];
  const high = [...first];
  const places = new Set(rows.flatMap(({ differsAt }) => (differsAt === undefined ? [] : [differsAt])));
  for (const place of places)
    first.forEach((base, index) => {
      let [least, greatest] = [0n, 0n];
      rows.forEach(({ differsAt }, row) => {
        if (differsAt !== place) return;
        const moved = (figures[row]?.[index] ?? 0n) - base;
        if (moved < least) least = moved;
        if (moved > greatest) greatest = moved;
      });
      low[index] = (low[index] ?? 0n) + least;
      high[index] = (high[index] ?? 0n) + greatest;
    });
  return { low, high };
}

/** The sum of hulls that are settled apart: the cells of two rounds. */
export function addHulls(a: Hulls, b: Hulls | undefined): Hulls {
  if (!b) return a;
  const add = (x: readonly bigint[], y: readonly bigint[]) => x.map((value, index) => value + (y[index] ?? 0n));
  return { low: add(a.low, b.low), high: add(a.high, b.high) };
}

/** One figure of some hulls as an interval. */
export function intervalAt({ low, high }: Hulls, index: number, denominator: bigint): EffectInterval {
  return { low: rational(low[index] ?? 0n, denominator), high: rational(high[index] ?? 0n, denominator) };
}
