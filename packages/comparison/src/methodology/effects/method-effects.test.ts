import { type Criterion, Methodology, type RoundData } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { methodologyOf, roundOf, text } from "../../../test/invented.ts";
import { changesCap, effectsOnRound, effectsOverYears } from "./method-effects.ts";
import { rationalNumber } from "./rational.ts";

const base = methodologyOf();

/** A later version in which criteria are as given. */
const later = (change: (criteria: Criterion[]) => Criterion[], extra: Partial<Methodology> = {}): Methodology => ({
  ...base,
  version: "2.0.0",
  criteria: change(structuredClone(base.criteria)),
  ...extra,
});

const rows = { a: ["high", "yes", "5", "no"], b: ["low", "no", "1", "yes|no"] };
const round = roundOf(2023, rows, base);

/** The figures of a result of one municipality as `least..greatest`. */
function figures(after: Methodology, criterion: string, unit: number, data: RoundData = round, before = base) {
  const { effects, problems } = effectsOnRound(data, before, after);
  if (!effects) throw new Error(problems[0]?.message.en);
  const found = effects.results.find((result) => result.criterion === criterion)?.units[unit]?.figures;
  const show = ({
    low,
    high,
  }: {
    low: Parameters<typeof rationalNumber>[0];
    high: Parameters<typeof rationalNumber>[0];
  }) => `${Number(rationalNumber(low).toFixed(6))}..${Number(rationalNumber(high).toFixed(6))}`;
  return (
    found && {
      changes: Object.fromEntries(
        effects.changes.map(({ id }, place) => [id, show(found.changes[place] ?? found.change)]),
      ),
      change: show(found.change),
      from: show(found.from),
      to: show(found.to),
    }
  );
}

const withoutClub = (criteria: Criterion[]) =>
  criteria.map((criterion) => ({
    ...criterion,
    indicators: (criterion.indicators ?? []).filter(({ id }) => id !== "club"),
  }));

describe("the effect of a rule", () => {
  test("of a dropped indicator is what it gave, open where the answer is", () => {
    expect(figures(later(withoutClub), "people", 0)).toMatchObject({
      changes: { "indicator:club": "0..0" },
      change: "0..0",
    });
    // Yes gave 0.2, or nothing was given.
    expect(figures(later(withoutClub), "people", 1)).toMatchObject({
      changes: { "indicator:club": "-0.2..0" },
      from: "0.1..0.3",
      to: "0.1..0.1",
    });
  });

  test("of an added indicator is open: the round did not ask", () => {
    const old: Methodology = { ...base, criteria: withoutClub(structuredClone(base.criteria)) };
    const asked = roundOf(2023, { a: ["high", "yes", "5"] }, old);
    const after = { ...base, version: "2.0.0" };
    expect(figures(after, "people", 0, asked, old)).toMatchObject({
      changes: { "indicator:club": "0..0.2" },
      from: "0.3..0.3",
      to: "0.3..0.5",
    });
  });

  test("of a moved indicator leaves one criterion and enters the other", () => {
    const moved = later(([work, people]) => {
      const [headcount, club] = people?.indicators ?? [];
      return [
        { ...work, indicators: [...(work?.indicators ?? []), club] },
        { ...people, indicators: [headcount] },
      ] as Criterion[];
    });
    const known = roundOf(2023, { a: ["high", "yes", "5", "yes"] }, base);
    expect(figures(moved, "work", 0, known)).toMatchObject({ change: "0.2..0.2" });
    expect(figures(moved, "people", 0, known)).toMatchObject({ change: "-0.2..-0.2" });
    // In the total it no longer has the weight of 0.7.
    expect(figures(moved, "total", 0, known)).toMatchObject({ changes: { "indicator:club": "0.06..0.06" } });
  });

  test("of two rules that multiply is shared evenly", () => {
    // People 0.3 × 0.7 becomes 0.6 × 1.4: points alone give 0.21, the weight alone 0.21, both 0.63.
    const doubled = later(
      ([work, people]) =>
        [
          work,
          {
            ...people,
            weight: "1.4",
            indicators: people?.indicators?.map((one) => (one.id === "headcount" ? { ...one, weight: 2 } : one)),
          },
        ] as Criterion[],
    );
    expect(figures(doubled, "total", 0)).toMatchObject({
      changes: { "indicator:headcount": "0.315..0.315", "criterion:people": "0.315..0.315" },
      change: "0.63..0.63",
    });
  });

  test("is exact where results are no sums, over every combination of answers", () => {
    const best = (methodology: Methodology): Methodology => ({ ...methodology, total: { aggregate: "max" } });
    const greater = best(
      later(
        ([work, people]) =>
          [
            work,
            {
              ...people,
              indicators: people?.indicators?.map((one) => (one.id === "headcount" ? { ...one, weight: 30 } : one)),
            },
          ] as Criterion[],
      ),
    );
    // The greater of 0 and 0.1, or 0.3 with the club; then 3, or 3.2: 2.9 more whatever the club is.
    expect(figures(greater, "total", 1, round, best(base))).toMatchObject({
      from: "0.1..0.3",
      to: "3..3.2",
      changes: { "indicator:headcount": "2.9..2.9" },
    });
  });

  test("is good to the ninth digit, and says so, where points are no exact decimals", () => {
    const mean = later((criteria) =>
      criteria.map((one) => ({ ...one, points: { aggregate: "geometric-mean" as const } })),
    );
    const { effects } = effectsOnRound(round, base, mean);
    expect(effects?.results.map(({ criterion, exact }) => [criterion, exact])).toEqual([
      ["work", false],
      ["people", false],
      ["total", false],
    ]);
    // The mean of 2 and 1 is their root.
    expect(figures(mean, "work", 0)).toMatchObject({ from: "3..3", to: "1.414214..1.414214" });
  });

  test("of a rescaled indicator is what the legends make of the answer", () => {
    const legend = (...codes: [string, string][]) => ({
      type: "codes" as const,
      measure: { title: text("share"), unit: "percent" as const, from: 0, to: 100 },
      codes: codes.map(([code, interval], order) => ({ code, order, title: text(code), interval })),
    });
    const version = (number: string, scale: ReturnType<typeof legend>, points: Record<string, number>) =>
      Methodology.parse({
        ...base,
        version: number,
        scales: { share: scale },
        criteria: [
          {
            id: "work",
            title: text("work"),
            points: { aggregate: "sum" },
            indicators: [{ id: "trained", title: text("trained"), scale: "share", points }],
          },
        ],
        total: undefined,
        levels: undefined,
      });
    const was = version("1.0.0", legend(["nobody", "[0,0]"], ["some", "(0,100)"], ["all", "[100,100]"]), {
      nobody: 0,
      some: 1,
      all: 2,
    });
    const is = version(
      "2.0.0",
      legend(["nobody", "[0,0]"], ["few", "(0,50)"], ["most", "[50,100)"], ["all", "[100,100]"]),
      { nobody: 0, few: 1, most: 2, all: 3 },
    );
    const asked = roundOf(2023, { a: ["some"], b: ["all"] }, was);
    expect(figures(is, "work", 0, asked, was)).toMatchObject({
      from: "1..1",
      to: "1..2",
      changes: { "indicator:trained": "0..1" },
    });
    expect(figures(is, "work", 1, asked, was)).toMatchObject({
      from: "2..2",
      to: "3..3",
      changes: { "indicator:trained": "1..1" },
    });
    // A round of the later version, scored by the earlier one.
    const recent = roundOf(2024, { a: ["few"] }, is);
    expect(figures(is, "work", 0, recent, was)).toMatchObject({ from: "1..1", to: "1..1" });
  });
});

describe("two years", () => {
  test("with the same rules are all data", () => {
    const { effects } = effectsOverYears(round, roundOf(2024, { a: ["low", "yes", "5", "no"] }, base));
    const total = effects?.results.at(-1)?.units;
    expect(total?.map(({ municipality }) => municipality)).toEqual(["a"]);
    const { data, method, change } = total?.[0]?.figures ?? {};
    expect([data?.low, method?.low].map((end) => end && rationalNumber(end))).toEqual([-2, 0]);
    expect(data).toEqual(change);
    expect(effects?.apart.map(({ kind }) => kind)).toEqual(["gone"]);
  });
});

describe("effects are refused with the reason", () => {
  const code = (after: Methodology, before = base, data = round) =>
    effectsOnRound(data, before, after).problems[0]?.code;

  test("for methodologies of different regions, and a round of a third", () => {
    expect(code(methodologyOf({ region: "other" }))).toBe("effects/other-region");
    expect(code({ ...base, version: "3.0.0" }, { ...base, version: "2.0.0" })).toBe("effects/other-methodology");
  });

  test("for criteria that stand elsewhere in the tree", () => {
    const nested = later(([work, people]) => [{ ...work, criteria: [people] }] as Criterion[]);
    expect(code(nested)).toBe("effects/other-tree");
  });

  test("for more rules than are tried where results are no sums, with the number", () => {
    const many = later((criteria) =>
      criteria.map((criterion, index) =>
        index > 0
          ? criterion
          : {
              ...criterion,
              indicators: [
                ...(criterion.indicators ?? []),
                ...Array.from({ length: changesCap + 1 }, (_, extra) => ({
                  id: `extra-${extra}`,
                  title: text("extra"),
                  scale: "yes-no",
                  points: { yes: 1, no: 0 },
                })),
              ],
            },
      ),
    );
    // Sums are exact for any number of rules: each may add 1.
    const ends = effectsOnRound(round, base, many).effects?.results[0]?.units[0]?.figures?.change;
    expect([ends?.low, ends?.high].map((end) => end && rationalNumber(end))).toEqual([0, 13]);
    const best = (methodology: Methodology): Methodology => ({ ...methodology, total: { aggregate: "max" } });
    expect(effectsOnRound({ ...round, methodology: best(base) }, best(base), best(many)).problems).toMatchObject([
      { code: "effects/too-many-changes", value: "13" },
    ]);
  });

  test("for a municipality without a result, which is said of it alone", () => {
    const silent = roundOf(2023, { a: rows.a, b: ["status:L", "status:L", "status:L", "status:L"] }, base);
    const { effects } = effectsOnRound(silent, base, later(withoutClub));
    expect(effects?.results.at(-1)?.units.map(({ state }) => state)).toEqual(["computed", "not-scored"]);
  });
});
