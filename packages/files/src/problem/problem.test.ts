import { expect, it } from "vitest";
import "../../test/to-have-problem.ts";
import { problemOf } from "./problem-of.ts";
import { shorten } from "./shorten.ts";

it("a problem is an error unless told and knows only what is known", () => {
  const message = { ru: "пусто", en: "empty" };
  expect(Object.keys(problemOf("a/b", message, { file: undefined, line: 1 }))).toEqual([
    "severity",
    "code",
    "message",
    "line",
  ]);
  expect(problemOf("a/b", message).severity).toBe("error");
  expect(problemOf("a/b", message, { severity: "note" }).severity).toBe("note");
});

it("the matcher wants the code, the facts and both languages", () => {
  const problems = [
    problemOf("a/b", { ru: "пусто", en: "empty" }, { line: 1 }),
    problemOf("c/d", { ru: "empty", en: "empty" }),
  ];
  expect(problems).toHaveProblem("a/b", { line: 1 });
  expect(problems).not.toHaveProblem("a/b", { line: 2 });
  expect(problems).not.toHaveProblem("a/c");
  expect(() => expect(problems).toHaveProblem("c/d")).toThrow("speak Russian");
  expect(() => expect(problems).toBeSound()).toThrow("a/b");
});

it("shortens by letters and leaves nothing as nothing", () => {
  expect(shorten("😀".repeat(61))).toBe(`${"😀".repeat(59)}…`);
  expect(shorten("a".repeat(60))).toBe("a".repeat(60));
  expect(shorten({ points: 3 })).toBe('{"points":3}');
  expect(shorten(null)).toBe("null");
  expect(shorten(1n)).toBe("bigint");
  expect(shorten(undefined)).toBeUndefined();
});
