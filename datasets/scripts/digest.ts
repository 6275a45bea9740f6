import { createHash } from "node:crypto";

/** The first 16 hexadecimal digits of the SHA-256 of a text: enough to tell any two lines of a report apart. */
export function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 16);
}

/** A text without tags and with every run of white space made one space. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** The digest of a paragraph or table row of a source: of its plain text. */
export function paragraphDigest(text: string): string {
  return digest(plain(text));
}

/** One table row as both a source and a dataset can tell it. */
export interface SourceRow {
  /** Number of the table in the report, from 1. */
  table: number;
  /** Number of the row in the table, from 1. */
  row: number;
  /** Id of the municipality. */
  municipality: string;
  /** The cells as printed; `link:` stands before an underlined one, "" is blank, lost or covered by a merged cell. */
  cells: string[];
  /** The points as printed, in the same notation; "" where there are none. */
  points: string;
}

/** The digest of a table row: the same from the source's text and from the rows of `observations.csv` and `printed.csv`. */
export function rowDigest({ table, row, municipality, cells, points }: SourceRow): string {
  return digest(JSON.stringify([table, row, municipality, cells, points]));
}
