import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KruskalWallis, kruskalWallis, multinomial } from "./kruskal-wallis.ts";

/** The values of each group, from how many fall into each category. */
function valuesOf(counts: readonly (readonly number[])[]): number[][] {
  return counts.map((group) => group.flatMap((count, category) => Array<number>(count).fill(category)));
}

/** H by its definition, from midranks counted pair by pair. */
function statistic(groups: readonly (readonly number[])[]): number {
  const all = groups.flat();
  const n = all.length;
  const rank = (value: number) =>
    1 + all.filter((other) => other < value).length + (all.filter((other) => other === value).length - 1) / 2;
  const between = groups.reduce((sum, group) => {
    if (group.length === 0) return sum;
    return sum + group.reduce((ranks, value) => ranks + rank(value), 0) ** 2 / group.length;
  }, 0);
  const ties = [...new Set(all)].map((value) => all.filter((other) => other === value).length);
  const correction = 1 - ties.reduce((sum, tie) => sum + tie ** 3 - tie, 0) / (n ** 3 - n);
  return ((12 / (n * (n + 1))) * between - 3 * (n + 1)) / correction;
}

/** Every way to deal the values to groups of the same sizes, one by one. */
function* deals(values: readonly number[], sizes: readonly number[]): Generator<number[][]> {
  const [first, ...rest] = values;
  if (first === undefined) {
    yield sizes.map(() => []);
    return;
  }
  for (let group = 0; group < sizes.length; group++) {
    if (sizes[group] === 0) continue;
    const left = sizes.map((size, index) => (index === group ? size - 1 : size));
    for (const others of deals(rest, left)) yield others.map((own, index) => (index === group ? [first, ...own] : own));
  }
}

function exact(counts: readonly (readonly number[])[]): KruskalWallis {
  const result = kruskalWallis(counts);
  if (!result || result === "too-large") throw new Error("nothing was calculated");
  return result;
}

describe("the exact Kruskal–Wallis test", () => {
  it("agrees with a complete enumeration of all deals", () => {
    const group = fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 3 }), (counts) => {
        const values = valuesOf(counts);
        fc.pre(values.flat().length <= 8);
        const result = kruskalWallis(counts);
        if (!result || result === "too-large") {
          const groups = values.filter(({ length }) => length > 0);
          expect(groups.length < 2 || new Set(groups.flat()).size < 2).toBe(true);
          return;
        }
        const observed = statistic(values);
        const sizes = values.map(({ length }) => length);
        const all = [...deals(values.flat(), sizes)].map(statistic);
        expect(result.h).toBeCloseTo(observed, 9);
        expect(result.ways).toBe(BigInt(all.length));
        expect(result.asGreat).toBe(BigInt(all.filter((one) => one >= observed - 1e-9).length));
      }),
      { numRuns: 100 },
    );
  });

  it("agrees with SciPy", () => {
    // scipy.stats.permutation_test of scipy.stats.kruskal over all 560 and all 70 deals, SciPy 1.17.1.
    const three = exact([
      [1, 2, 0],
      [2, 0, 1],
      [0, 0, 2],
    ]);
    expect(three.h).toBeCloseTo(3.111111111111112, 12);
    expect([three.ways, three.p]).toEqual([560n, 0.325]);
    const two = exact([
      [2, 1, 1],
      [0, 1, 3],
    ]);
    expect(two.h).toBeCloseTo(2.430555555555554, 12);
    expect(two.p).toBeCloseTo(0.2571428571428571, 15);
  });

  it("does not hang on the order of the groups", () => {
    const [a, b, c] = [
      [3, 3, 5],
      [2, 1, 1],
      [7, 3, 6],
    ] as const;
    expect(exact([c, a, b])).toEqual(exact([a, b, c]));
  });

  it("says what effect such groups would show: the smallest whose p is 0.05 or less", () => {
    const values = [0, 1, 2, 3, 4, 5];
    const { detectable } = exact([
      [1, 1, 1, 0, 0, 0],
      [0, 0, 0, 1, 1, 1],
    ]);
    const all = [...deals(values, [3, 3])].map(statistic).sort((x, y) => y - x);
    const reaching = all.filter((one) => all.filter((other) => other >= one - 1e-9).length / all.length <= 0.05);
    // With three against three the smallest p is 2 of 20: no difference reaches 0.05.
    expect(reaching).toEqual([]);
    expect(detectable).toBeNull();
  });

  it("has nothing to test without two groups or two values, and says when there are too many", () => {
    expect(kruskalWallis([[2, 3]])).toBeUndefined();
    expect(
      kruskalWallis([
        [2, 0],
        [3, 0],
      ]),
    ).toBeUndefined();
    expect(
      kruskalWallis(
        [
          [2, 5, 4],
          [3, 1, 6],
        ],
        { cap: 3 },
      ),
    ).toBe("too-large");
  });
});

it("things fall into parts in as many ways as the multinomial coefficient says", () => {
  expect(multinomial([2, 1, 1])).toBe(12n);
  expect(multinomial([11, 20])).toBe(84_672_315n);
});
