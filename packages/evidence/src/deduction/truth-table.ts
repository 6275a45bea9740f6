import type { Truth } from "@metodika/core";

/** The truths of one predicate for every way to settle one municipality's cells: filled in as they are first asked for. */
export interface TruthTable {
  /** The predicate's cells that the tables leave open, and how far apart two outcomes of each stand in `told`. */
  cells: readonly number[];
  strides: readonly number[];
  /** By place; 0 where it was not asked for yet, else one more than the position in `truths`. */
  told: Uint8Array;
}

/** The truths in the order in which a table numbers them. */
export const truths: readonly Truth[] = ["yes", "no", "maybe"];

/** Tables with more places than this are not made. */
const placeCap = 2 ** 16;

/**
 * Prepares a table; null where it would be too large.
 *
 * @param sizes for each of the cells, how many outcomes it has
 */
export function truthTable(cells: readonly number[], sizes: readonly number[]): TruthTable | null {
  const strides: number[] = [];
  let places = 1;
  for (const size of sizes) {
    strides.push(places);
    places *= size;
  }
  return places > placeCap ? null : { cells, strides, told: new Uint8Array(places) };
}

/** The place of a settled row in a table; -1 where a cell that matters is open. */
export function placeIn({ cells, strides }: TruthTable, row: readonly number[]): number {
  let place = 0;
  for (let index = 0; index < cells.length; index++) {
    const bits = row[cells[index] as number] as number;
    if (bits & (bits - 1)) return -1;
    place += (strides[index] as number) * (31 - Math.clz32(bits));
  }
  return place;
}
