/** Above so many different distributions a result falls back on bounds that hold without trying them. */
export const vectorCap = 100_000;

/**
 * Every distribution that a column can turn out to have: how many things fall into each category, over all ways to settle
 * the things, each distribution once. Things with the same choice are settled together, so n things that can be one of k
 * categories give (n + k − 1 over k − 1) distributions and not k to the power of n ways.
 *
 * @param things for each the positions of categories that it can have; an empty list is left out of all
 * @param size how many categories there are
 * @param limits least and greatest count of a category, where more is known of it than of single things
 * @returns undefined above the cap
 * @example
 * countVectors([[0], [0, 1]], 2) // [[1, 1], [2, 0]]
 */
export function countVectors(
  things: readonly (readonly number[])[],
  size: number,
  { cap = vectorCap, limits }: { cap?: number; limits?: readonly (readonly [number, number])[] } = {},
): number[][] | undefined {
  const groups = new Map<string, { options: readonly number[]; count: number }>();
  for (const options of things) {
    if (options.length === 0) continue;
    const key = options.join();
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { options, count: 1 });
  }
  let vectors = new Map<string, number[]>([["", Array<number>(size).fill(0)]]);
  for (const { options, count } of groups.values()) {
    const next = new Map<string, number[]>();
    for (const vector of vectors.values())
      for (const parts of compositions(count, options.length)) {
        const sum = [...vector];
        options.forEach((category, index) => {
          sum[category] = (sum[category] ?? 0) + (parts[index] ?? 0);
        });
        if (limits?.some(([, most], category) => (sum[category] ?? 0) > most)) continue;
        next.set(sum.join(), sum);
        if (next.size > cap) return undefined;
      }
    vectors = next;
  }
  const found = [...vectors.values()].filter(
    (vector) => !limits?.some(([fewest], category) => (vector[category] ?? 0) < fewest),
  );
  return found.sort(inOrder);
}

/** All ways to write a whole number as an ordered sum of so many parts. */
function* compositions(total: number, parts: number): Generator<number[]> {
  if (parts <= 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first++)
    for (const rest of compositions(total - first, parts - 1)) yield [first, ...rest];
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
