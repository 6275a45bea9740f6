import type { Aliases } from "./aliases.ts";
import { digest, plain } from "./digest.ts";

/** A piece of a report that can be pointed at. */
export interface Block {
  kind: "heading" | "paragraph" | "item" | "legend" | "row";
  /** Where it stands, in words: `section II paragraph 3`, `table 1 row 15`. No two blocks share a place. */
  place: string;
  /** Its text, put together again where a page break had cut it; the cells of a row are parted by tabs. */
  text: string;
}

/** One table row as both a source and a dataset can tell it. */
export interface SourceRow {
  /** Number of the table in the report, from 1. */
  table: number;
  /** Number of the row in the table, from 1. */
  row: number;
  /** Id of the municipality. */
  municipality: string;
  /** The cells in the notation of {@link sourceCell}. */
  cells: string[];
  /** The points in the same notation; "" where there are none. */
  points: string;
}

/** A report taken apart: the rows of its tables, and everything in its order. */
export interface Report {
  rows: SourceRow[];
  blocks: Block[];
}

/** Takes the text of one report apart. What it was not written for throws. */
export type ReportParser = (text: string, aliases: Aliases) => Report;

/** A cell as printed: `link:` stands before an underlined text, "" is blank, lost or covered by a merged cell. */
export function sourceCell(cell: string): string {
  const text = plain(cell);
  return text !== "" && cell.includes("<u>") ? `link:${text}` : text;
}

/** The digest of a table row: the same from the text of a report and from the rows of a dataset. */
export function rowDigest({ table, row, municipality, cells, points }: SourceRow): string {
  return digest(JSON.stringify([table, row, municipality, cells, points]));
}
