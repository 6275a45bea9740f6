import { type Bounds, hull } from "../bounds/bounds.ts";

/** What a distribution over categories tells; intervals over all distributions that are possible. */
export interface Information {
  /** Shannon entropy in bits. */
  entropy: Bounds;
  /** Entropy as a share of the most that the scale allows; null for a scale of one value or of numbers. */
  normalized: Bounds | null;
  /** Share of pairs of municipalities with different values; null where there may be fewer than two. */
  separated: Bounds | null;
}

/**
 * H = −Σ p log2 p (Shannon, A mathematical theory of communication, 1948). 0 when all have the same value, log2 k when k
 * values are equally frequent. Counts are summed in the order of their size, so the order of rows and categories changes
 * nothing.
 *
 * @example
 * entropyOf([2, 2]) // 1
 */
export function entropyOf(counts: readonly number[]): number {
  const present = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const total = present.reduce((sum, count) => sum + count, 0);
  const sum = present.reduce((bits, count) => bits - (count / total) * Math.log2(count / total), 0);
  return sum + 0;
}

/**
 * Of all pairs, how many have different values: 1 − Σ n(n − 1) / (N(N − 1)). It counts and models nothing, so it can be said
 * of 29 municipalities as of 3,000: the numerator of Ferguson's coefficient of discrimination (Ferguson, On the theory of
 * test discrimination, Psychometrika 14, 1949), over pairs of different municipalities.
 *
 * @returns null for fewer than two
 * @example
 * separatedShare([1, 1, 0]) // 1
 */
export function separatedShare(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < 2) return null;
  const pairs = total * (total - 1);
  return (pairs - counts.reduce((sum, count) => sum + count * (count - 1), 0)) / pairs;
}

/**
 * The information of a column over all its possible distributions. Without their list (there are too many) the bounds are
 * those that hold for any distribution: 0 and the logarithm of the number of categories.
 *
 * @param scaleSize how many values the scale has; undefined for numbers
 */
export function informationOf(
  vectors: readonly (readonly number[])[] | undefined,
  categories: number,
  scaleSize: number | undefined,
): Information | null {
  const most = scaleSize !== undefined && scaleSize > 1 ? Math.log2(scaleSize) : undefined;
  if (!vectors) {
    const entropy: Bounds = [0, Math.log2(categories)];
    return { entropy, normalized: most === undefined ? null : [0, 1], separated: [0, 1] };
  }
  const filled = vectors.filter((counts) => counts.some((count) => count > 0));
  const entropy = hull(filled.map(entropyOf));
  if (!entropy) return null;
  const separated = filled.map(separatedShare);
  return {
    entropy,
    normalized: most === undefined ? null : [entropy[0] / most, Math.min(1, entropy[1] / most)],
    separated: separated.includes(null) ? null : hull(separated.flatMap((share) => share ?? [])),
  };
}
