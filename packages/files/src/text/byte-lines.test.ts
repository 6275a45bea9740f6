import { expect, it } from "vitest";
import { byteLines } from "./byte-lines.ts";

const lines = (text: string) => byteLines(new TextEncoder().encode(text));

it("counts columns in letters, not in bytes", () => {
  expect(lines("код\nя,б").placeOf(10)).toEqual({ line: 2, column: 3 });
});

it("ends a line at every kind of line ending, once", () => {
  const { placeOf, startOf } = lines("a\r\nb\rc\n\nd");
  expect([0, 3, 5, 7, 8].map((offset) => placeOf(offset).line)).toEqual([1, 2, 3, 4, 5]);
  expect([1, 2, 3, 4, 5].map(startOf)).toEqual([0, 3, 5, 7, 8]);
});

it("moves what lies outside to the nearest end", () => {
  expect(lines("").placeOf(5)).toEqual({ line: 1, column: 1 });
  expect(lines("ab").placeOf(-1)).toEqual({ line: 1, column: 1 });
  expect(lines("ab").placeOf(99)).toEqual({ line: 1, column: 3 });
  expect(lines("ab").startOf(7)).toBe(2);
});
