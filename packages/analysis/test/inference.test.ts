import { describe, expect, it } from "vitest";
import { groupTest, kruskalWallis, testedInferences } from "../src/index.ts";
import { plainValues, primorye } from "./real.ts";

const order = ["none", "insufficient", "acceptable", "optimal"];

/** Headcounts of the services that are declared, by type, counted from the cells by hand. */
function headcounts(types: readonly string[]): number[] {
  const [forms, values] = [plainValues(primorye, "service-form"), plainValues(primorye, "headcount")];
  const own = primorye.municipalities.filter(({ id, type }) => types.includes(type) && forms.get(id) !== "none");
  return order.map((code) => own.filter(({ id }) => values.get(id) === code).length);
}

/** All tables with the margins of a table, by cells: how likely each is, and Σ R²/n by midranks. */
function* tablesWith(sizes: readonly number[], ties: readonly number[]): Generator<number[][]> {
  const [tie, ...rest] = ties;
  if (tie === undefined) {
    if (sizes.every((size) => size === 0)) yield [];
    return;
  }
  function* columns(left: number, room: readonly number[]): Generator<number[]> {
    const [first, ...others] = room;
    if (first === undefined) {
      if (left === 0) yield [];
      return;
    }
    for (let own = 0; own <= Math.min(left, first); own++)
      for (const further of columns(left - own, others)) yield [own, ...further];
  }
  for (const column of columns(tie, sizes))
    for (const further of tablesWith(
      sizes.map((size, group) => size - (column[group] ?? 0)),
      rest,
    ))
      yield [column, ...further];
}

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));

const waysOf = (parts: readonly number[]): bigint =>
  parts.reduce((ways, part) => ways / factorial(part), factorial(parts.reduce((sum, part) => sum + part, 0)));

/** p as a ratio of whole numbers, by enumeration of the tables. */
function enumerated(groups: readonly (readonly number[])[]): [bigint, bigint] {
  const sizes = groups.map((group) => group.reduce((sum, count) => sum + count, 0));
  const ties = order.map((_, category) => groups.reduce((sum, group) => sum + (group[category] ?? 0), 0));
  const ranks = ties.map((tie, category) => ties.slice(0, category).reduce((sum, own) => sum + own, 0) + (tie + 1) / 2);
  const spread = (columns: readonly (readonly number[])[]) =>
    sizes.reduce((sum, size, group) => {
      const ranked = columns.reduce((own, column, category) => own + (column[group] ?? 0) * (ranks[category] ?? 0), 0);
      return sum + ranked ** 2 / size;
    }, 0);
  const observed = spread(order.map((_, category) => groups.map((group) => group[category] ?? 0)));
  let [asGreat, all] = [0n, 0n];
  for (const columns of tablesWith(sizes, ties)) {
    const ways = columns.reduce((product, column) => product * waysOf(column), 1n);
    all += ways;
    if (spread(columns) >= observed - 1e-9) asGreat += ways;
  }
  return [asGreat, all];
}

const groupings = [
  [["urban-okrug"], ["municipal-okrug"], ["municipal-district"]],
  [["urban-okrug"], ["municipal-okrug", "municipal-district"]],
] as const;

describe("the conclusion of Primorye's report on location and headcount", () => {
  const [inference] = testedInferences(primorye);

  it("is tested for services and for all municipalities, by three types and by two groups", () => {
    expect(inference?.claim.id).toBe("headcount-and-location");
    expect(inference?.tests.map(({ universe, test }) => [universe?.id, test.groups.length, test.n])).toEqual([
      ["declared", 3, [31, 31]],
      ["declared", 2, [31, 31]],
      [undefined, 3, [34, 34]],
      [undefined, 2, [34, 34]],
    ]);
  });

  it.each(groupings.map((grouping, index) => [index, grouping] as const))(
    "of services has the p that an enumeration of all tables gives (grouping %i)",
    (index, grouping) => {
      const counts = grouping.map((types) => headcounts(types));
      const test = inference?.tests[index]?.test;
      expect(test?.groups.map((group) => group.counts.map(([low]) => low))).toEqual(counts);
      const [asGreat, ways] = enumerated(counts);
      expect([test?.result?.single?.asGreat, test?.result?.single?.ways]).toEqual([asGreat, ways]);
    },
  );

  it("has the H that SciPy gives, and the counts that the text misstates", () => {
    // scipy.stats.kruskal, SciPy 1.17.1; its p (0.655 and 0.401) is that of the χ² distribution.
    expect(inference?.tests[0]?.test.result?.h[0]).toBeCloseTo(0.8451704545454526, 12);
    expect(inference?.tests[1]?.test.result?.h[0]).toBeCloseTo(0.7045454545454484, 12);
    expect(groupings[0].map((types) => headcounts(types).at(-1))).toEqual([5, 1, 6]);
  });

  it("of all municipalities has a p for every value that Vladivostok and Anuchinsky can have", () => {
    const test = inference?.tests[2]?.test;
    expect(test?.open).toEqual(["vladivostoksky-go", "anuchinsky-mo"]);
    const ps: number[] = [];
    // Terneysky, a district, has no staff.
    const [urban, okrugs, districts] = groupings[0].map((types) => headcounts(types));
    for (const a of order.keys())
      for (const b of order.keys()) {
        const plus = (counts: number[] | undefined, at: number) =>
          (counts ?? []).map((count, category) => count + Number(category === at));
        const result = kruskalWallis([plus(urban, a), plus(okrugs, b), plus(districts, 0)]);
        if (result && result !== "too-large") ps.push(result.p);
      }
    expect(ps).toHaveLength(16);
    expect(test?.result?.p).toEqual([Math.min(...ps), Math.max(...ps)]);
  });
});

describe("a group test", () => {
  it("refuses a type in two groups", () => {
    const groups = [["urban-okrug"], ["urban-okrug", "municipal-okrug"]] as const;
    expect(() => groupTest(primorye, { indicator: "headcount", groups })).toThrow(TypeError);
  });

  it("of an indicator that is not there is nothing", () => {
    expect(groupTest(primorye, { indicator: "headcounts", groups: groupings[0] })).toBeUndefined();
  });

  it("says when there are too many ways to settle what is unknown", () => {
    const test = groupTest(primorye, { indicator: "training", groups: [["urban-okrug"], ["municipal-district"]] });
    expect(test?.result?.p[0]).toBeLessThan(test?.result?.p[1] ?? 0);
    const wide = groupTest(primorye, {
      indicator: "service-form",
      groups: groupings[0].map((types) => [...types]),
    });
    // 12 · 5 · 17 ways: each group settles by itself.
    expect(wide?.completions).toBe(12 * 5 * 17);
  });
});
