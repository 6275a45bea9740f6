import type { Language } from "@metodika/core";
import type { Spec } from "../charts/spec.ts";
import type { Table } from "../table/table.ts";

/** For whom a document or a page is made: all of it; one municipality's own results; the results without the notes. */
export const editions = ["working", "municipality", "public"] as const;
export type Edition = (typeof editions)[number];

/**
 * A document ready to be written, the same for every writer (Word, a page, Markdown). Texts are final: a writer lays
 * out and numbers, and composes nothing.
 *
 *     document → parts (which a template may place one by one) → blocks → runs of text, with figures among them
 *
 * What comes from the data stands in tagged places (figures, lists, tables, charts, whole paragraphs). A tag names a
 * place for good: a later run finds it in an edited file and renews it alone. Tags are unique within a document and have
 * at most 60 characters.
 */
export interface Document {
  /** `amur-2022-report`, `amur-2022-letter-zeya`; also the name of the file. */
  id: string;
  kind: "report" | "letter";
  title: string;
  lang: Language;
  edition: Edition;
  /** Words that a template may place by name, such as `region`, `year`, `municipality`. */
  fields: Record<string, string>;
  parts: Part[];
}

/** A part of a document, such as `approval`, `frame`, `results`, `conclusions`. */
export interface Part {
  id: string;
  /** Starts on a new page. */
  newPage?: true;
  blocks: Block[];
}

export type Block =
  | { type: "heading"; level: 1 | 2 | 3; text: string }
  | { type: "paragraph"; runs: Run[]; tag?: string; style?: "body" | "note" | "right" | "center" | "title" | "imprint" }
  | { type: "list"; ordered: boolean; items: ListItem[]; tag?: string }
  /** Numbered and captioned by the writer; referred to by the id of the table. */
  | { type: "table"; table: Table }
  /** Numbered and captioned by the writer; `alt` says in words what the picture shows. */
  | { type: "chart"; id: string; title: string; alt: string; spec: Spec; source?: string }
  /** The table of contents. */
  | { type: "contents"; title: string }
  /** Places to sign: a role, and a name and date where they are known; an approval stands on the right. */
  | { type: "signatures"; title?: string; place?: "right"; rows: { role: string; person?: string; date?: string }[] };

export interface ListItem {
  runs: Run[];
  items?: ListItem[];
}

export type Run =
  | { type: "text"; text: string; strong?: true }
  /** A figure or a list of names that the data give; `note` says how it was counted. */
  | { type: "figure"; tag: string; text: string; note?: string }
  /** Refers to a table or a chart of the document by its id: «таблица 3». */
  | { type: "reference"; to: string };
