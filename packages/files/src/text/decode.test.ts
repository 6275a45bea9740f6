import { deflateSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import "../../test/to-have-problem.ts";
import { decode } from "./decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Windows-1251 for Russian letters and ASCII: А is 0xC0, Ё 0xA8, ё 0xB8. */
const windows1251 = (text: string) =>
  Uint8Array.from(text, (letter) => {
    if (letter === "Ё") return 0xa8;
    if (letter === "ё") return 0xb8;
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2 + 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};

describe("decode", () => {
  it("reads UTF-8 and takes the byte order mark off", () => {
    expect(decode(utf8("id,имя\n"))).toEqual({ text: "id,имя\n", encoding: "utf-8", bom: false, problems: [] });
    expect(decode(utf8("\uFEFFid,имя\n"))).toEqual({ text: "id,имя\n", encoding: "utf-8", bom: true, problems: [] });
  });

  it("reads UTF-16 by its byte order mark", () => {
    expect(decode(utf16("Зея", true))).toMatchObject({ text: "Зея", encoding: "utf-16le", problems: [] });
    expect(decode(utf16("Зея", false))).toMatchObject({ text: "Зея", encoding: "utf-16be", problems: [] });
  });

  it("reads no bytes as an empty text", () => {
    expect(decode(new Uint8Array())).toEqual({ text: "", encoding: "utf-8", bom: false, problems: [] });
  });

  it("file/encoding: Windows-1251 is read and refused, from the first letter it differs at", () => {
    const decoded = decode(windows1251("id,name\nzeya,Зея и Ёлка\n"), { file: "a.csv" });
    expect(decoded.text).toBe("id,name\nzeya,Зея и Ёлка\n");
    expect(decoded.encoding).toBe("windows-1251");
    expect(decoded).toHaveProblem("file/encoding", { severity: "error", file: "a.csv", line: 2, column: 6 });
  });

  it("file/encoding: accepted Windows-1251 is a note", () => {
    const decoded = decode(windows1251("Зея"), { accept: ["windows-1251"] });
    expect(decoded.text).toBe("Зея");
    expect(decoded).toHaveProblem("file/encoding", { severity: "note" });
  });

  it("file/encoding: one broken byte in UTF-8 is not taken for Windows-1251", () => {
    const bytes = utf8("строка\nещё одна\n");
    bytes[15] = 0xff;
    const decoded = decode(bytes, { accept: ["windows-1251"] });
    expect(decoded.encoding).toBe("utf-8");
    expect(decoded).toHaveProblem("file/encoding", { severity: "error", line: 2 });
  });

  it("file/encoding: half a character at the end of UTF-16", () => {
    expect(decode(utf16("Зея", true).subarray(0, 7))).toHaveProblem("file/encoding");
  });

  it("file/not-text: names what the bytes seem to be", () => {
    const named = (bytes: Uint8Array) => decode(bytes).problems[0]?.message.en;
    expect(named(zipSync({ a: utf8("a") }))).toContain(".xlsx");
    expect(named(utf8("%PDF-1.7\n"))).toContain("PDF");
    expect(named(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toContain(".xls");
    expect(decode(zipSync({}))).toHaveProblem("file/not-text");
  });

  it("file/not-text: a zero byte, with or without a mark, and noise", () => {
    expect(decode(utf8("id\0name"))).toHaveProblem("file/not-text");
    expect(decode(utf16("id\0name", true))).toHaveProblem("file/not-text");
    expect(decode(Uint8Array.of(0xff, 0x01, 0x02, 0x98))).toHaveProblem("file/not-text");
    expect(decode(deflateSync(utf8("a".repeat(50)))).text).not.toContain("aaaa");
  });

  it("file/too-large: nothing past the bound is read", () => {
    expect(decode(utf8("12345"), { maxBytes: 5 })).toBeSound();
    const decoded = decode(utf8("123456"), { maxBytes: 5 });
    expect(decoded).toHaveProblem("file/too-large", { value: "6" });
    expect(decoded.text).toBe("");
  });
});
