import { expect, test } from "vitest";
import { exactly } from "../decimal/decimal.ts";
import { contains, formatInterval, parseInterval } from "./interval.ts";

test.each(["[0,50)", "(50,100]", "[5,inf)", "[-1.5,2.25]", "[100,100]"])("%s is read and written back", (text) => {
  expect(formatInterval(parseInterval(text)!)).toBe(text);
});

test.each(["", "50", "[2,1]", "(1,1]", "[1,1)", "[1.2.3,4]", "[a,b]", "[1;2]"])(
  "%j is no interval with anything in it",
  (text) => {
    expect(parseInterval(text)).toBeUndefined();
  },
);

test.each([
  ["(50,100)", 50, false],
  ["(50,100)", "50.000000000000000001", true],
  ["(50,100)", 100, false],
  ["[50,100]", 50, true],
  ["[50,100]", 100, true],
  ["[5,inf)", 1e15, true],
  ["[5,inf)", 4.999, false],
])("%s contains %s: %s", (text, value, result) => {
  expect(contains(parseInterval(text)!, exactly(value))).toBe(result);
});
