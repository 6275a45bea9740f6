import { expect, test } from "vitest";
import { countBy, joinOn } from "./relation.ts";

test("combinations are counted in the order of first occurrence", () => {
  const rows = [
    { region: "b", kind: "x" },
    { region: "a", kind: "x" },
    { region: "b", kind: "x" },
  ];
  expect(countBy(rows, "region", "kind")).toEqual([
    { region: "b", kind: "x", count: 2 },
    { region: "a", kind: "x", count: 1 },
  ]);
  expect(countBy<{ region: string }, "region">([], "region")).toEqual([]);
});

test("rows with the same key stand beside each other, the others stay out", () => {
  const left = [
    { place: "p", n: 1 },
    { place: "q", n: 2 },
  ];
  const right = [
    { at: "q", m: 3 },
    { at: "q", m: 4 },
    { at: "r", m: 5 },
  ];
  expect(joinOn(left, right, "place", "at").map(({ left: { n }, right: { m } }) => [n, m])).toEqual([
    [2, 3],
    [2, 4],
  ]);
  expect(joinOn(left, [], "place", "at" as never)).toEqual([]);
});
