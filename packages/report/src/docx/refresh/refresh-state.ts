import type { Context } from "../content/context.ts";
import type { Parts } from "../package/parts.ts";
import type { XmlNode } from "../xml/scan.ts";
import type { Edit } from "../xml/splice.ts";
import type { Located, Places } from "./located.ts";

/** A place whose content is not what it was. */
export interface Change {
  /** The tag of the document; `table:…` and `chart:…` for those. */
  tag: string;
  /** Which cell of a table. */
  at?: string;
  /** What the file said, the author's own changes in it. */
  before: string;
  after: string;
}

/** All that the renewal of one place needs, and where it tells what it did. */
export interface Refresh {
  context: Context;
  parts: Parts;
  main: string;
  source: string;
  places: Places;
  /** The tag of the figure that a run of text belongs to. */
  figureOf: ReadonlyMap<XmlNode, string>;
  /** What the notes of a table are called in the list of changes. */
  notesTitle: string;
  /** The width for text on the page where a place of the file stands. */
  pageAt(at: number): number;
  edits: Edit[];
  changed: Change[];
  /** Paragraphs and lists in which only words are others: they are left to their author. */
  kept: Change[];
  /** Stretches that are written anew as a whole: what stands in them needs no edit of its own. */
  rewritten: { start: number; end: number }[];
}

/** Writes a stretch anew. */
export function rewrite(refresh: Refresh, { start, end }: Pick<Located, "start" | "end">, text: string): void {
  refresh.edits.push({ start, end, text });
  refresh.rewritten.push({ start, end });
}

/** Whether a place lies in what is written anew anyway. */
export function isRewritten({ rewritten }: Refresh, { start, end }: Pick<Located, "start" | "end">): boolean {
  return rewritten.some((one) => one.start <= start && end <= one.end);
}
