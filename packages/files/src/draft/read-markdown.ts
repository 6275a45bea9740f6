import { type DraftBlock, type Piece, placed } from "./draft.ts";

const heading = /^ {0,3}#{1,6}\s+/;
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
const note = /^\[\^[^\]]+\]:\s*/;
const rule = /^\s*([-*_=])(?:\s*\1){2,}\s*$/;
const divider = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Markdown → blocks: headings, paragraphs, items, rows of tables and footnotes; marks of emphasis and links are taken off. */
export function readMarkdown(text: string): DraftBlock[] {
  const pieces: Piece[] = [];
  const lines = withoutComments(text).split(/\r\n?|\n/);
  let table = 0;
  let open = false;
  let start = 0;
  if (lines[0]?.trim() === "---") {
    const end = lines.findIndex((line, index) => index > 0 && line.trim() === "---");
    if (end > 0) start = end + 1;
  }
  for (const [index, raw] of lines.entries()) {
    if (index < start) continue;
    const line = raw.replace(/^(\s{0,3}>\s?)+/, "");
    const last = pieces.at(-1);
    const at = index + 1;
    if (line.trim() === "" || /^\s*(```|~~~)/.test(line) || (rule.test(line) && !line.includes("|"))) {
      open = false;
      continue;
    }
    if (isRow(line)) {
      if (!open || last?.kind !== "row") table++;
      open = true;
      if (!divider.test(line)) pieces.push({ kind: "row", text: cellsOf(line).join("\t"), line: at, table });
    } else if (heading.test(line)) {
      pieces.push({ kind: "heading", text: plain(line.replace(heading, "").replace(/\s#+\s*$/, "")), line: at });
      open = false;
    } else if (note.test(line)) {
      pieces.push({ kind: "note", text: plain(line.replace(note, "")), line: at });
      open = true;
    } else if (item.test(line)) {
      pieces.push({ kind: "item", text: plain(line.replace(item, "")), line: at });
      open = true;
    } else if (open && last && last.kind !== "row") {
      last.text += ` ${plain(line)}`;
    } else {
      pieces.push({ kind: "paragraph", text: plain(line), line: at });
      open = true;
    }
  }
  return placed(pieces);
}

/** Comments become blanks, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ""));
}

function isRow(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith("|") && trimmed.indexOf("|", 1) > 0;
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell.replaceAll("\\|", "|")).replaceAll("\t", " "));
}

function plain(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[\^[^\]]+\]/g, "")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/(\*\*|__|~~|`)/g, "")
    .replace(/(?<![\p{L}\d*_\\])[*_](?=\S)|(?<=\S)(?<!\\)[*_](?![\p{L}\d*_])/gu, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, "$1")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&laquo;/g, "«")
    .replace(/&raquo;/g, "»")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .trim();
}
