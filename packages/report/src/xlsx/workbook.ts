import type { Color, Language } from "@metodika/core";

/** A workbook ready to be written: sheets of cells. Texts are final; the writer lays out and composes nothing. */
export interface Workbook {
  title: string;
  lang: Language;
  sheets: Sheet[];
}

/** One sheet. Rows and columns count from 1, as on the screen. */
export interface Sheet {
  /** As `sheetNames` gives them: formulas refer to it. */
  name: string;
  columns: SheetColumn[];
  rows: SheetRow[];
  merges?: Area[];
  /** So many rows above and columns to the left stay in sight. */
  frozen?: { rows: number; columns: number };
  filter?: Area;
  landscape?: boolean;
  /** Rows that are printed on every page, first and last. */
  titleRows?: readonly [number, number];
  /** Cells that take one of a list of texts from elsewhere, such as `'Баллы'!$B$5:$B$9`; numbers too where so said. */
  choices?: { area: Area; from: string; numbers?: boolean }[];
  /** Colours that follow the text of a cell. */
  coloring?: { area: Area; colors: readonly { text: string; color: Color }[] }[];
}

/** A rectangle of cells. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetColumn {
  /** In characters. */
  width: number;
  /** Folded away; a plus above the columns unfolds it. */
  folded?: true;
}

export interface SheetRow {
  cells: (SheetCell | undefined)[];
  /** In points; without it the program decides. */
  height?: number;
}

/** A text, a number, or a formula (without `=`) with the result that is stored beside it. */
export interface SheetCell {
  value: string | number | { formula: string; result: string | number };
  look: Look;
}

/** How a cell looks. */
export interface Look {
  kind: "title" | "caption" | "heading" | "header" | "cell" | "input" | "live" | "stored" | "total" | "helper" | "note";
  align?: "left" | "center" | "right";
  color?: Color;
  /** `change` gives a rise its plus; `truth` shows 1, 0 and anything between as words. */
  format?: "number" | "change" | "percent" | "truth";
  underline?: true;
}
