/**
 * An exact decimal number: `units` × 10^−`scale`. Points, weights and cut-offs are kept so, because binary fractions
 * add up differently in different programs (0.1 + 0.2), and a published figure must not.
 */
export interface Decimal {
  units: bigint;
  /** Number of digits after the point, not negative. */
  scale: number;
}

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a decimal from a number or its text (`1`, `-0.25`, `1e-7`). A number is read by its shortest text, so 0.1 is one
 * tenth. Returns undefined for anything else: a blank, a comma, infinity.
 *
 * @example
 * formatDecimal(decimal(0.1)) // "0.1"
 */
export function decimal(value: number | string): Decimal | undefined {
  const match = pattern.exec(String(value).trim());
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  return shift >= 0 ? { units: digits * 10n ** BigInt(shift), scale: 0 } : { units: digits, scale: -shift };
}

/** A decimal that the code itself writes; throws where `decimal` returns undefined. */
export function exactly(value: number | string): Decimal {
  const result = decimal(value);
  if (!result) throw new TypeError(`not a decimal number: ${value}`);
  return result;
}

/** The units of a number at a given scale; throws when digits would be lost. */
export function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  if (wanted >= scale) return units * 10n ** BigInt(wanted - scale);
  const divisor = 10n ** BigInt(scale - wanted);
  if (units % divisor !== 0n) throw new RangeError(`${formatDecimal({ units, scale })} has more than ${wanted} digits`);
  return units / divisor;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale });
}

/** The greatest whole number that is not greater. */
export function floor({ units, scale }: Decimal): Decimal {
  const divisor = 10n ** BigInt(scale);
  const rest = ((units % divisor) + divisor) % divisor;
  return { units: (units - rest) / divisor, scale: 0 };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The number in the middle between two. */
export function midpoint(a: Decimal, b: Decimal): Decimal {
  return multiply(add(a, b), { units: 5n, scale: 1 });
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest binary number: for display and for what is not exact anyway. */
export function toNumber(value: Decimal): number {
  return Number(formatDecimal(value));
}

/** The shortest plain text: a point, no exponent, no trailing zeros. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const sign = units < 0n ? "-" : "";
  return sign + whole + (fraction ? `.${fraction}` : "");
}
