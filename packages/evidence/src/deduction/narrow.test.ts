import { expect, test } from "vitest";
import { municipalityId } from "../../test/invented.ts";
import { prepare } from "../../test/prepare.ts";
import { demandOn } from "./constraint.ts";
import { narrow } from "./narrow.ts";

const open = ["a", "b", "c"];
const isA = { indicator: "i1", is: ["a"] };

function narrowed(cells: string[][][], claims: Parameters<typeof prepare>[0]["claims"]) {
  const { model, parts } = prepare({ codes: open, cells, claims });
  const rows = model.whole.map((row, municipality) =>
    narrow(
      model,
      municipality,
      row,
      parts.flatMap((part) =>
        part.municipality === municipality && part.counting.kind === "members"
          ? [{ demand: demandOn(part, municipalityId(municipality)), of: part.counting.of }]
          : [],
      ),
    ),
  );
  return rows;
}

test("a complete list fixes its members and takes the value from the others", () => {
  expect(narrowed([[open], [open]], [{ id: "list", query: { list: isA }, printed: ["m1"] }])).toEqual([
    [0b001],
    [0b110],
  ]);
});

test("“among them” says nothing of those it does not name", () => {
  expect(narrowed([[open], [open]], [{ id: "some", query: { includes: isA }, printed: ["m1"] }])).toEqual([
    [0b001],
    [0b111],
  ]);
});

test("lists that read several cells narrow each other until nothing changes", () => {
  const either = { any: [isA, { indicator: "i2", is: ["a"] }] };
  expect(
    narrowed(
      [[open, open]],
      [
        { id: "either", query: { list: either }, printed: ["m1"] },
        { id: "not-first", query: { list: isA }, printed: [] },
      ],
    ),
  ).toEqual([[0b110, 0b001]]);
});

test("a list that a known cell contradicts cannot be met there, and can elsewhere", () => {
  expect(narrowed([[["b"]], [open]], [{ id: "list", query: { list: isA }, printed: ["m1"] }])).toEqual([
    undefined,
    [0b110],
  ]);
});
