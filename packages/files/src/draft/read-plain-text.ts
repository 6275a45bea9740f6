import { type DraftBlock, type Piece, placed } from "./draft.ts";

const item = /^\s*(?:[-–—•*·]|\d{1,2}\)|[а-яa-z]\))\s+/u;
const headingNumber = /^(?:[IVX]+|\d+(?:\.\d+)*)\.\s+\S/;

/**
 * Plain text → blocks. Lines with tabs are rows; lines that begin with a dash, a bullet or `1)` are items; a line without
 * a full stop that is followed by a small letter goes on in the next.
 */
export function readPlainText(text: string): DraftBlock[] {
  const pieces: Piece[] = [];
  let table = 0;
  let open = false;
  for (const [index, line] of text.split(/\r\n?|\n|\f|\v/).entries()) {
    const last = pieces.at(-1);
    if (line.trim() === "") {
      open = false;
      continue;
    }
    if (line.trim().includes("\t")) {
      if (!open || last?.kind !== "row") table++;
      pieces.push({ kind: "row", text: line.replace(/^ +| +$/g, ""), line: index + 1, table });
    } else if (open && last && last.kind !== "row" && goesOn(last.text, line)) {
      last.text += ` ${line.trim()}`;
    } else {
      const kind = item.test(line) ? "item" : isHeading(line.trim()) ? "heading" : "paragraph";
      pieces.push({ kind, text: line.replace(item, "").trim(), line: index + 1 });
    }
    open = true;
  }
  return placed(pieces);
}

function goesOn(before: string, line: string): boolean {
  return !/[.!?:;]["»)]?$/.test(before.trim()) && !item.test(line) && /^\s*[\p{Ll}\d(«]/u.test(line);
}

function isHeading(line: string): boolean {
  if (/[.!?:;,]$/.test(line) || line.length > 150) return false;
  return headingNumber.test(line) || (/\p{Lu}{4}/u.test(line) && line === line.toUpperCase());
}
