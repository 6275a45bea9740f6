import type { Color, Language } from "@metodika/core";

/**
 * A table ready to be shown, the same for every renderer (page, CSV, Markdown; spreadsheets and documents are meant to
 * follow). Texts are final: a renderer escapes and lays out, and formats no number but `value`.
 */
export interface Table {
  id: string;
  title: string;
  caption?: string;
  lang: Language;
  /** Heading of the column of row headers. */
  corner: string;
  columns: Column[];
  rows: Row[];
  /** Rows below a line, such as «Да, муниципалитетов»; never sorted with the others. */
  totals?: Row[];
  notes: Note[];
  /** Where the figures come from. */
  source: string;
  /** A row for every cell or statement: made to be filtered, not to be printed; it stays out of a collection for paper. */
  list?: true;
}

/** A column; neighbours with the same `group` stand under one heading. */
export interface Column {
  id: string;
  title: string;
  /** For narrow columns; the full title belongs in a tooltip then. */
  short?: string;
  group?: string;
  unit?: string;
  align: "left" | "center" | "right";
  /** Its numbers are changes: a rise has its plus, as in the texts of the cells. */
  signed?: true;
}

/** A row; it has one cell per column. */
export interface Row {
  id: string;
  header: string;
  /** For narrow columns. */
  short?: string;
  /** It leads the rows below it, such as a criterion its indicators. */
  strong?: true;
  cells: Cell[];
}

/** One cell. Only `text` must be shown; the rest says what it means. */
export interface Cell {
  text: string;
  /** A number where the text is that number, the code of a value, null where there is none. */
  value?: number | string | null;
  /** The least and the greatest possible number. */
  low?: number;
  high?: number;
  color?: Color;
  /** Stands beside the colour, which never stands alone. */
  letter?: string;
  /** Why there is no single value; explained in the notes. */
  sign?: string;
  /** The report links the evidence. */
  link?: true;
  /** Full meaning, basis and source. */
  title?: string;
  /** Marks of notes. */
  marks?: string[];
}

/** A note below the table; without a mark it speaks of the whole table. */
export interface Note {
  mark?: string;
  text: string;
}
