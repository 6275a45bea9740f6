import { expect, test } from "vitest";
import { ensk as data } from "../../test/ensk.ts";
import { editionOf } from "./edition-of.ts";

const marked = {
  ...data,
  cells: data.cells.map((cell) => ({ ...cell, note: "secret note" })),
  printed: data.printed.map((row) => ({ ...row, note: "secret note" })),
  facts: data.facts.map((fact) => ({ ...fact, note: "secret note" })),
};

const written = (value: unknown) => JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}` : part));

test("the working edition is the round itself", () => {
  expect(editionOf(marked, "working")).toBe(marked);
});

test("the public edition has no notes, comments or claims, and every value", () => {
  const shown = editionOf(marked, "public");
  expect(written(shown)).not.toContain("secret note");
  expect(shown.comments).toEqual([]);
  expect("claims" in shown).toBe(false);
  expect(shown.cells.map(({ state }) => state)).toEqual(data.cells.map(({ state }) => state));
});

test("the edition for a municipality names nobody else", () => {
  const [own, ...others] = data.municipalities;
  const text = written(editionOf(marked, "municipality", own?.id));
  expect(text).toContain(`"municipality":"${own?.id}"`);
  for (const { id } of others) expect(text).not.toContain(`"municipality":"${id}"`);
  expect(text).not.toContain("secret note");
});

test("the edition for a municipality refuses an unknown one", () => {
  expect(() => editionOf(data, "municipality")).toThrow(RangeError);
  expect(() => editionOf(data, "municipality", "nowhere")).toThrow("nowhere");
});
