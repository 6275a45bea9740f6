import { type Rational, rational } from "./rational.ts";

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

/** The hull of figures over some rows; without rows there is none. */
export function hullOf(figures: readonly (readonly bigint[])[]): Hulls | undefined {
  const [first] = figures;
  if (!first) return undefined;
  const low = [...first];
  const high = [...first];
  for (const row of figures)
    row.forEach((value, index) => {
      if (value < (low[index] ?? 0n)) low[index] = value;
      if (value > (high[index] ?? 0n)) high[index] = value;
    });
  return { low, high };
}

/** The sum of hulls that are settled apart: of two rounds, or of cells that add up. */
export function addHulls(a: Hulls, b: Hulls): Hulls {
  const add = (x: readonly bigint[], y: readonly bigint[]) => x.map((value, index) => value + (y[index] ?? 0n));
  return { low: add(a.low, b.low), high: add(a.high, b.high) };
}

/** One figure of some hulls as an interval. */
export function intervalAt({ low, high }: Hulls, index: number, denominator: bigint): EffectInterval {
  return { low: rational(low[index] ?? 0n, denominator), high: rational(high[index] ?? 0n, denominator) };
}
