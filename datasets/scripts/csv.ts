import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** One row of a CSV file: column → text. */
export type CsvRow = Record<string, string>;

/** The rows of a CSV text, by the names in its first line. */
export function readCsv(text: string): CsvRow[] {
  return parse(text, { columns: true });
}

/** A CSV text as the datasets keep it: with these columns, `,` and line feeds. */
export function writeCsv(columns: readonly string[], rows: readonly object[]): string {
  return stringify([...rows], { header: true, columns: [...columns] });
}
