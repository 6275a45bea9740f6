import type { Column, Table } from "@metodika/presentation";
import { type Measures, measureTable } from "./measure-table.ts";
import { longestPiece, textWidth } from "./text-width.ts";

/** How a table stands on paper. Widths are in twentieths of a point. */
export interface TableLayout {
  landscape: boolean;
  /** In the smaller style of table texts. */
  small: boolean;
  /** Headings of columns stand upright. */
  upright: boolean;
  /** Short titles instead of full ones. */
  short: boolean;
  /** Of the column of row headers, then of the others. */
  widths: number[];
}

/** The width for text on a page as it is and turned. */
export interface PageWidths {
  portrait: number;
  landscape: number;
}

/** The most height of headings that stand upright. */
const uprightHeight = 2835;

/** Fields of a cell. */
const padding = 130;

/** As many rows stand on a page in the larger letters; a longer table is small, to have its rows on one page too. */
const mostRows = 25;

/** As many lines in a heading, and in a cell, still read well. */
const mostLines = 6;
const mostCellLines = 10;

/**
 * The first way, from the plainest, in which every word of a table fits its column: full titles, short titles, small
 * letters, headings that stand upright over cells of a word, a turned page, both. Where none does, the last way with what
 * width there is.
 */
export function layoutTable(table: Table, page: PageWidths): TableLayout {
  const plain = (landscape: boolean) =>
    [false, true].flatMap((small) => [false, true].map((short) => ({ landscape, small, short, upright: false })));
  const measures = measureTable(table);
  const standing = { landscape: false, small: true, short: true, upright: true };
  const ways = [...plain(false), ...(hasShortCells(measures) ? [standing] : []), ...plain(true)];
  const turned = page.landscape > page.portrait;
  const isLong = table.rows.length + (table.totals ?? []).length > mostRows;
  const usable = ways.filter(({ landscape, small }) => (turned || !landscape) && (small || !isLong));
  for (const way of usable) {
    const widths = shared(table, measures, way, way.landscape ? page.landscape : page.portrait);
    if (widths) return { ...way, widths };
  }
  const last = { landscape: turned, small: true, short: true, upright: true };
  const available = turned ? page.landscape : page.portrait;
  return { ...last, widths: shared(table, measures, last, available) ?? squeezed(table, measures, last, available) };
}

type Way = Omit<TableLayout, "widths">;

/** Cells of a word or a number each, such as «Да», under headings that may stand upright. */
function hasShortCells({ columns }: Measures): boolean {
  return columns.every(({ piece, longest }) => piece <= shortWord && longest <= longText);
}

/** What a column needs: that no word is divided, that its texts stand in a few lines, that each stands in one. */
interface Need {
  least: number;
  wish: number;
  whole: number;
  /** What its texts take on average, in ems. */
  mean: number;
}

/** Bold letters are wider than those that the measure knows. */
const bold = 1.18;

/** A text longer than so many ems is not to widen its column. */
const longText = 14;

/** The widest word, in ems, of a cell that a narrow column holds. */
const shortWord = 7;

function needs(table: Table, measures: Measures, { small, short, upright }: Way): Need[] {
  const em = (small ? 10 : 12) * 20;
  const need = (title: string, { piece, longest, mean }: Measures["header"], upright: boolean): Need => {
    const least = Math.max(upright ? 0 : bold * longestPiece(title), piece) * em + padding;
    const lines = upright ? Math.ceil((textWidth(title) * em * 1.15) / uprightHeight) : 1;
    const heading = lines * em * 1.25;
    return {
      least: Math.max(least, upright ? heading + padding : 0),
      wish: Math.min(longest, longText) * em + padding,
      whole: longest * em + padding,
      mean,
    };
  };
  const first = need(table.corner, measures.header, false);
  // A name on two lines makes a table of names half as long again.
  const name = measures.headers.reduce((most, width) => (width <= longText && width > most ? width : most), 0);
  first.least = Math.max(first.least, name > 0 ? name * em + padding : 0);
  const all = [
    first,
    ...table.columns.map((column, index) =>
      need(headingOf(column, short), measures.columns[index] ?? measures.header, upright),
    ),
  ];
  return withGroups(table, all, em);
}

/** Columns under one heading hold the widest word of it together. */
function withGroups({ columns }: Table, all: Need[], em: number): Need[] {
  for (const group of new Set(columns.flatMap((column) => column.group ?? []))) {
    const own = all.filter((_, index) => columns[index - 1]?.group === group);
    const lacking = bold * longestPiece(group) * em + padding - own.reduce((sum, { least }) => sum + least, 0);
    if (lacking > 0) for (const one of own) one.least += lacking / own.length;
  }
  return all;
}

/** Widths in which every word fits and nothing is too tall; undefined when there are none. */
function shared(table: Table, measures: Measures, way: Way, available: number): number[] | undefined {
  const all = needs(table, measures, way);
  const least = all.reduce((sum, one) => sum + one.least, 0);
  if (least > available) return undefined;
  const wanted = all.reduce((sum, one) => sum + Math.max(0, one.wish - one.least), 0);
  // Where not every text can have its wish, longer ones get more.
  const widths = all.map((one) => (wanted <= available - least ? Math.max(one.least, one.wish) : one.least));
  const rest = available - widths.reduce((sum, one) => sum + one, 0);
  const even = spread(all, widths, rest);
  const em = (way.small ? 10 : 12) * 20;
  const tallest = Math.max(
    ...all.map((one, index) => (one.whole / Math.max(1, even[index] ?? 1)) * (mostLines / mostCellLines)),
    ...(way.upright
      ? []
      : table.columns.map(
          (column, index) => (bold * textWidth(headingOf(column, way.short)) * em) / ((even[index + 1] ?? 1) - padding),
        )),
  );
  return tallest > mostLines && !way.upright ? undefined : even;
}

/** What is left of a page: first to texts that stand in several lines, by how much they say, then to all alike. */
function spread(all: readonly Need[], from: readonly number[], rest: number): number[] {
  let widths = [...from];
  let left = rest;
  // What one column does not need goes to the others; each round fills at least one.
  for (let round = 0; round < all.length && left > 1; round++) {
    const weights = all.map(({ whole, mean }, index) => (whole > (widths[index] ?? 0) ? mean : 0));
    const sum = weights.reduce((total, one) => total + one, 0);
    if (sum === 0) break;
    const given = widths.map((one, index) =>
      Math.min(one + (left * (weights[index] ?? 0)) / sum, Math.max(one, all[index]?.whole ?? 0)),
    );
    left -= given.reduce((total, one) => total + one, 0) - widths.reduce((total, one) => total + one, 0);
    widths = given;
  }
  return widths.map((one) => Math.floor(one + left / widths.length));
}

/** How high a row of headings is in which these stand upright, in as many lines as their columns hold. */
export function uprightRow(headings: readonly { text: string; width: number }[], small: boolean): number {
  const em = (small ? 10 : 12) * 20;
  const heights = headings.map(({ text, width }) => {
    const lines = Math.max(1, Math.floor((width - padding) / (em * 1.25)));
    // Lines do not break where it suits best: a word more than the even part.
    const even = lines === 1 ? textWidth(text) : textWidth(text) / lines + longestPiece(text) / 2;
    return bold * Math.max(longestPiece(text), Math.min(even, textWidth(text))) * em + 2 * padding;
  });
  return Math.ceil(Math.min(uprightHeight, Math.max(0, ...heights)));
}

/** Too much for any page: each column gets its part of what it would need. */
function squeezed(table: Table, measures: Measures, way: Way, available: number): number[] {
  const all = needs(table, measures, way);
  const total = all.reduce((sum, one) => sum + one.least, 0);
  return all.map((one) => Math.floor((one.least / total) * available));
}

/** Whether a heading stands well in a column of this width without being turned. */
export function headingFits(text: string, width: number, small: boolean): boolean {
  const em = (small ? 10 : 12) * 20;
  const room = width - padding;
  return bold * longestPiece(text) * em <= room && (bold * textWidth(text) * em) / room <= mostLines;
}

/** The heading of a column with its unit. */
export function headingOf({ title, short, unit }: Column, isShort: boolean): string {
  return `${isShort ? (short ?? title) : title}${unit ? `, ${unit}` : ""}`;
}
