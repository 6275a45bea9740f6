import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test("a typo is near the word that was meant", () => {
  expect(nearest("regulaton", ["programme", "regulation"])).toBe("regulation");
});

test("case and ё do not count, the candidate is given as it stands", () => {
  expect(nearest("ЗЕЛЕНЫЙ", ["Жёлтый", "Зелёный"])).toBe("Зелёный");
});

test("nothing is near when more than half of the letters would have to change", () => {
  expect(nearest("abcd", ["wxyz", ""])).toBeUndefined();
  expect(nearest("anything", [])).toBeUndefined();
});

test("a tie goes to the earlier candidate", () => {
  expect(nearest("plan", ["plane", "plans"])).toBe("plane");
});
