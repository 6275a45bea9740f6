import type { Cell, Column, Table } from "@metodika/presentation";
// The build without Node modules, for browsers and Node alike.
import { stringify } from "csv-stringify/browser/esm/sync";
import { inert } from "./inert.ts";

/** For whom a CSV file is: a person with a spreadsheet program, or a program. */
export interface CsvOptions {
  for: "excel" | "machine";
  /** Notes and source below the table, after a blank row; by default for `excel` only. */
  notes?: boolean;
}

/**
 * A table as CSV, quoted as in RFC 4180.
 *
 * - `excel`: UTF-8 with a byte order mark, `;`, decimal comma (in Russian; a point in English), CRLF. Headings are titles.
 *   Texts that could start a formula are made inert. Notes and source stand below the table.
 * - `machine`: plain UTF-8, `,`, decimal point, LF as in `datasets/`. The first column is the id of the row, headings are
 *   the ids of the columns. Bounds are written `3..5`, as in `observations.csv`. Texts are exactly those of the table: a
 *   spreadsheet program is the wrong reader for it.
 *
 * A number is written as a number, all its digits kept and no thousands separated. Marks of notes are not written: each
 * note says of itself what it speaks of. Totals stand below the rows for `excel`; a program counts for itself.
 *
 * @example
 * toCsv(table, { for: "machine" }) // "id,name,regulation\nzarechny,г. Заречный,Да\n"
 */
export function toCsv(table: Table, options: CsvOptions): string {
  const { notes = options.for === "excel" } = options;
  const rows = options.for === "excel" ? excelRows(table) : machineRows(table);
  const below = notes ? [[""], ...noteRows(table, options)] : [];
  return stringify([...rows, ...below], {
    bom: options.for === "excel",
    delimiter: options.for === "excel" ? ";" : ",",
    record_delimiter: options.for === "excel" ? "\r\n" : "\n",
    // A line break of the other kind inside a text must not end the record.
    quoted_match: /[\r\n\t]/,
  });
}

function excelRows({ corner, columns, rows, totals = [], lang }: Table): string[][] {
  const heading = (column: Column) => inert(column.group ? `${column.group}: ${column.title}` : column.title);
  return [
    [inert(corner), ...columns.map(heading)],
    ...[...rows, ...totals].map(({ header, cells }) => [
      inert(header),
      ...cells.map((cell) => (isNumber(cell) ? decimalText(cell.value, lang) : inert(cell.text))),
    ]),
  ];
}

function machineRows({ columns, rows }: Table): string[][] {
  return [
    ["id", "name", ...columns.map(({ id }) => id)],
    ...rows.map(({ id, header, cells }) => [id, header, ...cells.map(machineText)]),
  ];
}

function machineText(cell: Cell): string {
  if (isNumber(cell)) return decimalText(cell.value, "en");
  const bounded = cell.low !== undefined && cell.high !== undefined && cell.low < cell.high;
  return bounded ? `${decimalText(cell.low ?? 0, "en")}..${decimalText(cell.high ?? 0, "en")}` : cell.text;
}

function noteRows({ notes, source }: Table, { for: reader }: CsvOptions): string[][] {
  const lines = [...notes.map(({ mark, text }) => (mark ? `${mark} — ${text}` : text)), source];
  return lines.map((line) => [reader === "excel" ? inert(line) : line]);
}

function isNumber(cell: Cell): cell is Cell & { value: number } {
  return typeof cell.value === "number" && Number.isFinite(cell.value);
}

/** All digits of a number, with the decimal sign of the language. */
function decimalText(value: number, lang: Table["lang"]): string {
  return lang === "ru" ? String(value).replace(".", ",") : String(value);
}
