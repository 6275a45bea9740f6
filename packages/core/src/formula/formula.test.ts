import { expect, test } from "vitest";
import { exactly } from "../decimal/decimal.ts";
import { call, fold, number, operation, reference, text, writeFormula } from "./formula.ts";

test("quotes in a text are doubled, so that no text can end itself and go on as a formula", () => {
  expect(writeFormula(text('"&HYPERLINK("x")&"'))).toBe('"""&HYPERLINK(""x"")&"""');
});

test("a text longer than a formula may hold is joined from pieces, no character cut in two", () => {
  const written = writeFormula(text(`${"я".repeat(254)}😀ю`));
  expect(written).toBe(`("${"я".repeat(254)}😀"&"ю")`);
});

test("numbers are written with a point and all their digits", () => {
  expect(writeFormula(number(exactly("-0.1")))).toBe("(-0.1)");
  expect(writeFormula(number(1e-12))).toBe("1E-12");
});

test("operations inside operations stand in brackets, functions take lists", () => {
  const sum = operation(reference("A1"), "-", operation(reference("B1"), "-", number(1)));
  expect(writeFormula(call("ROUND", sum, number(9)))).toBe("ROUND(A1-(B1-1),9)");
  expect(writeFormula(fold("MAX", [sum]))).toBe("A1-(B1-1)");
});
