import { expect, it } from "vitest";
import { sniffDelimiter } from "./sniff-delimiter.ts";

it("takes what the header has most of", () => {
  expect(sniffDelimiter("a,b;c;d\n")).toBe(";");
  expect(sniffDelimiter("a\tb\tc,d\n")).toBe("\t");
});

it("does not count inside quotes, nor after the header", () => {
  expect(sniffDelimiter('"a,b,c";d\n1,2,3,4\n')).toBe(";");
});

it("passes blank lines over and falls back to the comma", () => {
  expect(sniffDelimiter("\n\r\na;b\n")).toBe(";");
  expect(sniffDelimiter("")).toBe(",");
});
