import type { Area } from "./workbook.ts";

/**
 * The letters of a column.
 *
 * @example
 * columnName(27) // "AA"
 */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnName((column - 1 - rest) / 26) + letter : letter;
}

/** `B5`. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `B5:D9`. */
export function areaAddress({ top, left, bottom, right }: Area): string {
  return `${address(top, left)}:${address(bottom, right)}`;
}

/** `'Баллы'!$B$5`: a cell of any sheet, fixed. */
export function fixedCell(sheet: string, row: number, column: number): string {
  return `${quoted(sheet)}!$${columnName(column)}$${row}`;
}

/** `'Баллы'!$B$5:$D$9`: an area of any sheet, fixed. */
export function fixedArea(sheet: string, { top, left, bottom, right }: Area): string {
  return `${fixedCell(sheet, top, left)}:$${columnName(right)}$${bottom}`;
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
