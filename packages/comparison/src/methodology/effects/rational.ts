/** An exact fraction in lowest terms; the denominator is positive. Shapley values are fractions of factorials. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

/**
 * A fraction in lowest terms.
 *
 * @throws RangeError for a denominator of zero
 */
export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError("a fraction needs a denominator that is not zero");
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function addRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareRational(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest binary number: for display. */
export function rationalNumber({ numerator, denominator }: Rational): number {
  // Twenty digits after the point are more than a binary number keeps.
  const scaled = (numerator * 10n ** 20n) / denominator;
  return Number(scaled) / 1e20;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
