import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  decimal,
  exactly,
  floor,
  formatDecimal,
  midpoint,
  multiply,
  subtract,
  toNumber,
  unitsAt,
} from "./decimal.ts";

const decimals = fc.record({
  units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.integer({ min: 0, max: 12 }),
});

/** The same number in units of 10^−30. */
function fine({ units, scale }: { units: bigint; scale: number }): bigint {
  return units * 10n ** BigInt(30 - scale);
}

test.each([
  [0.1, "0.1"],
  ["-0.250", "-0.25"],
  ["1e-7", "0.0000001"],
  [1e21, "1000000000000000000000"],
  ["+5", "5"],
  ["-0", "0"],
  ["007.50", "7.5"],
])("%s is read as %s", (value, text) => {
  expect(formatDecimal(decimal(value)!)).toBe(text);
});

test.each(["", " ", "1,5", "Infinity", Number.NaN, ".5", "5.", "0x10", "1e9999"])("%j is not a decimal", (value) => {
  expect(decimal(value)).toBeUndefined();
  expect(() => exactly(value)).toThrow(TypeError);
});

test("0.1 + 0.2 is exactly 0.3", () => {
  expect(compare(add(exactly(0.1), exactly(0.2)), exactly(0.3))).toBe(0);
});

test("digits are never lost silently", () => {
  expect(unitsAt(exactly("1.50"), 1)).toBe(15n);
  expect(() => unitsAt(exactly("1.55"), 1)).toThrow(RangeError);
});

test.each([
  ["2.5", "2"],
  ["-2.5", "-3"],
  ["-2.0", "-2"],
])("the greatest whole number not above %s is %s", (value, whole) => {
  expect(formatDecimal(floor(exactly(value)))).toBe(whole);
});

describe("against arithmetic with big integers", () => {
  test("sums, differences, products, middles and order agree", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(fine(add(a, b))).toBe(fine(a) + fine(b));
        expect(fine(subtract(a, b))).toBe(fine(a) - fine(b));
        expect(fine(multiply(a, b)) * 10n ** 30n).toBe(fine(a) * fine(b));
        expect(fine(midpoint(a, b)) * 2n).toBe(fine(a) + fine(b));
        expect(compare(a, b)).toBe(fine(a) < fine(b) ? -1 : fine(a) > fine(b) ? 1 : 0);
      }),
    );
  });

  test("what is written is read back as the same number", () => {
    fc.assert(fc.property(decimals, (value) => void expect(fine(decimal(formatDecimal(value))!)).toBe(fine(value))));
  });

  test("a binary number survives the way through a decimal", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(fc.property(finite, (value) => void expect(toNumber(exactly(value)) + 0).toBe(value + 0)));
  });
});
