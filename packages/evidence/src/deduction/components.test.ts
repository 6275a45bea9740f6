import { expect, test } from "vitest";
import { prepare } from "../../test/prepare.ts";
import { componentsOf } from "./components.ts";
import { unitsOf } from "./units.ts";

const open = ["a", "b"];
const isA = (indicator: string) => ({ indicator, is: ["a"] });

test("a count ties a column, a list the cells of one municipality", () => {
  const { model, parts } = prepare({
    codes: open,
    cells: [
      [open, open, open],
      [open, open, open],
    ],
    claims: [
      { id: "count", query: { count: isA("i1") }, printed: 1 },
      { id: "list", query: { list: { any: [isA("i2"), isA("i3")] } }, printed: ["m1", "m2"] },
    ],
  });
  const found = componentsOf(unitsOf(model).whole, parts);
  expect(
    found.map(({ variables, constraints: own }) => [
      variables.map(({ municipality, cell }) => `${municipality}${cell}`),
      own.map(({ claim }) => claim),
    ]),
  ).toEqual([
    [["00", "10"], ["count"]],
    [["01", "02"], ["list"]],
    [["11", "12"], ["list"]],
  ]);
});

test("claims that share an open cell, be it through others, are one group; those that read known cells only are in none", () => {
  const { solver, parts } = prepare({
    codes: open,
    cells: [
      [open, open, ["a"]],
      [open, ["a"], ["b"]],
    ],
    claims: [
      { id: "first", query: { count: isA("i1") }, printed: 1 },
      { id: "both", query: { includes: { all: [isA("i1"), isA("i2")] } }, printed: ["m1"] },
      { id: "second", query: { count: isA("i2") }, printed: 2 },
      { id: "known", query: { count: isA("i3") }, printed: 2 },
    ],
  });
  expect(solver.groupsOf(parts).map((group) => group.map(({ claim }) => claim))).toEqual([["first", "both", "second"]]);
  const apart = parts.filter(({ claim }) => claim !== "both");
  expect(solver.groupsOf(apart).map((group) => group.map(({ claim }) => claim))).toEqual([["first"], ["second"]]);
});
