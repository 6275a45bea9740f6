import { expect, test } from "vitest";
import { checkLineage } from "./check-lineage.ts";
import type { Lineage } from "./lineage.ts";
import { municipalitiesAt } from "./municipalities-at.ts";

const link = (predecessor: string, successor: string, kind: Lineage["kind"], line = 2): Lineage => ({
  predecessor,
  successor,
  kind,
  date: "2024-01-01",
  source: "here",
  line,
});
const all = ["a", "b", "c"].map((id) => ({ id }));
const at = (date: string, ...lineage: Lineage[]) =>
  municipalitiesAt(all, lineage, date)
    .map(({ id }) => id)
    .join("");

test.each([
  ["a rename", [link("a", "b", "rename")], "ac", "bc"],
  ["a merger into a new one", [link("a", "c", "merger"), link("b", "c", "merger")], "ab", "c"],
  ["one taken into another that goes on", [link("a", "b", "merger")], "abc", "bc"],
  ["a split into two", [link("a", "b", "split"), link("a", "c", "split")], "a", "bc"],
  ["one that parts from another", [link("a", "b", "split")], "ac", "abc"],
  ["nothing", [], "abc", "abc"],
])("%s leaves those who existed", (_, lineage, before, after) => {
  expect(at("2023", ...lineage)).toBe(before);
  expect(at("2023-12", ...lineage)).toBe(before);
  expect(at("2024-01-01", ...lineage)).toBe(after);
});

test("a circle is told once, at the line that closes it", () => {
  const circle = [link("a", "b", "rename", 2), link("b", "c", "status", 3), link("c", "a", "rename", 4)];
  expect(checkLineage(circle)).toMatchObject([{ code: "lineage/cycle", file: "lineage.csv", line: 4, value: "a" }]);
  expect(checkLineage([link("a", "c", "merger"), link("b", "c", "merger")])).toEqual([]);
});
