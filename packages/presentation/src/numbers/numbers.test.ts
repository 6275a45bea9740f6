import { describe, expect, test } from "vitest";
import { formatInterval } from "./format-interval.ts";
import { formatNumber } from "./format-number.ts";
import { formatShare } from "./format-share.ts";
import { plural } from "./plural.ts";

describe("a number", () => {
  test("has a comma and non-breaking spaces in Russian, a point and commas in English", () => {
    expect(formatNumber(1234567.25, "ru")).toBe("1\u00a0234\u00a0567,25");
    expect(formatNumber(1234567.25, "en")).toBe("1,234,567.25");
  });

  test("has a true minus, and zero has none", () => {
    expect(formatNumber(-1.5, "ru")).toBe("−1,5");
    expect(formatNumber(-0.001, "ru")).toBe("0");
  });

  test("has exactly the digits asked for, else at most two", () => {
    expect(formatNumber(2, "ru", { digits: 1 })).toBe("2,0");
    expect(formatNumber(1 / 3, "en")).toBe("0.33");
  });

  test("that is a change has its sign, and none when it is zero", () => {
    expect(formatNumber(2, "ru", { signed: true })).toBe("+2");
    expect(formatNumber(-1.5, "ru", { signed: true })).toBe("−1,5");
    expect(formatNumber(0.001, "ru", { signed: true })).toBe("0");
  });

  test("is never NaN", () => {
    expect(() => formatNumber(Number.NaN, "ru")).toThrow(TypeError);
  });
});

test("an interval is one number when its ends are equal", () => {
  expect(formatInterval([3, 3], "ru")).toBe("3");
  expect(formatInterval([3, 5], "ru")).toBe("3–5");
  expect(formatInterval([-2, 0.5], "ru")).toBe("−2 – 0,5");
});

describe("a share", () => {
  test("always spells its base", () => {
    expect(formatShare({ numerator: 22, denominator: 34 }, "ru")).toBe("64,7\u00a0% (22 из 34)");
    expect(formatShare({ numerator: 22, denominator: 34 }, "en")).toBe("64.7% (22 of 34)");
  });

  test("can lie between bounds", () => {
    expect(formatShare({ numerator: [22, 24], denominator: 34 }, "ru")).toBe("64,7–70,6\u00a0% (22–24 из 34)");
  });

  test("of nothing has no percentage", () => {
    expect(formatShare({ numerator: 0, denominator: 0 }, "ru")).toBe("0 из 0");
  });
});

test("Russian words take three forms, and a fraction the second", () => {
  const forms = { one: "балл", few: "балла", many: "баллов" };
  const of = (n: number) => plural(n, forms, "ru");
  expect([0, 1, 2, 5, 11, 12, 21, 22, 25, 111, 1.5].map(of)).toEqual([
    "баллов",
    "балл",
    "балла",
    "баллов",
    "баллов",
    "баллов",
    "балл",
    "балла",
    "баллов",
    "баллов",
    "балла",
  ]);
  expect(plural(2, { one: "point", many: "points" }, "en")).toBe("points");
  expect(plural(1, { one: "point", many: "points" }, "en")).toBe("point");
});
