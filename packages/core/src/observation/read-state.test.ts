import { describe, expect, test } from "vitest";
import { methodology } from "../../test/fixture.ts";
import { exactly } from "../decimal/decimal.ts";
import type { Scale } from "../methodology/scale.ts";
import { isCertainlyMissing, isKnown } from "./cell.ts";
import { readState } from "./read-state.ts";

function read(scale: string, raw: string, basis: "printed" | "bounded" = "printed") {
  return readState({ raw, status: "A", basis }, methodology.scales[scale] as Scale);
}

describe("on a scale of codes", () => {
  test("a printed form, in any case and with spaces around, is a code", () => {
    expect(read("yes-no", " ДА ").state).toEqual({ codes: [0], missing: [] });
  });

  test("the code itself is read", () => {
    expect(read("yes-no", "no").state).toEqual({ codes: [1], missing: [] });
  });

  test("a bounded cell lists its codes once each, in the order of the scale", () => {
    expect(read("share", "red|green|red", "bounded").state).toEqual({ codes: [0, 2], missing: [] });
  });

  test("a bounded cell may also be missing, for each reason once", () => {
    expect(read("yes-no", "Да|status:L|status:L", "bounded").state).toEqual({ codes: [0], missing: ["L"] });
  });

  test("only a bounded cell is split", () => {
    expect(read("yes-no", "Да|Нет").problem?.code).toBe("observation/not-on-scale");
  });

  test("a status that has a value is not one of the ways to be missing", () => {
    expect(read("yes-no", "Да|status:V", "bounded").problem?.value).toBe("status:V");
  });

  test("what is not on the scale is a problem with the nearest form", () => {
    expect(read("yes-no", "Дa").problem).toMatchObject({
      severity: "error",
      code: "observation/not-on-scale",
      value: "Дa",
      nearest: "Да",
    });
  });

  test("a blank is never a value", () => {
    expect(read("yes-no", "").problem?.code).toBe("observation/not-on-scale");
  });
});

describe("on a scale of numbers", () => {
  test("a decimal comma and spaces between digits are read exactly", () => {
    expect(read("calls", "12,50").state?.range).toEqual([exactly("12.50"), exactly("12.50")]);
    expect(read("calls", "1\u00a00").state?.range).toEqual([exactly(10), exactly(10)]);
  });

  test("a word stands for its number", () => {
    expect(read("persons", "нет").state?.range).toEqual([exactly(0), exactly(0)]);
  });

  test("a range and alternatives become the least and the greatest number", () => {
    expect(read("persons", "2..3|5|status:M", "bounded").state).toEqual({
      codes: [],
      range: [exactly(2), exactly(5)],
      missing: ["M"],
    });
  });

  test.each(["", "21", "-1", "2.5", "3..2", "1..2..3", "много"])("%j is not on the scale of persons", (raw) => {
    expect(read("persons", raw).problem?.code).toBe("observation/not-on-scale");
  });
});

test("a missing status decides before the text: a blank is not zero, a text does not count", () => {
  expect(readState({ raw: "0", status: "L", basis: "printed" }, methodology.scales.persons as Scale).state).toEqual({
    codes: [],
    missing: ["L"],
  });
});

test("a cell is known with one value or one reason, and certainly missing without any value", () => {
  const range = (from: number, to: number | string) => ({
    codes: [],
    range: [exactly(from), exactly(to)] as const,
    missing: [],
  });
  expect(
    [range(2, "2.0"), range(2, 3), { codes: [0], missing: [] }, { codes: [], missing: ["L" as const] }].map(isKnown),
  ).toEqual([true, false, true, true]);
  expect(isCertainlyMissing({ codes: [], missing: ["L", "M"] })).toBe(true);
  expect(isCertainlyMissing({ codes: [0], missing: ["L"] })).toBe(false);
});
