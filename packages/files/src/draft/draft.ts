import type { Problem } from "@metodika/core";

/** A piece of a draft as its reader sees it: a paragraph, a heading, an item of a list or a row of a table. */
export interface DraftBlock {
  kind: "paragraph" | "heading" | "item" | "row";
  /** Without marks of layout; the cells of a row are divided by tabs. Never blank. */
  text: string;
  /** From 1; where the file has lines. */
  line?: number;
  /** Where it stands, for a person: «абзац 12», «таблица 2, строка 3», «сноска 1». */
  place: string;
  /** For a row: the number of its table, from 1. */
  table?: number;
}

/** The text of a draft in the order of reading. */
export interface Draft {
  /** Empty when the document cannot be read. */
  blocks: DraftBlock[];
  problems: Problem[];
}

/** What a block is before it has a place. */
export interface Piece {
  kind: DraftBlock["kind"] | "note";
  text: string;
  line?: number | undefined;
  table?: number | undefined;
}

/** Numbers the pieces as a reader counts them: blank ones do not count, rows count by table, footnotes by themselves. */
export function placed(pieces: readonly Piece[]): DraftBlock[] {
  let paragraphs = 0;
  let notes = 0;
  let tables = 0;
  let rows = 0;
  let current: number | undefined;
  return pieces.flatMap(({ kind, text, line, table }): DraftBlock[] => {
    if (text.trim() === "") return [];
    const at = line === undefined ? {} : { line };
    if (kind === "row") {
      rows = table === current ? rows + 1 : 1;
      if (table !== current) tables++;
      current = table;
      return [{ kind, text: trimRow(text), ...at, place: `таблица ${tables}, строка ${rows}`, table: tables }];
    }
    if (kind === "note") return [{ kind: "paragraph", text: text.trim(), ...at, place: `сноска ${++notes}` }];
    return [{ kind, text: text.trim(), ...at, place: `абзац ${++paragraphs}` }];
  });
}

function trimRow(text: string): string {
  return text
    .split("\t")
    .map((cell) => cell.trim())
    .join("\t");
}
