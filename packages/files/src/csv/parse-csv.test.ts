import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../test/to-have-problem.ts";
import { parseCsv } from "./parse-csv.ts";

const columns = { required: ["id", "name"], optional: ["note"] };

describe("parseCsv", () => {
  it("gives rows by column name, with their lines", () => {
    const table = parseCsv("id,name\nzeya,Зея\n\ntynda,Тында", { columns });
    expect(table.header).toEqual(["id", "name"]);
    expect(table.records).toEqual([
      { line: 2, values: { id: "zeya", name: "Зея" } },
      { line: 4, values: { id: "tynda", name: "Тында" } },
    ]);
    expect(table).toBeSound();
  });

  it("keeps spaces, empty cells and quotes as they stand", () => {
    expect(parseCsv('id,name,note\n 1 ,,"say ""да"", ok"\n').records[0]?.values).toEqual({
      id: " 1 ",
      name: "",
      note: 'say "да", ok',
    });
  });

  it("reads semicolons, tabs and any line ending", () => {
    expect(parseCsv("id;name\r\n1;a,b\r\n")).toMatchObject({ delimiter: ";", records: [{ values: { name: "a,b" } }] });
    expect(parseCsv("id\tname\r1\tb\r")).toMatchObject({
      delimiter: "\t",
      records: [{ line: 2, values: { name: "b" } }],
    });
  });

  it("knows the true line and column after cells of several lines", () => {
    const table = parseCsv('id,name\n1,"a\r\n\r\nb"\n2,"Зея",3\n4,ю\n');
    expect(table).toHaveProblem("csv/ragged-row", { line: 5, column: 9, value: "3" });
    expect(table.records.map(({ line }) => line)).toEqual([2, 6]);
    expect(table.at(6, "name")).toEqual({ line: 6, column: 3 });
    expect(table.at(2, "name")).toEqual({ line: 2, column: 3 });
    expect(table.at(6)).toEqual({ line: 6, column: 1 });
    expect(parseCsv('id,name\n"a,\n""b",c\n').at(2, "name")).toEqual({ line: 3, column: 6 });
  });

  it("a quoted empty cell is a row where a blank line is none", () => {
    expect(parseCsv('id\n""\n\na\n').records).toEqual([
      { line: 2, values: { id: "" } },
      { line: 4, values: { id: "a" } },
    ]);
  });

  it("passes over columns without name and content at the right edge", () => {
    expect(parseCsv("id;name;;\n1;a;;\n2;b\n").records.map(({ values }) => values)).toEqual([
      { id: "1", name: "a" },
      { id: "2", name: "b" },
    ]);
    expect(parseCsv("id;name;;\n1;a;;x\n")).toHaveProblem("csv/ragged-row", { line: 2 });
  });

  it("csv/empty: no header", () => {
    for (const text of ["", "\n\n", ",,\n"]) {
      expect(parseCsv(text, { file: "a.csv" })).toHaveProblem("csv/empty", { file: "a.csv", line: 1 });
    }
  });

  it("csv/missing-column", () => {
    expect(parseCsv("id,note\n1,2\n", { columns })).toHaveProblem("csv/missing-column", { field: "name", line: 1 });
  });

  it("csv/unknown-column: a warning with the nearest, where it stands", () => {
    expect(parseCsv("id,nmae\n1,2\n", { columns })).toHaveProblem("csv/unknown-column", {
      severity: "warning",
      column: 4,
      value: "nmae",
      nearest: "name",
    });
    expect(parseCsv("id,name,nmae\n1,2,3\n")).toBeSound();
  });

  it("csv/duplicate-column: the first one counts", () => {
    const table = parseCsv("id,id,name\n1,2,3\n", { columns });
    expect(table).toHaveProblem("csv/duplicate-column", { line: 1, column: 4, field: "id" });
    expect(table.records[0]?.values.id).toBe("1");
  });

  it("csv/unnamed-column", () => {
    expect(parseCsv("id,,name\n1,2,3\n")).toHaveProblem("csv/unnamed-column", { line: 1, column: 4 });
  });

  it("csv/ragged-row: too few and too many cells, each with its line, and the rest is read", () => {
    const table = parseCsv("id,name\n1\n2,b\n3,c,d\n", { file: "a.csv" });
    expect(table).toHaveProblem("csv/ragged-row", { file: "a.csv", line: 2, column: 2, value: "1" });
    expect(table).toHaveProblem("csv/ragged-row", { line: 4, column: 5, value: "3" });
    expect(table.records).toEqual([{ line: 3, values: { id: "2", name: "b" } }]);
  });

  it("csv/quote: a cell that is never closed, at its own line, and the rest is read", () => {
    const table = parseCsv('id,name\n1,a\n2,"b\n3,c\n4,d\n');
    expect(table).toHaveProblem("csv/quote", { line: 3, column: 3 });
    expect(table.records.map(({ values }) => values.id)).toEqual(["1", "3", "4"]);
  });

  it("csv/quote: inside a bare cell and after a closing quote, all of them", () => {
    const table = parseCsv('id,name\n1,ООО "Школа"\n2,"a" b\n3,c\n"x"y,4\n');
    expect(table.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["csv/quote", 2, 3],
      ["csv/quote", 3, 3],
      ["csv/quote", 5, 1],
    ]);
    expect(table.records).toEqual([{ line: 4, values: { id: "3", name: "c" } }]);
  });

  it("csv/quote: many faults end the reading, not the program", () => {
    expect(parseCsv(`id\n${'a"b\n'.repeat(5000)}`).problems).toHaveLength(20);
  });

  it("csv/forbidden-key: names of the prototype chain", () => {
    for (const name of ["__proto__", "constructor", "prototype"]) {
      const table = parseCsv(`id,${name}\n1,2\n`);
      expect(table).toHaveProblem("csv/forbidden-key", { line: 1, column: 4, value: name });
      expect(Object.keys(table.records[0]?.values ?? {})).toEqual(["id"]);
    }
  });

  it("gives cells that inherit nothing", () => {
    const { values } = parseCsv("id\n1\n").records[0] ?? { values: {} };
    expect("toString" in values).toBe(false);
    expect(parseCsv("toString\n1\n").records[0]?.values.toString).toBe("1");
  });

  it("csv/too-many-rows and csv/too-many-columns", () => {
    expect(parseCsv("id\n1\n2\n", { maxRows: 2 })).toBeSound();
    const table = parseCsv("id\n1\n2\n3\n", { maxRows: 2 });
    expect(table).toHaveProblem("csv/too-many-rows");
    expect(table.records).toHaveLength(2);
    expect(parseCsv("a,b,c\n", { maxColumns: 2 })).toHaveProblem("csv/too-many-columns", { value: "3" });
  });

  it("reads back whatever was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "я", '"', ",", ";", "\n", "\r", " ", "\t", "😀", "\uFEFF") });
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.record({
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width })),
        delimiter: fc.constantFrom(",", ";", "\t"),
        ending: fc.constantFrom("\n", "\r\n", "\r"),
      }),
    );
    fc.assert(
      fc.property(table, ({ rows, delimiter, ending }) => {
        const width = rows[0]?.length ?? 1;
        const header = Array.from({ length: width }, (_, index) => `column ${index}`);
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [header, ...rows].map((row) => row.map(quoted).join(delimiter)).join(ending);
        const read = parseCsv(text, { delimiter: delimiter as "," });
        expect(read).toBeSound();
        expect(read.records.map(({ values }) => header.map((name) => values[name]))).toEqual(rows);
        // The line of every record is where its first quote stands.
        const lines = text.split(/\r\n|\r|\n/);
        for (const { line } of read.records) expect(lines[line - 1]).toMatch(/^"/);
      }),
    );
  });

  it("never throws, and every problem has a line within the text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "я") });
    fc.assert(
      fc.property(text, (source) => {
        const lines = source.split(/\r\n|\r|\n/).length;
        for (const { line = 1, column = 1 } of parseCsv(source, { columns }).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (source) => void parseCsv(source)));
  });
});
