import { expect, test } from "vitest";
import { prepare } from "../../test/prepare.ts";
import { deduce, deduceSteps } from "./deduce.ts";

const open = ["a", "b"];

test("without claims every cell stays as the tables have it", () => {
  const { world } = prepare({ codes: open, cells: [[open], [["a"]]] });
  expect(deduce(world, [])).toEqual([{ municipality: 0, cell: 0, possible: [0, 1], because: [], exact: true }]);
});

test("what only an inferred claim says stands apart from the rest", () => {
  const { world, constraints } = prepare({
    codes: ["a", "b", "c"],
    cells: [[["a", "b", "c"]]],
    claims: [
      { id: "not-a", query: { list: { indicator: "i1", is: ["a"] } }, printed: [] },
      { id: "not-b", query: { list: { indicator: "i1", is: ["b"] } }, printed: [], inferred: true },
    ],
  });
  expect(deduce(world, constraints)).toMatchObject([
    { possible: [1, 2], because: ["not-a"], inferred: { possible: [2], because: ["not-a", "not-b"] } },
  ]);
});

test("a list that a known cell contradicts still says what it says of the other municipalities", () => {
  const { world, constraints } = prepare({
    codes: open,
    cells: [[["b"]], [open]],
    claims: [{ id: "everyone", query: { every: { indicator: "i1", is: ["a"] } }, printed: true }],
  });
  expect(deduce(world, constraints)).toMatchObject([{ possible: [0], because: ["everyone"], exact: true }]);
});

test("a count that the known cells contradict says nothing of the open ones", () => {
  const { world, constraints } = prepare({
    codes: open,
    cells: [[["b"]], [open]],
    claims: [{ id: "both", query: { count: { indicator: "i1", is: ["a"] } }, printed: 2 }],
  });
  expect(deduce(world, constraints)).toMatchObject([{ possible: [0, 1], because: [], exact: true }]);
});

test("above the cap it says that it is not exact, and what is left contains the truth", () => {
  // Five counts over 24 open districts tie everything to everything.
  const cells = Array.from({ length: 24 }, () => Array.from({ length: 5 }, () => ["a", "b"]));
  const claims = Array.from({ length: 5 }, (_, index) => ({
    id: `bound-${index + 1}`,
    query: {
      count: {
        any: [
          { indicator: `i${index + 1}`, is: ["a"] },
          { indicator: `i${((index + 1) % 5) + 1}`, is: ["b"] },
        ],
      },
    },
    printed: { at_least: 1 },
  }));
  const { world, constraints } = prepare({ codes: open, cells, claims });
  const result = deduce(world, constraints);
  expect(result.every(({ exact }) => !exact)).toBe(true);
  expect(result.every(({ possible }) => possible.length === 2)).toBe(true);
});

test("past the cap, what lists have shown by themselves still stands", () => {
  const cells = Array.from({ length: 24 }, () => Array.from({ length: 5 }, () => ["a", "b"]));
  const claims = [
    ...Array.from({ length: 5 }, (_, index) => ({
      id: `bound-${index + 1}`,
      query: {
        count: {
          any: [
            { indicator: `i${index + 1}`, is: ["a"] },
            { indicator: `i${((index + 1) % 5) + 1}`, is: ["b"] },
          ],
        },
      },
      printed: { at_least: 1 },
    })),
    { id: "named", query: { includes: { indicator: "i1", is: ["a"] } }, printed: ["m1"] },
  ];
  const { world, constraints } = prepare({ codes: open, cells, claims });
  const [first, second] = deduce(world, constraints);
  expect(first).toMatchObject({ municipality: 0, cell: 0, possible: [0], because: ["named"], exact: false });
  expect(second).toMatchObject({ possible: [0, 1], because: [], exact: false });
});

test("step by step it gives the same, and says how far it has got", () => {
  const { world, constraints } = prepare({
    codes: open,
    cells: [[open], [open]],
    claims: [{ id: "list", query: { list: { indicator: "i1", is: ["a"] } }, printed: ["m1"] }],
  });
  const steps = deduceSteps(world, constraints);
  expect(steps.next()).toEqual({ done: false, value: { done: 1, total: 2 } });
  expect(steps.next()).toEqual({ done: false, value: { done: 2, total: 2 } });
  expect(steps.next()).toEqual({ done: true, value: deduce(world, constraints) });
});
