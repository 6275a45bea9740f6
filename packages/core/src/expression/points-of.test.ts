import { expect, test } from "vitest";
import { exactly } from "../decimal/decimal.ts";
import type { PointsRule } from "./expression.ts";
import { real } from "./number.ts";
import { pointsOf } from "./points-of.ts";

function points(rule: PointsRule, low: number | undefined, high = low): number[] {
  const end = (value: number | undefined) => (value === undefined ? undefined : exactly(value));
  return pointsOf({ kind: "number", low: end(low), high: end(high) }, rule).map(real);
}

const step = (from: number, points: number) => ({ from: exactly(from), points: exactly(points) });
const steps: PointsRule = { kind: "steps", steps: [step(5, 1), step(1, 3), step(3, 2)], below: exactly(0) };

test("a code has its points", () => {
  const rule: PointsRule = { kind: "codes", points: [exactly(2), exactly("0.5")] };
  expect(pointsOf({ kind: "code", code: 1 }, rule).map(real)).toEqual([0.5, 0.5]);
});

test("a number has the points of the highest step that it reaches, in whatever order they stand", () => {
  expect([0, 1, 2.9, 3, 5, 100].map((value) => points(steps, value)[0])).toEqual([0, 3, 3, 2, 1, 1]);
});

test("a range has the least and the greatest of all steps in it, not those of its ends", () => {
  expect(points(steps, 0, 10)).toEqual([0, 3]);
  expect(points(steps, 1, 3)).toEqual([2, 3]);
  expect(pointsOf({ kind: "number", low: undefined, high: undefined }, steps).map(real)).toEqual([0, 3]);
});

test("normalized points are held between the goalposts", () => {
  const rule: PointsRule = { kind: "normalize", from: exactly(20), to: exactly(85), logarithm: false };
  expect([10, 20, 52.5, 85, 90].map((value) => points(rule, value)[0])).toEqual([0, 0, 0.5, 1, 1]);
});

test("goalposts the other way round make fewer better", () => {
  const rule: PointsRule = { kind: "normalize", from: exactly(30), to: exactly(0), logarithm: false };
  expect([0, 15, 30, 40].map((value) => points(rule, value)[0])).toEqual([1, 0.5, 0, 0]);
  expect(points(rule, 0, 15)).toEqual([0.5, 1]);
});

test("a logarithm: 100, 1,000 and 10,000 are equally far apart", () => {
  const rule: PointsRule = { kind: "normalize", from: exactly(100), to: exactly(10_000), logarithm: true };
  expect(points(rule, 1000)[0]).toBeCloseTo(0.5, 12);
});

test("the number itself is multiplied exactly, a negative factor turns the range", () => {
  expect(points({ kind: "value", times: exactly("0.1") }, 3)).toEqual([0.3, 0.3]);
  expect(points({ kind: "value", times: exactly(-1) }, 1, 2)).toEqual([-2, -1]);
});

test("a rule for numbers given a code, or the other way round, is the caller's mistake", () => {
  expect(() => pointsOf({ kind: "code", code: 0 }, steps)).toThrow(TypeError);
  expect(() => points({ kind: "codes", points: [] }, 1)).toThrow(TypeError);
});
