import { decimal } from "@metodika/core";
import { expect, test } from "vitest";
import { type Invented, invent } from "../../test/invented.ts";
import { modelOf } from "../deduction/model.ts";
import { both, negated, predicateOf } from "./predicate.ts";
import { worldOf } from "./world.ts";

// Three districts, two indicators: known, open, and not submitted.
const region: Invented = {
  codes: ["a", "b"],
  cells: [
    [["a"], ["a", "b"]],
    [["b"], ["b"]],
    [["L"], ["a", "L"]],
  ],
  facts: [{ topic: "council", subject: "m2", value: "yes" }],
};
const world = worldOf(invent(region));
const ask = (condition: Parameters<typeof predicateOf>[0]) => {
  const predicate = predicateOf(condition, world.data, world.program);
  return world.outcomes.map((outcomes, municipality) => predicate.test(municipality, outcomes));
};

test("a value that is not submitted is no value of the scale", () => {
  expect(ask({ indicator: "i1", is: ["a"] })).toEqual(["yes", "no", "no"]);
  expect(ask({ not: { indicator: "i1", is: ["a"] } })).toEqual(["no", "yes", "yes"]);
  expect(ask({ indicator: "i1", status: ["L"] })).toEqual(["no", "no", "yes"]);
});

test("an open cell leaves a condition undecided", () => {
  expect(ask({ indicator: "i2", is: ["a"] })).toEqual(["maybe", "no", "maybe"]);
  expect(
    ask({
      all: [
        { indicator: "i2", is: ["a"] },
        { indicator: "i1", is: ["a"] },
      ],
    }),
  ).toEqual(["maybe", "no", "no"]);
  expect(
    ask({
      any: [
        { indicator: "i2", is: ["a"] },
        { indicator: "i1", is: ["a"] },
      ],
    }),
  ).toEqual(["yes", "no", "maybe"]);
});

test("type, name and facts decide without cells", () => {
  expect(ask({ type: ["urban-okrug"] })).toEqual(["yes", "no", "no"]);
  expect(ask({ named: ["m1", "m3"] })).toEqual(["yes", "no", "yes"]);
  expect(ask({ fact: "council" })).toEqual(["no", "yes", "no"]);
  expect(ask({ fact: "council", value: "no" })).toEqual(["no", "no", "no"]);
});

test("a predicate knows the cells that it reads, each once, and whether it asks the same of everyone", () => {
  const value = predicateOf({ indicator: "i2", is: ["a"] }, world.data, world.program);
  const named = predicateOf({ named: ["m1"] }, world.data, world.program);
  expect(both(value, negated(value))).toMatchObject({ cells: [1], byCells: true });
  expect(both(value, named)).toMatchObject({ cells: [1], byCells: false });
});

test("a range of numbers decides a bound only when it lies on one side of it", () => {
  const data = invent({ codes: ["a"], cells: [[["a"]], [["a"]], [["a"]]] });
  const ranges = [
    ["2", "3"],
    ["3", "5"],
    ["4", "4"],
  ].map(([low = "0", high = "0"]) => [decimal(low), decimal(high)] as const);
  const numbers = worldOf({
    ...data,
    methodology: { ...data.methodology, scales: { plain: { type: "number" } } } as unknown as typeof data.methodology,
    cells: data.cells.map(
      (cell, index) => ({ ...cell, state: { codes: [], range: ranges[index], missing: [] } }) as never,
    ),
  });
  const asked = (condition: Parameters<typeof predicateOf>[0]) => {
    const predicate = predicateOf(condition, numbers.data, numbers.program);
    return numbers.outcomes.map((outcomes, municipality) => predicate.test(municipality, outcomes));
  };
  expect(asked({ indicator: "i1", at_least: 4 })).toEqual(["no", "maybe", "yes"]);
  expect(asked({ indicator: "i1", at_most: 3 })).toEqual(["yes", "maybe", "no"]);
  expect(asked({ indicator: "i1", at_least: 3, at_most: 5 })).toEqual(["maybe", "yes", "yes"]);
  const predicate = predicateOf({ indicator: "i1", at_least: 4 }, numbers.data, numbers.program);
  expect(modelOf(numbers).isDecidable(predicate)).toBe(false);
});
