import { type Cell, type Column, formatInterval, type Row, type Table } from "@metodika/presentation";
import { bannerMerges, bannerRows, noteRow } from "./row-heights.ts";
import type { Look, Sheet, SheetCell, SheetRow } from "./workbook.ts";

/**
 * A table as a sheet: title and caption, groups of columns as merged headings, units, the rows under a frozen header with
 * a filter, totals, notes and the source. A number is a number; a colour has its letter; marks of notes follow the text.
 */
export function tableSheet(table: Table, name: string): Sheet {
  const { title, caption, columns, rows, totals = [], notes, source } = table;
  const grouped = columns.some(({ group }) => group !== undefined);
  const width = columns.length + 1;
  const firstHeading = 3;
  const headings = headingRows(table, grouped);
  const firstRow = firstHeading + headings.length;
  const last = firstRow + rows.length - 1;
  const widths = columnWidths(table);
  const total = widths.reduce((sum, one) => sum + one, 0);
  const below = [...notes.map(({ mark, text }) => (mark ? `${mark} — ${text}` : text)), source];
  const firstNote = firstRow + rows.length + totals.length + 1;
  return {
    name,
    columns: widths.map((one) => ({ width: one })),
    rows: [
      ...bannerRows(title, caption ?? "", total),
      ...headings,
      ...rows.map((row) => tableRow(row, columns, "cell")),
      ...totals.map((row) => tableRow(row, columns, "total")),
      { cells: [] },
      ...below.map((text) => noteRow(text, total)),
    ],
    merges: [
      ...bannerMerges(width),
      ...headingMerges(columns, grouped, firstHeading),
      ...below.map((_, index) => ({ top: firstNote + index, left: 1, bottom: firstNote + index, right: width })),
    ].filter(({ top, left, bottom, right }) => top < bottom || left < right),
    frozen: { rows: firstRow - 1, columns: 1 },
    ...(rows.length > 0 ? { filter: { top: firstRow - 1, left: 1, bottom: last, right: width } } : {}),
    landscape: total > widestPortrait,
    titleRows: [firstHeading, firstRow - 1],
  };
}

/** So many characters fit across an upright page without making them small. */
export const widestPortrait = 110;

function headingRows({ corner, columns }: Table, grouped: boolean): SheetRow[] {
  const heading = (value: string): SheetCell => ({ value, look: { kind: "heading", align: "center" } });
  const titles = columns.map((column) => heading(headingText(column)));
  const height = headingHeight(columns);
  if (!grouped) return [{ cells: [heading(corner), ...titles], height }];
  const groups = columns.map(({ group }, index) => heading(group ?? headingText(columns[index]!)));
  return [
    { cells: [heading(corner), ...groups], height: 26 },
    { cells: [heading(""), ...titles], height },
  ];
}

function headingText({ title, short, unit }: Column): string {
  const text = title.length > 60 ? (short ?? title) : title;
  return unit ? `${text}, ${unit}` : text;
}

function headingHeight(columns: readonly Column[]): number {
  const lines = columns.map((column) => Math.ceil(headingText(column).length / 13));
  return Math.min(160, 14 + 12 * Math.max(1, ...lines));
}

/** Neighbours of one group share a heading; a column without a group has one cell over both rows. */
function headingMerges(columns: readonly Column[], grouped: boolean, top: number) {
  if (!grouped) return [];
  const merges = [{ top, left: 1, bottom: top + 1, right: 1 }];
  columns.forEach(({ group }, index) => {
    const left = index + 2;
    if (group === undefined) merges.push({ top, left, bottom: top + 1, right: left });
    else if (columns[index - 1]?.group !== group) {
      const next = columns.findIndex((column, later) => later > index && column.group !== group);
      merges.push({ top, left, bottom: top, right: next < 0 ? columns.length + 1 : next + 1 });
    }
  });
  return merges;
}

function tableRow({ header, cells }: Row, columns: readonly Column[], kind: "cell" | "total"): SheetRow {
  return {
    cells: [
      { value: header, look: { kind: kind === "total" ? "total" : "header" } },
      ...cells.map((cell, index) => tableCell(cell, columns[index], kind)),
    ],
  };
}

function tableCell(cell: Cell, column: Column | undefined, kind: "cell" | "total"): SheetCell {
  const align = column?.align ?? "left";
  const { value, text, letter, color, sign, marks = [], link } = cell;
  const look: Look = { kind, align, ...(color ? { color } : {}), ...(link ? { underline: true } : {}) };
  if (typeof value === "number" && Number.isFinite(value) && marks.length === 0)
    return { value, look: { ...look, format: column?.signed ? "change" : "number" } };
  // A colour never stands alone, and a sign that explains a text stands beside it.
  const lettered = letter && color && letter !== text ? `${letter} — ${text}` : text;
  const signed = sign && sign !== text ? `${lettered} ${sign}` : lettered;
  return { value: marks.length > 0 ? `${signed} [${marks.join(", ")}]` : signed, look };
}

/** Wide enough for most texts of a column, no wider than a column may be. */
function columnWidths({ corner, columns, rows, totals = [] }: Table): number[] {
  const all = [...rows, ...totals];
  const fit = (texts: readonly string[], least: number, most: number) => {
    const lengths = texts.map((text) => text.length).sort((a, b) => a - b);
    const usual = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
    return Math.min(most, Math.max(least, usual + 2));
  };
  return [
    fit([corner, ...all.map(({ header }) => header)], 14, 46),
    ...columns.map((column, index) => {
      const longestWord = Math.max(
        ...headingText(column)
          .split(/[\s\u00a0-]/)
          .map((word) => word.length),
      );
      return fit(
        all.map(({ cells }) => cells[index]?.text ?? ""),
        Math.min(16, Math.max(9, longestWord + 2)),
        48,
      );
    }),
  ];
}

/** The least and the greatest as one text, or the number where they are equal. */
export function boundsValue(low: number, high: number, lang: Table["lang"]): string | number {
  return low === high ? low : formatInterval([low, high], lang);
}
