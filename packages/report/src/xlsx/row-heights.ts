import type { Look, Sheet, SheetRow } from "./workbook.ts";

/** Characters per unit of width, by size of the letters, with some room for wide ones. */
const perUnit = { title: 0.78, note: 1.3, other: 1.1 } as const;
/** Height of a line in points. */
const line = { title: 17, note: 11, other: 12 } as const;

function sizeOf(kind: Look["kind"]): keyof typeof line {
  return kind === "title" ? "title" : kind === "note" ? "note" : "other";
}

/** How high a text is that wraps in a width. */
export function textHeight(text: string, width: number, kind: Look["kind"]): number {
  const size = sizeOf(kind);
  const room = Math.max(1, width * perUnit[size]);
  const lines = text.split("\n").reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / room)), 0);
  return lines * line[size] + 3;
}

/** The height that the texts of a row need; undefined where one line is enough. */
export function rowHeight({ cells, height }: SheetRow, { columns }: Pick<Sheet, "columns">): number | undefined {
  if (height !== undefined) return height;
  let needed = 0;
  cells.forEach((cell, index) => {
    const width = columns[index]?.width ?? 9;
    const content = typeof cell?.value === "object" ? cell.value.result : cell?.value;
    if (cell && typeof content === "string" && content.length > width)
      needed = Math.max(needed, textHeight(content, width, cell.look.kind));
  });
  return needed > line.other + 4 ? Math.min(needed, 400) : undefined;
}

/** Title and caption across a sheet. */
export function bannerRows(title: string, caption: string, width: number): SheetRow[] {
  return [
    { cells: [{ value: title, look: { kind: "title" } }], height: textHeight(title, width, "title") },
    { cells: [{ value: caption, look: { kind: "caption" } }], height: textHeight(caption, width, "caption") },
  ];
}

/** The areas of the title and the caption. */
export function bannerMerges(right: number) {
  return right > 1 ? [1, 2].map((row) => ({ top: row, left: 1, bottom: row, right })) : [];
}

/** A text across a sheet, as high as its lines. */
export function noteRow(text: string, width: number, kind: Look["kind"] = "note"): SheetRow {
  return { cells: [{ value: text, look: { kind } }], height: textHeight(text, width, kind) };
}
