import type { Column } from "@metodika/core";

/** A count that is certain, or lies between two numbers. */
export interface CountInterval {
  low: number;
  high: number;
}

/** Pairs of states that occur, with how often: what every table of two columns is made of. One pass over the rows. */
export function countPairs(before: Column, after: Column): { before: number; after: number; count: number }[] {
  const width = after.dictionary.length;
  const counts = new Uint32Array(before.dictionary.length * width);
  const [from, to] = [before.states, after.states];
  for (let row = 0; row < from.length; row++) counts[from[row]! * width + to[row]!]!++;
  const pairs: { before: number; after: number; count: number }[] = [];
  counts.forEach((count, key) => {
    if (count > 0) pairs.push({ before: Math.floor(key / width), after: key % width, count });
  });
  return pairs;
}

/** A table of zeros. */
export function noCounts(rows: number, columns: number): CountInterval[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ low: 0, high: 0 })));
}

/** Adds municipalities that may stand in any of some rows and columns: certainly, where only one place is possible. */
export function addCount(
  table: readonly (readonly CountInterval[])[],
  rows: readonly number[],
  columns: readonly number[],
  count: number,
): void {
  const isCertain = rows.length === 1 && columns.length === 1;
  for (const row of rows)
    for (const column of columns) {
      const place = table[row]?.[column];
      if (!place) continue;
      place.high += count;
      if (isCertain) place.low += count;
    }
}
