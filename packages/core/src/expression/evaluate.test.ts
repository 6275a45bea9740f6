import { describe, expect, test } from "vitest";
import { exactly } from "../decimal/decimal.ts";
import { exactLevel, exactNumber } from "./completions.ts";
import { evaluateLevel, evaluateNumber, evaluateTruth, type Outcomes } from "./evaluate.ts";
import type { AggregateOf, BooleanExpression, LevelExpression } from "./expression.ts";
import { real } from "./number.ts";
import type { Outcome } from "./outcome.ts";

const yes: Outcome = { kind: "code", code: 0 };
const no: Outcome = { kind: "code", code: 1 };
const lacks = (policy: "zero" | "exclude" | "redistribute"): Outcome => ({ kind: "missing", status: "O", policy });
const number = (low: number, high = low): Outcome => ({ kind: "number", low: exactly(low), high: exactly(high) });

/** Cells 0, 1, 2: one, two and three points for yes. */
function points(cell: number) {
  return {
    of: { kind: "points" as const, cell, rule: { kind: "codes" as const, points: [exactly(cell + 1), exactly(0)] } },
    weight: exactly(1),
  };
}

function aggregate(method: AggregateOf["method"], ...terms: AggregateOf["terms"]): AggregateOf {
  return { kind: "aggregate", id: "a", method, terms };
}

function ends(expression: AggregateOf, ...outcomes: Outcome[][]) {
  const { low, high, present } = exactNumber(expression, outcomes);
  return low === undefined || high === undefined ? present : [real(low), real(high)];
}

describe("missing values in a sum of 1, 2 and 3 points", () => {
  const sum = aggregate("sum", points(0), points(1), points(2));

  test("that count as zero give nothing", () => {
    expect(ends(sum, [yes], [yes], [lacks("zero")])).toEqual([3, 3]);
  });

  test("that give their weight away raise the others: 3 × (3 + 3) / 3", () => {
    expect(ends(sum, [yes], [yes], [lacks("redistribute")])).toEqual([6, 6]);
    expect(evaluateNumber(sum, [[yes], [yes], [lacks("redistribute")]]).factor).toEqual([2, 2]);
  });

  test("that may give their weight away or not are both possible", () => {
    expect(
      ends(sum, [yes], [yes], [lacks("redistribute"), { kind: "missing", status: "L", policy: "exclude" }]),
    ).toEqual([3, 6]);
  });

  test("that may be missing or not: 1 + 2 + 3, or 3 × 2", () => {
    expect(ends(sum, [yes], [yes], [yes, lacks("redistribute")])).toEqual([6, 6]);
    expect(ends(sum, [yes], [yes], [no, lacks("redistribute")])).toEqual([3, 6]);
  });

  test("nothing but missing values is no result, not zero", () => {
    expect(ends(sum, [lacks("zero")], [lacks("exclude")], [lacks("redistribute")])).toBe("no");
  });

  test("one possible value is a possible result", () => {
    const trace = exactNumber(sum, [[no, lacks("zero")], [lacks("zero")], [lacks("zero")]]);
    expect(trace).toMatchObject({ present: "maybe", tight: true });
  });
});

describe("a part that was not submitted at all", () => {
  const nested = (method: AggregateOf["method"]) =>
    aggregate(method, points(0), { of: aggregate("sum", points(1), points(2)), weight: exactly(1) });

  test("is zero in the mean where missing values count as zero, as a single one would be", () => {
    expect(ends(nested("mean"), [yes], [lacks("zero")], [lacks("zero")])).toEqual([0.5, 0.5]);
    expect(ends(nested("min"), [yes], [lacks("zero")], [lacks("zero")])).toEqual([0, 0]);
  });

  test("takes no part where they are excluded", () => {
    expect(ends(nested("mean"), [yes], [lacks("exclude")], [lacks("exclude")])).toEqual([1, 1]);
  });
});

test.each([
  ["sum", [3, 3]],
  ["mean", [1.5, 1.5]],
  ["min", [1, 1]],
  ["max", [2, 2]],
] as const)("the %s of 1 and 2 leaves an excluded third out", (method, result) => {
  expect(ends(aggregate(method, points(0), points(1), points(2)), [yes], [yes], [lacks("exclude")])).toEqual(result);
});

test("the geometric mean of 1 and 2 with weights 1 and 3 is the fourth root of 8", () => {
  const weighted = aggregate("geometric-mean", points(0), { ...points(1), weight: exactly(3) });
  expect(real(evaluateNumber(weighted, [[yes], [yes]]).low!)).toBeCloseTo(8 ** 0.25, 12);
});

test("above the cap an interval is kept, contains every completion and says that it may be too wide", () => {
  const sum = aggregate("sum", points(0), points(1));
  const outcomes = [
    [yes, no, lacks("redistribute")],
    [yes, no, lacks("redistribute")],
  ];
  const capped = exactNumber(sum, outcomes, 8);
  expect(capped.tight).toBe(false);
  expect(real(capped.low!)).toBeLessThanOrEqual(0);
  expect(real(capped.high!)).toBeGreaterThanOrEqual(3);
  expect(exactNumber(sum, outcomes, 9)).toMatchObject({ tight: true, present: "maybe" });
});

describe("conditions", () => {
  const cell = (cell: number, codes: number[]): BooleanExpression => ({ kind: "cell", cell, codes, missing: [] });
  const truth = (expression: BooleanExpression, ...outcomes: Outcome[][]) =>
    evaluateTruth(expression, outcomes, []).holds;

  test("a cell of several values holds certainly, possibly or not", () => {
    expect([[yes], [yes, no], [no]].map((outcomes) => truth(cell(0, [0]), outcomes))).toEqual(["yes", "maybe", "no"]);
  });

  test("all needs every part, any needs one, not turns", () => {
    const parts = [cell(0, [0]), cell(1, [0])];
    expect(truth({ kind: "all", of: parts }, [yes], [yes, no])).toBe("maybe");
    expect(truth({ kind: "all", of: parts }, [no], [yes, no])).toBe("no");
    expect(truth({ kind: "any", of: parts }, [yes], [yes, no])).toBe("yes");
    expect(truth({ kind: "not", of: cell(0, [0]) }, [no])).toBe("yes");
  });

  test("a missing value has its status, a value in its place has it too", () => {
    const submitted: BooleanExpression = { kind: "cell", cell: 0, codes: [], missing: ["O"] };
    expect(truth(submitted, [lacks("zero")])).toBe("yes");
    expect(truth(submitted, [{ kind: "code", code: 0, instead: "O" }])).toBe("yes");
    expect(truth(submitted, [yes])).toBe("no");
  });

  test("a range is compared with both limits", () => {
    const range: BooleanExpression = {
      kind: "cell",
      cell: 0,
      codes: [],
      missing: [],
      range: { low: exactly(3), high: exactly(5) },
    };
    expect([number(3, 5), number(2, 3), number(5, 9), number(6)].map((outcome) => truth(range, [outcome]))).toEqual([
      "yes",
      "maybe",
      "maybe",
      "no",
    ]);
  });

  test("an exact cut-off is met exactly: 0.1 + 0.2 is at least 0.3", () => {
    const tenth = (cell: number, points: number) => ({
      of: { kind: "points" as const, cell, rule: { kind: "codes" as const, points: [exactly(points)] } },
      weight: exactly(1),
    });
    const of = aggregate("sum", tenth(0, 0.1), tenth(1, 0.2));
    expect(truth({ kind: "compare", of, low: exactly(0.3) }, [yes], [yes])).toBe("yes");
    expect(truth({ kind: "compare", of, low: exactly("0.30000000000000001") }, [yes], [yes])).toBe("no");
  });

  test("a municipality without points meets no cut-off, neither at least nor at most", () => {
    const of = aggregate("sum", points(0));
    expect(truth({ kind: "compare", of, high: exactly(5) }, [lacks("zero")])).toBe("no");
  });
});

describe("decision tables", () => {
  const isYes = (cell: number): BooleanExpression => ({ kind: "cell", cell, codes: [0], missing: [] });
  const table: LevelExpression = {
    kind: "level-table",
    id: "l",
    rules: [{ level: 0, when: isYes(0) }, { level: 1, when: isYes(1) }, { level: 2 }],
  };

  test("the first rule that holds wins", () => {
    expect(evaluateLevel(table, [[yes], [yes]], [])).toMatchObject({ possible: [0], none: false });
  });

  test("every rule up to the one that certainly holds is possible", () => {
    expect(evaluateLevel(table, [[yes, no], [yes]], []).possible).toEqual([0, 1]);
    expect(
      evaluateLevel(
        table,
        [
          [yes, no],
          [yes, no],
        ],
        [],
      ).possible,
    ).toEqual([0, 1, 2]);
  });

  test("where the table may not apply there may be no level", () => {
    const applies = isYes(1);
    expect(evaluateLevel({ ...table, applies }, [[yes], [no]], [])).toMatchObject({
      possible: [],
      none: true,
      rules: [],
    });
    expect(evaluateLevel({ ...table, applies }, [[yes], [yes, no]], [])).toMatchObject({ possible: [0], none: true });
  });

  test("rules that hang together are settled together: yes or no leaves no third", () => {
    const both: LevelExpression = {
      ...table,
      rules: [{ level: 0, when: isYes(0) }, { level: 1, when: { kind: "not", of: isYes(0) } }, { level: 2 }],
    };
    expect(evaluateLevel(both, [[yes, no]], []).possible).toEqual([0, 1, 2]);
    expect(exactLevel(both, [[yes, no]], [])).toMatchObject({ possible: [0, 1], none: false, tight: true });
  });

  test("a range of numbers that leaves several levels is said to be not exact", () => {
    const range: BooleanExpression = { kind: "cell", cell: 0, codes: [], missing: [], range: { low: exactly(3) } };
    const by: LevelExpression = {
      ...table,
      rules: [{ level: 0, when: range }, { level: 1, when: { kind: "not", of: range } }, { level: 2 }],
    };
    expect(exactLevel(by, [[number(2, 4)]], [])).toMatchObject({ possible: [0, 1, 2], tight: false });
    expect(exactLevel(by, [[number(3, 4)]], [])).toMatchObject({ possible: [0], tight: true });
  });
});

describe("a cut-off that an inexact result cannot be told from", () => {
  const points = (value: string) => ({ kind: "codes" as const, points: [exactly(value)] });
  const mean = (...values: string[]): AggregateOf => ({
    kind: "aggregate",
    id: "mean",
    method: "mean",
    terms: values.map((value, cell) => ({ of: { kind: "points", cell, rule: points(value) }, weight: exactly(1) })),
  });
  const outcomes: Outcomes = [[{ kind: "code", code: 0 }], [{ kind: "code", code: 0 }], [{ kind: "code", code: 0 }]];

  test("is reported, and counts as reached", () => {
    const trace = evaluateTruth({ kind: "compare", of: mean("0.1", "0.2", "0.3"), low: exactly("0.2") }, outcomes, []);
    expect([trace.holds, trace.borderline]).toEqual(["yes", true]);
  });

  test("is not reported where the result is clear of it, or exact", () => {
    const clear = evaluateTruth({ kind: "compare", of: mean("0.1", "0.2", "0.4"), low: exactly("0.2") }, outcomes, []);
    const sum = { ...mean("0.1", "0.2", "0.3"), method: "sum" as const };
    const exact = evaluateTruth({ kind: "compare", of: sum, low: exactly("0.6") }, outcomes, []);
    expect([clear.borderline, exact.borderline, exact.holds]).toEqual([undefined, undefined, "yes"]);
  });
});
