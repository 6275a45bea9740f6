/** The exact result of a Kruskal–Wallis test. */
export interface KruskalWallis {
  /** The statistic, corrected for ties. */
  h: number;
  /** Of so many equally likely ways to deal the values to the groups … */
  ways: bigint;
  /** … so many give a statistic as great, or greater. */
  asGreat: bigint;
  p: number;
  /** ε² = H / (n − 1): share of the variance of the ranks that lies between the groups. */
  epsilonSquared: number;
  /** η² = (H − k + 1) / (n − k): the same, less what chance alone would give; may be negative. */
  etaSquared: number;
  /** The smallest ε² that would have had p of at most `alpha`; null where no way to deal the values has. */
  detectable: number | null;
}

/** More states of the calculation than this are not kept. */
export const stateCap = 200_000;

/**
 * Kruskal–Wallis: do ordered values differ between groups? p is exact: over all ways in which the same values, ties
 * included, could have been dealt to groups of the same sizes. Not all ways are visited (30 values in three groups have
 * thousands of billions): values of one category share a rank, so what counts is how many of each category a group gets, and
 * categories are dealt one after the other with the rank sums so far as the state.
 *
 * H = (12 / (N (N + 1)) Σ R²/n − 3 (N + 1)) / (1 − Σ (t³ − t) / (N³ − N)) (Kruskal and Wallis, Use of ranks in one-criterion
 * variance analysis, Journal of the American Statistical Association 47, 1952). Effect sizes after Tomczak and Tomczak, The
 * need to report effect size estimates revisited, Trends in Sport Sciences 1, 2014. For two groups this is the two-sided
 * Wilcoxon–Mann–Whitney test.
 *
 * @param counts of each group: how many values fall into each category, the lowest first
 * @returns undefined where there is nothing to test (fewer than two groups with values, all values equal), `"too-large"`
 *   above the cap
 * @example
 * kruskalWallis([[2, 0], [0, 2]]) // { h: 3, ways: 6n, asGreat: 2n, … }
 */
export function kruskalWallis(
  counts: readonly (readonly number[])[],
  { alpha = 0.05, cap = stateCap }: { alpha?: number; cap?: number } = {},
): KruskalWallis | "too-large" | undefined {
  const groups = counts.filter((group) => sum(group) > 0);
  const sizes = groups.map(sum);
  const n = sum(sizes);
  const ties = (groups[0] ?? []).map((_, category) => sum(groups.map((group) => group[category] ?? 0)));
  if (groups.length < 2 || ties.filter((tie) => tie > 0).length < 2) return undefined;
  const ranks = doubledRanks(ties);
  const common = sizes.reduce(leastCommonMultiple, 1);
  // Σ R²/n, with doubled ranks and over the common denominator: a whole number.
  const spread = (sums: readonly number[]) => sum(sums.map((own, group) => (own * own * common) / (sizes[group] ?? 1)));
  if (n * (n + 1) * n * (n + 1) * common > Number.MAX_SAFE_INTEGER) return "too-large";
  const observed = spread(groups.map((group) => sum(group.map((count, category) => count * (ranks[category] ?? 0)))));
  const distribution = spreads(sizes, ties, ranks, spread, cap);
  if (!distribution) return "too-large";
  const tieCorrection = 1 - sum(ties.map((tie) => tie ** 3 - tie)) / (n ** 3 - n);
  const statistic = (value: number) => ((12 / (n * (n + 1))) * (value / (4 * common)) - 3 * (n + 1)) / tieCorrection;
  const ordered = [...distribution].sort(([a], [b]) => b - a);
  const ways = ordered.reduce((all, [, own]) => all + own, 0n);
  let asGreat = 0n;
  let tail = 0n;
  let detectable: number | null = null;
  for (const [value, own] of ordered) {
    if (value >= observed) asGreat += own;
    tail += own;
    if (ratio(tail, ways) <= alpha) detectable = statistic(value) / (n - 1);
  }
  const h = Math.max(0, statistic(observed));
  const k = groups.length;
  return {
    h,
    ways,
    asGreat,
    p: ratio(asGreat, ways),
    epsilonSquared: h / (n - 1),
    etaSquared: n === k ? 0 : (h - k + 1) / (n - k),
    detectable,
  };
}

/** Twice the mean rank of each category. */
function doubledRanks(ties: readonly number[]): number[] {
  let before = 0;
  return ties.map((tie) => {
    const rank = 2 * before + tie + 1;
    before += tie;
    return rank;
  });
}

interface State {
  used: readonly number[];
  sums: readonly number[];
  ways: bigint;
}

/** How many ways lead to each spread of the rank sums; undefined above the cap. */
function spreads(
  sizes: readonly number[],
  ties: readonly number[],
  ranks: readonly number[],
  spread: (sums: readonly number[]) => number,
  cap: number,
): Map<number, bigint> | undefined {
  const none = sizes.map(() => 0);
  let states = new Map<string, State>([["", { used: none, sums: none, ways: 1n }]]);
  for (const [category, tie] of ties.entries()) {
    if (tie === 0) continue;
    const rank = ranks[category] ?? 0;
    const next = new Map<string, State>();
    for (const { used, sums, ways } of states.values())
      for (const dealt of deals(
        tie,
        sizes.map((size, group) => size - (used[group] ?? 0)),
      )) {
        const now = used.map((count, group) => count + (dealt[group] ?? 0));
        const ranked = sums.map((own, group) => own + (dealt[group] ?? 0) * rank);
        const key = `${now}|${ranked}`;
        const more = ways * multinomial(dealt);
        const known = next.get(key);
        if (known) known.ways += more;
        else next.set(key, { used: now, sums: ranked, ways: more });
        if (next.size > cap) return undefined;
      }
    states = next;
  }
  const result = new Map<number, bigint>();
  for (const { sums, ways } of states.values()) {
    const value = spread(sums);
    result.set(value, (result.get(value) ?? 0n) + ways);
  }
  return result;
}

/** All ways to deal so many things to groups that have so much room left. */
function* deals(things: number, room: readonly number[]): Generator<number[]> {
  const [first = 0, ...rest] = room;
  if (rest.length === 0) {
    if (things <= first) yield [things];
    return;
  }
  const left = sum(rest);
  for (let own = Math.max(0, things - left); own <= Math.min(first, things); own++)
    for (const others of deals(things - own, rest)) yield [own, ...others];
}

/** In how many ways different things fall into parts of these sizes. */
export function multinomial(parts: readonly number[]): bigint {
  let [result, taken] = [1n, 0];
  for (const part of parts)
    for (let own = 1; own <= part; own++) {
      taken++;
      result = (result * BigInt(taken)) / BigInt(own);
    }
  return result;
}

/** A ratio of whole numbers of any size as a binary number. */
function ratio(numerator: bigint, denominator: bigint): number {
  const precision = 10n ** 18n;
  return Number((numerator * precision) / denominator) / Number(precision);
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
