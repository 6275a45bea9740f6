import type { Document } from "@metodika/presentation";
import type { PageWidths } from "../layout/table-layout.ts";
import type { Numbering } from "../styles/numbering.ts";
import type { Styles } from "../styles/resolve-styles.ts";

/** A chart drawn already; the size in dots. */
export interface Image {
  png: Uint8Array;
  width: number;
  height: number;
}

/** The drawn charts of a document by the ids of their blocks. */
export type Images = ReadonlyMap<string, Image>;

/** What a table or a chart is called in the text. */
export interface Place {
  kind: "table" | "chart";
  number: number;
}

/** A heading with the bookmark to which the table of contents points. */
export interface Heading {
  level: 1 | 2 | 3;
  text: string;
  bookmark: string;
}

/** What every piece of a document needs to know of the whole. */
export interface Context {
  document: Document;
  styles: Styles;
  numbering: Numbering;
  images: Images;
  /** The tables and charts that stand in this file, by id. */
  places: ReadonlyMap<string, Place>;
  /** Bookmarks of the headings, by the order of the text. */
  headings: readonly Heading[];
  /** Those that have been written. */
  used: Set<Heading>;
  page: PageWidths & { height: number };
  /** A number that nothing else in the file has. */
  unique(): number;
  /** Puts a picture into the file and gives the id of its relation. */
  picture(id: string): string;
}

/** The words that a writer adds of its own. */
export const writerWords = {
  table: { ru: "Таблица", en: "Table" },
  chart: { ru: "Рисунок", en: "Figure" },
  tableInText: { ru: "таблица", en: "table" },
  chartInText: { ru: "рисунок", en: "figure" },
  list: { ru: "Список", en: "List" },
  paragraph: { ru: "Абзац", en: "Paragraph" },
  figure: { ru: "Показатель", en: "Figure" },
} as const;
