import { expect, test } from "vitest";
import { prepare } from "../../test/prepare.ts";
import { componentsOf } from "./components.ts";
import { solveComponent } from "./solve-component.ts";
import { unitsOf } from "./units.ts";

const open = ["a", "b"];
const isA = (indicator = "i1") => ({ indicator, is: ["a"] });

/** The only component of a region whose cells are all open, solved. */
function solved(cells: string[][][], claims: Parameters<typeof prepare>[0]["claims"], question?: string) {
  const { model, parts } = prepare({ codes: open, cells, claims });
  const { whole } = unitsOf(model);
  const [component, ...others] = componentsOf(whole, parts);
  if (!component || others.length > 0) throw new TypeError("one component is wanted");
  return solveComponent(
    model,
    whole,
    component,
    parts.find(({ claim }) => claim === question),
  );
}

test("a count leaves both values where it can be reached in several ways", () => {
  expect(solved([[open], [open]], [{ id: "one", query: { count: isA() }, printed: 1 }])).toMatchObject({
    feasible: true,
    exact: true,
    possible: [0b11, 0b11],
  });
});

test("known cells count too, and a count that is full fixes every open cell", () => {
  const claims = [{ id: "three", query: { count: isA() }, printed: 3 }];
  expect(solved([[open], [["a"]], [open]], claims).possible).toEqual([0b01, 0b01]);
  expect(solved([[open], [["b"]], [open]], claims)).toMatchObject({ feasible: false, possible: [0, 0] });
});

test("two statements that count the same share a count", () => {
  const claims = [
    { id: "least", query: { count: isA() }, printed: { at_least: 2 } },
    { id: "share", query: { share: isA() }, printed: { percent: "100" } },
  ];
  expect(solved([[open], [open]], claims).possible).toEqual([0b01, 0b01]);
});

test("a question is asked of every assignment and held to nothing", () => {
  const either = { any: [isA("i1"), isA("i2")] };
  const claims = [
    { id: "one", query: { count: isA("i1") }, printed: 1 },
    { id: "asked", query: { count: either }, printed: 9 },
  ];
  const { values, feasible } = solved(
    [
      [open, open],
      [open, open],
    ],
    claims,
    "asked",
  );
  expect(feasible).toBe(true);
  expect(values.map((value) => value.kind === "number" && value.value).sort()).toEqual([1, 2]);
});

test("more settings of one municipality than are tried: nothing is claimed, and it says so", () => {
  const many = Array.from({ length: 15 }, (_, index) => isA(`i${index + 1}`));
  const result = solved([many.map(() => open)], [{ id: "any", query: { count: { all: many } }, printed: 1 }]);
  expect(result).toMatchObject({ feasible: true, exact: false });
  expect(result.possible.every((bits) => bits === 0b11)).toBe(true);
});
