import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "./fold.ts";

test.each([
  ["  Серый  Ёж ", "серый еж"],
  ["Зелёный", "зеленый"],
  ["более 50\u00a0%", "более 50 %"],
  ["3 – 4 сотрудника", "3 - 4 сотрудника"],
  ["ГО «Город»", 'го "город"'],
  ["", ""],
])("%j is compared as %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("folding twice changes nothing more", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."Её ёЙЖ«»“–−-\u00a0\u0308\u0306aİΣß".split("")),
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      fc.oneof(letters, fc.string({ unit: "grapheme" })),
      (text) => void expect(fold(fold(text))).toBe(fold(text)),
    ),
  );
});
