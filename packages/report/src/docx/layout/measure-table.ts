import type { Cell, Table } from "@metodika/presentation";
import { longestPiece, textWidth } from "./text-width.ts";

/** How wide the texts of a table are, in ems: measured once, whatever ways it may stand on paper. */
export interface Measures {
  /** Of the column of row headers. */
  header: ColumnMeasures;
  columns: ColumnMeasures[];
  /** The different widths of row headers. */
  headers: number[];
}

interface ColumnMeasures {
  /** The widest piece that no line break divides. */
  piece: number;
  longest: number;
  mean: number;
}

/** The widths of all texts of a table. A text that occurs in thousands of rows is measured once. */
export function measureTable({ columns, rows, totals = [] }: Table): Measures {
  const all = [...rows, ...totals];
  const known = new Map<string, { width: number; piece: number }>();
  const measured = (text: string) => {
    const found = known.get(text) ?? { width: textWidth(text), piece: longestPiece(text) };
    known.set(text, found);
    return found;
  };
  const column = (textOf: (index: number) => string): ColumnMeasures => {
    let [piece, longest, sum] = [0, 0, 0];
    for (let index = 0; index < all.length; index++) {
      const one = measured(textOf(index));
      piece = Math.max(piece, one.piece);
      longest = Math.max(longest, one.width);
      sum += one.width;
    }
    return { piece, longest, mean: sum / Math.max(1, all.length) };
  };
  return {
    header: column((row) => all[row]?.header ?? ""),
    columns: columns.map((_, index) => column((row) => plainCell(all[row]?.cells[index]))),
    headers: [...new Set(all.map(({ header }) => measured(header).width))],
  };
}

/** All that stands in a cell, as a text. */
export function plainCell(cell: Cell | undefined): string {
  if (!cell) return "";
  const { text, color, letter, sign, link, marks = [] } = cell;
  const colored = color && letter && letter !== text ? `${letter}\u00a0·\u00a0` : "";
  const reason = sign && sign !== text ? ` (${sign})` : "";
  return `${colored}${text}${reason}${link ? "\u00a0↗" : ""}${marks.join(", ")}`;
}
