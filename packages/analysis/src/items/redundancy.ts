import type { PlacedIndicator, RoundData } from "@metodika/core";
import { type Bounds, hull } from "../bounds/bounds.ts";
import { countVectors } from "../category/count-vectors.ts";
import { type ItemCategories, itemCategories } from "../category/item-categories.ts";

/** Two indicators that say nearly the same. */
export interface RedundantPair {
  a: PlacedIndicator;
  b: PlacedIndicator;
  /** Municipalities that have a value of both. */
  base: Bounds;
  /** Of these, how many have the same place on both scales. */
  same: Bounds;
  /** The share of the same, 0 to 1. */
  agreement: Bounds;
  /** For scales of two values: those better on both, of those better on either; null where nobody is. */
  jaccard: Bounds | null;
  /** For scales of two values: φ, −1 to 1; null where one of the indicators may have one value only. */
  phi: Bounds | null;
  /** The one follows from the other for every municipality, and both separate: one of the two tells nothing new. */
  duplicate: boolean;
}

/**
 * Pairs of indicators that agree almost always, the nearest first. Compared are indicators whose scales have the same
 * codes, or two values each. Two that nearly all fulfil agree nearly always by that alone; φ, the correlation of two
 * yes-or-no values (Yule, On the methods of measuring association, Journal of the Royal Statistical Society 75, 1912),
 * tells such pairs from those that go together; so does the share after Jaccard (1901), which leaves out who has neither.
 *
 * @param least share of agreement that is certain, from which a pair is told
 */
export function redundantPairs(data: RoundData, { least = 0.9 }: { least?: number } = {}): RedundantPair[] {
  const columns = itemCategories(data).flatMap((column) => column ?? []);
  const pairs = columns.flatMap((a, index) => columns.slice(index + 1).flatMap((b) => compared(a, b) ?? []));
  return pairs
    .filter(({ agreement, duplicate }) => duplicate || agreement[0] >= least)
    .sort((x, y) => y.agreement[0] - x.agreement[0] || y.agreement[1] - x.agreement[1]);
}

/** Two columns held against each other; null where their scales do not allow it, or nobody may have both. */
function compared(a: ItemCategories, b: ItemCategories): RedundantPair | null {
  const size = a.scaleSize;
  if (size === undefined || size !== b.scaleSize || size < 2) return null;
  const ids = (column: ItemCategories) => column.categories.slice(column.offset).map(({ id }) => id);
  if (size !== 2 && ids(a).join() !== ids(b).join()) return null;
  // A missing value that counts as zero stands with the worst value.
  const places = ({ offset }: ItemCategories, possible: readonly number[]) => [
    ...new Set(possible.map((position) => Math.max(0, position - offset))),
  ];
  const out = size * size;
  const things = a.units.map((x, row) => {
    const y = b.units[row];
    const both = places(a, x.possible).flatMap((i) => places(b, y?.possible ?? []).map((j) => i * size + j));
    return x.absent === "no" && y?.absent === "no" ? both : [...both, out];
  });
  const vectors = countVectors(things, out + 1)?.map((vector) => tableOf(vector, size));
  if (!vectors || vectors.length === 0) return null;
  const filled = vectors.filter((table) => sum(table.flat()) > 0);
  const agreement = hull(filled.map((table) => diagonal(table) / sum(table.flat())));
  if (!agreement) return null;
  return {
    a: a.placed,
    b: b.placed,
    base: hull(vectors.map((table) => sum(table.flat()))) ?? [0, 0],
    same: hull(vectors.map(diagonal)) ?? [0, 0],
    agreement,
    jaccard: size === 2 ? hull(filled.flatMap((table) => jaccardOf(table) ?? [])) : null,
    phi: size === 2 ? allOf(filled.map(phiOf)) : null,
    duplicate: filled.every(isOneToOne),
  };
}

type Crossing = readonly (readonly number[])[];

function tableOf(vector: readonly number[], size: number): Crossing {
  return Array.from({ length: size }, (_, row) => vector.slice(row * size, (row + 1) * size));
}

function diagonal(table: Crossing): number {
  return sum(table.map((row, index) => row[index] ?? 0));
}

/** n11 / (n11 + n10 + n01); undefined where nobody is better on either. */
function jaccardOf([[, c = 0] = [], [b = 0, d = 0] = []]: Crossing): number | undefined {
  return b + c + d === 0 ? undefined : d / (b + c + d);
}

/** (n11 n00 − n10 n01) / √(products of the margins); undefined where a margin is empty. */
function phiOf([[a = 0, c = 0] = [], [b = 0, d = 0] = []]: Crossing): number | undefined {
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  return margins === 0 ? undefined : (a * d - b * c) / Math.sqrt(margins);
}

function allOf(values: readonly (number | undefined)[]): Bounds | null {
  return values.includes(undefined) ? null : hull(values.flatMap((value) => value ?? []));
}

/** Each value of the one goes with one value of the other, and there are at least two. */
function isOneToOne(table: Crossing): boolean {
  const rows = table.filter((row) => sum(row) > 0);
  const columns = (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0));
  const single = (line: readonly number[]) => line.filter((count) => count > 0).length <= 1;
  return rows.length > 1 && table.every(single) && columns.every(single);
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
