import type { Language } from "@metodika/core";
import type { Edition, Table } from "@metodika/presentation";
import { toCsv } from "@metodika/report";
import { table as drawTable } from "table";

/** Where a command writes: data to `out`, messages to `err`. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export const formats = ["table", "json", "csv"] as const;
export type Format = (typeof formats)[number];

/** The options that every command has. */
export interface CommonOptions {
  datasets: string;
  format: Format;
  lang: Language;
  edition: Edition;
}

/** Writes a result: JSON as data, a table as CSV or drawn for reading. */
export function print(
  output: Output,
  { format }: Pick<CommonOptions, "format">,
  json: unknown,
  tables: () => Table[],
): void {
  if (format === "json") {
    output.out(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  tables().forEach((table, index) => {
    if (format === "csv") output.out((index > 0 ? "\n" : "") + toCsv(table, { for: "machine" }));
    else output.out((index > 0 ? "\n" : "") + drawn(table));
  });
}

/** A table for a terminal: title, columns by their short names, totals below a line, notes and source below all. */
function drawn({ title, corner, columns, rows, totals = [], notes, source }: Table): string {
  const head = [corner, ...columns.map(headingOf)].map(plain);
  const body = [...rows, ...totals].map(({ header, cells }) => [
    plain(header),
    ...cells.map(({ text, marks = [] }) => plain([text, ...marks.map((mark) => `[${mark}]`)].join(" "))),
  ]);
  const width = Math.max(head.length, ...body.map(({ length }) => length));
  const lines = [head, ...body].map((line) => [...line, ...Array(width - line.length).fill("")]);
  const grid = drawTable(lines, {
    drawHorizontalLine: (index, count) => index <= 1 || index === count || index === rows.length + 1,
    columns: Object.fromEntries(
      lines[0]?.map((_, index) => [index, { width: widthOf(lines, index), wrapWord: true }]) ?? [],
    ),
  });
  const below = notes.map(({ mark, text }) => plain(mark ? `[${mark}] ${text}` : text));
  return `${[plain(title), grid.trimEnd(), ...below, ...(source ? [plain(source)] : [])].join("\n")}\n`;
}

/** A heading with the group that it stands under: four columns of points would look alike without it. */
function headingOf({ group, short, title }: Table["columns"][number]): string {
  return [group, short ?? title].filter(Boolean).join(" — ");
}

const widest = 44;

function widthOf(lines: readonly (readonly string[])[], index: number): number {
  // A heading wraps: a column of numbers need not be as wide as its title.
  const [head = [], ...body] = lines;
  const longestWord = Math.max(...(head[index] ?? "").split(/\s/).map((word) => [...word].length));
  const longest = Math.max(longestWord, ...body.map((line) => [...(line[index] ?? "")].length));
  return Math.max(1, Math.min(widest, longest));
}

/** Text from a file never moves the cursor, colours or clears the terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
}
