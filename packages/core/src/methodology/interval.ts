import { compare, type Decimal, decimal, formatDecimal } from "../decimal/decimal.ts";

/** A range of numbers: `[` and `]` include the end, `(` and `)` leave it out; no high end means without limit. */
export interface Interval {
  low: Decimal;
  lowOpen: boolean;
  /** Undefined: unlimited. */
  high: Decimal | undefined;
  highOpen: boolean;
}

const pattern = /^([[(])\s*(-?[\d.]+)\s*,\s*(-?[\d.]+|inf)\s*([\])])$/;

/**
 * Reads an interval. Returns undefined when the text is none, or when nothing can lie in it.
 *
 * @example
 * parseInterval("(50,100)") // more than 50, less than 100
 */
export function parseInterval(text: string): Interval | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const low = decimal(match[2] ?? "");
  const high = match[3] === "inf" ? undefined : decimal(match[3] ?? "");
  if (!low || (match[3] !== "inf" && !high)) return undefined;
  const interval = { low, lowOpen: match[1] === "(", high, highOpen: match[4] === ")" };
  if (high) {
    const order = compare(low, high);
    if (order > 0 || (order === 0 && (interval.lowOpen || interval.highOpen))) return undefined;
  }
  return interval;
}

/** True when a number lies in an interval. */
export function contains(interval: Interval, value: Decimal): boolean {
  const fromLow = compare(value, interval.low);
  if (fromLow < 0 || (fromLow === 0 && interval.lowOpen)) return false;
  if (!interval.high) return true;
  const fromHigh = compare(value, interval.high);
  return fromHigh < 0 || (fromHigh === 0 && !interval.highOpen);
}

/** The text that `parseInterval` reads. */
export function formatInterval({ low, lowOpen, high, highOpen }: Interval): string {
  return `${lowOpen ? "(" : "["}${formatDecimal(low)},${high ? formatDecimal(high) : "inf"}${highOpen ? ")" : "]"}`;
}
