import { add, compare, type Decimal, exactly, multiply, toNumber } from "../decimal/decimal.ts";

/** A result: an exact decimal as long as only sums and products are taken, else a binary number good to 1e-12. */
export type Num = Decimal | number;

/** Two inexact numbers closer than this count as equal. */
export const tolerance = 1e-12;

export const zero: Decimal = exactly(0);

export function real(value: Num): number {
  return typeof value === "number" ? value : toNumber(value);
}

export function plus(a: Num, b: Num): Num {
  return typeof a === "number" || typeof b === "number" ? real(a) + real(b) : add(a, b);
}

export function times(a: Num, b: Num): Num {
  return typeof a === "number" || typeof b === "number" ? real(a) * real(b) : multiply(a, b);
}

/** Negative, zero, positive; inexact numbers within the tolerance are equal. */
export function order(a: Num, b: Num): number {
  if (typeof a !== "number" && typeof b !== "number") return compare(a, b);
  const [x, y] = [real(a), real(b)];
  if (x === y || Math.abs(x - y) <= tolerance) return 0;
  return x < y ? -1 : 1;
}

export function least(a: Num, b: Num): Num {
  return order(a, b) <= 0 ? a : b;
}

export function greatest(a: Num, b: Num): Num {
  return order(a, b) >= 0 ? a : b;
}
