import { exactly, type Scale } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { text } from "../../../test/invented.ts";
import { numbersBetween, translateValue } from "./translate-value.ts";

const legend = (...intervals: (string | undefined)[]): Scale => ({
  type: "codes",
  measure: { title: text("share"), unit: "percent", from: 0, to: 100 },
  codes: intervals.map((interval, order) => ({
    code: `code-${order}`,
    order,
    title: text(`code ${order}`),
    ...(interval ? { interval } : {}),
  })),
});
const three = legend("[0,0]", "(0,100)", "[100,100]");
const four = legend("[0,0]", "(0,50)", "[50,100)", "[100,100]");
const gap = legend("[0,0]", "(0,50)", "(50,100)", "[100,100]");
const every = [{ code: 0 }, { code: 1 }, { code: 2 }, { code: 3 }];
const rescaled = { changes: ["rescaled" as const], declared: [] };
const between = (code: number, from: Scale, to: Scale) => translateValue({ code }, from, to, rescaled, every);

describe("a value on another scale", () => {
  test("is what the legends of both give: some are a half or more, or less", () => {
    expect(between(1, three, four)).toEqual([{ code: 1 }, { code: 2 }]);
    expect(between(2, four, three)).toEqual([{ code: 1 }]);
    expect(between(2, three, four)).toEqual([{ code: 3 }]);
    expect(between(0, three, four)).toEqual([{ code: 0 }]);
  });

  test("is anything where a legend has a gap or says nothing: exactly 50 % has no place", () => {
    expect(between(1, three, gap)).toEqual(every);
    expect(between(1, three, legend("[0,0]", undefined, "[50,100]"))).toEqual(every);
    expect(between(1, legend(undefined, undefined), four)).toEqual(every);
  });

  test("is the same where the scales mean the same, or the methodology says that they do", () => {
    expect(translateValue({ code: 1 }, three, three, { changes: ["rerated"], declared: [] }, every)).toEqual([
      { code: 1 },
    ]);
    const waived = { kind: "rescaled" as const, indicator: "x", comparable: true, reason: text("the same") };
    expect(translateValue({ code: 1 }, three, four, { changes: ["rescaled"], declared: [waived] }, every)).toEqual([
      { code: 1 },
    ]);
  });
});

describe("the numbers that matter", () => {
  const scale = { type: "number" as const, integer: true, from: 0, to: 60 };
  const numbers = (low: number, high: number, rules: unknown[]) =>
    numbersBetween([exactly(low), exactly(high)], scale, rules)?.map(({ units }) => Number(units));

  test("are the ends and the thresholds between them where points are steps", () => {
    const steps = {
      steps: [
        { from: 3, points: 1 },
        { from: 5, points: 2 },
      ],
      below: 0,
    };
    expect(numbers(1, 4, [steps])).toEqual([1, 3, 4]);
    expect(numbers(0, 60, [steps])).toEqual([0, 3, 5, 60]);
  });

  test("are all whole numbers elsewhere, and none where they are too many", () => {
    expect(numbers(1, 4, [{ value: { times: 2 } }])).toEqual([1, 2, 3, 4]);
    expect(numbersBetween([exactly(0), exactly(500)], scale, [{ value: { times: 2 } }])).toBeUndefined();
    expect(numbersBetween([exactly(0), exactly(1)], { type: "number" }, [{ value: { times: 2 } }])).toBeUndefined();
  });
});
