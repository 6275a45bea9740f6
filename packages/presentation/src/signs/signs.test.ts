import { languages } from "@metodika/core";
import { expect, test } from "vitest";
import { linkMark, signs } from "./signs.ts";

test.each(languages)("every kind of absent value has a sign of its own in %s", (lang) => {
  const shown = Object.values(signs).map(({ sign }) => sign[lang]);
  expect(new Set([...shown, linkMark]).size).toBe(shown.length + 1);
});

test("no sign looks like a no, a zero or a number", () => {
  for (const { sign } of Object.values(signs)) expect(sign.ru).not.toMatch(/^(\d.*|нет|-|–|—|)$/i);
});
