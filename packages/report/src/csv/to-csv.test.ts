import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../test/table.ts";
import { inert } from "./inert.ts";
import { toCsv } from "./to-csv.ts";

const table = tableOf([
  ["г. Заречный", { text: "Да; точно" }, { text: "1\u00a0234,5", value: 1234.5 }],
  ["Луговой", { text: 'Он сказал "да"' }, { text: "3–5", low: 3, high: 5 }],
]);

describe("CSV for a spreadsheet program", () => {
  test("has a byte order mark, semicolons, a decimal comma, CRLF, notes and source below", () => {
    expect(toCsv(table, { for: "excel" })).toBe(
      "\ufeffТерритория;Положение;Баллы: Рассчитано\r\n" +
        'г. Заречный;"Да; точно";1234,5\r\n' +
        'Луговой;"Он сказал ""да""";3–5\r\n' +
        "\r\n" +
        "1 — Заречный: в отчёте 2.\r\nБез знака.\r\nensk-2022\r\n",
    );
  });

  test("the sign of what is absent follows its printed text, marks follow what has no single value", () => {
    const absent = tableOf([
      [
        "Луговой",
        { text: "не проводилось", value: null, sign: "ос" },
        { text: "?", value: null, sign: "?", marks: ["1"] },
      ],
    ]);
    expect(toCsv(absent, { for: "excel", notes: false }).split("\r\n")[1]).toBe("Луговой;не проводилось (ос);? [1]");
    expect(toCsv(absent, { for: "machine" }).split("\n")[1]).toBe("row-1,Луговой,не проводилось (ос),?");
  });

  test("links are not written, nor explained", () => {
    const linked = tableOf([["Луговой", { text: "Да", link: true }, { text: "1", value: 1 }]]);
    const csv = toCsv({ ...linked, notes: [{ mark: "↗", text: "ссылка" }] }, { for: "excel" });
    expect(csv).not.toContain("ссылка");
    expect(csv).toContain("Луговой;Да;1");
  });

  test("totals stand below the rows for a person, and not for a program", () => {
    const totals = [{ id: "all", header: "Всего", cells: [{ text: "2" }, { text: "3", value: 3 }] }];
    expect(toCsv({ ...table, totals }, { for: "excel" }).split("\r\n")[3]).toBe("Всего;2;3");
    expect(toCsv({ ...table, totals }, { for: "machine" })).toBe(toCsv(table, { for: "machine" }));
    expect(toCsv({ ...table, totals }, { for: "machine", totals: true })).toContain("\nall,Всего,2,3\n");
  });

  test("keeps a negative number a number and makes a text that looks like one inert", () => {
    const minus = tableOf([["-1+1", { text: "−2", value: -2 }, { text: "-2" }]]);
    expect(toCsv(minus, { for: "excel", notes: false }).split("\r\n")[1]).toBe("'-1+1;-2;'-2");
  });

  test.each([
    "=1+1",
    "+7 (000)",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\ufeff=1",
    "\u200b=1",
    "＝1",
    "＋1",
    "－1",
    "＠A",
  ])("no cell starts a formula: %j", (text) => {
    expect(inert(text)).toBe(`'${text}`);
  });

  test("leaves ordinary texts alone", () => {
    for (const text of ["", "Да", "…", "—", "−1", "а=б", "3–5", "'='", "?"]) expect(inert(text)).toBe(text);
  });
});

describe("CSV for a program", () => {
  test("has ids for headings, commas, a decimal point, LF, and nothing but the table", () => {
    expect(toCsv(table, { for: "machine" })).toBe(
      "id,name,regulation,points\n" +
        "row-1,г. Заречный,Да; точно,1234.5\n" +
        'row-2,Луговой,"Он сказал ""да""",3..5\n',
    );
  });
});

// Texts that are likely to break a file: separators, quotes, line breaks, formulas, in every mixture.
const hostile = fc.string({
  unit: fc.constantFrom(..."=+-@;,\"'\t\r\n |а1", "\ufeff", "\u00a0", "\u200b", "＝", "\u2028", "\0"),
  maxLength: 12,
});
const rows = fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 5 });
const asTable = (texts: readonly (readonly [string, string, string])[]) =>
  tableOf(texts.map(([header, one, other]) => [header, { text: one }, { text: other }] as const));

test("machine CSV parses back to the same texts", () => {
  fc.assert(
    fc.property(rows, (texts) => {
      const read: string[][] = parse(toCsv(asTable(texts), { for: "machine" }), { record_delimiter: "\n" });
      expect(read.slice(1).map((row) => row.slice(1))).toEqual(texts);
    }),
  );
});

test("spreadsheet CSV parses back to the same texts, an apostrophe apart, and no cell can start a formula", () => {
  fc.assert(
    fc.property(rows, (texts) => {
      const csv = toCsv(asTable(texts), { for: "excel" });
      const read: string[][] = parse(csv, {
        bom: true,
        delimiter: ";",
        record_delimiter: "\r\n",
        relax_column_count: true,
      });
      expect(read.slice(1, texts.length + 1)).toEqual(texts.map((row) => row.map(inert)));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\ufeff\u200b\0]*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
  );
});

test("numbers parse back to the same numbers", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const one = tableOf([["а", { text: "x", value }, { text: "" }]]);
      const [, machine]: string[][] = parse(toCsv(one, { for: "machine" }));
      expect(Number(machine?.[2])).toBe(value === 0 ? 0 : value);
      const excel: string[][] = parse(toCsv(one, { for: "excel", notes: false }), { bom: true, delimiter: ";" });
      expect(Number(excel[1]?.[1]?.replace(",", "."))).toBe(value === 0 ? 0 : value);
    }),
  );
});
