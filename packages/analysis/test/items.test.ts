import { describe, expect, it } from "vitest";
import {
  countVectors,
  itemProfiles,
  nonSeparating,
  possibleShares,
  ratioBounds,
  redundantPairs,
  restScores,
  separationOf,
} from "../src/index.ts";
import { amur, ensk, plainValues, primorye } from "./real.ts";

/** The answers of Amur as the printed points count them: an empty cell and a cancelled seminar are a no. */
function yes(indicator: string): Map<string, boolean> {
  const answers = [...plainValues(amur, indicator)].filter(([, value]) => value !== "L");
  return new Map(answers.map(([id, value]) => [id, value === "yes" || Number(value) > 0]));
}

const profiles = itemProfiles(amur);
const byId = new Map(profiles.map((profile) => [profile.indicator.id, profile]));

describe("the indicators of Amur", () => {
  it.each(profiles.map(({ indicator }) => indicator.id))("%s: entropy, separation and ends counted by hand", (id) => {
    const profile = byId.get(id);
    const answers = [...yes(id).values()];
    const [n, k] = [answers.length, answers.filter(Boolean).length];
    const [p, q] = [k / n, 1 - k / n];
    expect(profile?.base).toEqual([28, 28]);
    expect(profile?.information?.entropy[0]).toBeCloseTo(-(p * Math.log(p) + q * Math.log(q)) / Math.LN2, 12);
    expect(profile?.information?.separated?.[0]).toBeCloseTo((k * (n - k)) / ((n * (n - 1)) / 2), 12);
    expect(profile?.ceiling).toMatchObject({ numerator: [k, k], denominator: [n, n] });
    expect(profile?.ceiling?.percent?.[0]).toBeCloseTo(100 * p, 12);
    expect(profile?.floor?.numerator).toEqual([n - k, n - k]);
  });

  it.each(["regulation", "meeting-schedule", "networking", "teacher-prize", "association-members"])(
    "%s: agreement with the rest, pair by pair",
    (id) => {
      const profile = byId.get(id);
      const siblings = (profile?.criterion.indicators ?? []).filter((one) => one.id !== id).map((one) => yes(one.id));
      const own = [...yes(id)];
      const rest = (unit: string) => siblings.filter((answers) => answers.get(unit)).length;
      let [agree, against, pairs] = [0, 0, 0];
      for (const [a, better] of own)
        for (const [b, worse] of own) {
          if (!better || worse) continue;
          pairs++;
          if (rest(a) > rest(b)) agree++;
          if (rest(a) < rest(b)) against++;
        }
      expect(profile?.rest?.exact).toBe(true);
      expect(profile?.rest?.d[0]).toBeCloseTo((agree - against) / pairs, 12);
    },
  );

  it("an item and its rest give the points that the criterion has", () => {
    const criterion = byId.get("networking")?.criterion;
    const rest = criterion && restScores(amur, criterion, "networking");
    const [unit] = amur.municipalities;
    const without = (criterion?.indicators ?? []).filter(({ id }) => id !== "networking");
    expect(rest?.[0]?.points[0]).toBe(without.filter(({ id }) => yes(id).get(unit?.id ?? "")).length);
  });

  it("four tell municipalities apart only weakly, the schedule and the analysis of meetings least", () => {
    const found = nonSeparating(profiles).map(({ profile, separation }) => [profile.indicator.id, separation]);
    expect(found).toEqual([
      ["meeting-schedule", "weakly"],
      ["meeting-analysis", "weakly"],
      ["analytics", "weakly"],
      ["municipal-contests", "weakly"],
    ]);
    for (const [id = ""] of found) {
      const answers = [...yes(id).values()];
      expect(answers.filter(Boolean).length / answers.length).toBeGreaterThan(0.8);
    }
  });

  it("the schedule and the analysis of meetings are the same for all, and no other pair is", () => {
    const pairs = redundantPairs(amur);
    expect(pairs.map(({ a, b, duplicate }) => [a.indicator.id, b.indicator.id, duplicate])).toEqual([
      ["meeting-schedule", "meeting-analysis", true],
    ]);
    expect([...yes("meeting-schedule")]).toEqual([...yes("meeting-analysis")]);
  });

  it("φ, Jaccard and agreement of a pair are those of its four counts", () => {
    const pair = redundantPairs(amur, { least: 0.8 }).find(
      ({ a, b }) => a.indicator.id === "information-resource" && b.indicator.id === "meeting-schedule",
    );
    const [x, y] = [yes("information-resource"), yes("meeting-schedule")];
    const count = (a: boolean, b: boolean) => [...x].filter(([id, own]) => own === a && y.get(id) === b).length;
    const [n11, n10, n01, n00] = [count(true, true), count(true, false), count(false, true), count(false, false)];
    expect(pair?.agreement[0]).toBeCloseTo((n11 + n00) / 28, 12);
    expect(pair?.jaccard?.[0]).toBeCloseTo(n11 / (n11 + n10 + n01), 12);
    const pearson =
      (28 * n11 - (n11 + n10) * (n11 + n01)) /
      Math.sqrt((28 * (n11 + n10) - (n11 + n10) ** 2) * (28 * (n11 + n01) - (n11 + n01) ** 2));
    expect(pair?.phi?.[0]).toBeCloseTo(pearson, 12);
  });

  it("the shares of possible points are those of the counts of yes", () => {
    const shares = possibleShares(amur).find(({ criterion, type }) => criterion === "young-teachers" && !type);
    const ids = (byId.get("support-programme")?.criterion.indicators ?? []).map(({ id }) => yes(id));
    const points = [...yes("support-programme").keys()]
      .map((unit) => ids.filter((answers) => answers.get(unit)).length / 5)
      .sort((a, b) => a - b);
    expect(shares?.median?.[0]).toBeCloseTo(((points[13] ?? 0) + (points[14] ?? 0)) / 2, 12);
    expect(shares?.mean?.[0]).toBeCloseTo(points.reduce((sum, one) => sum + one, 0) / 28, 12);
    expect([shares?.count, shares?.open]).toEqual([28, 0]);
  });
});

describe("the indicators of Primorye", () => {
  const own = new Map(itemProfiles(primorye).map((profile) => [profile.indicator.id, profile]));

  it("job duties are known: their entropy is that of 4, 6 and 22", () => {
    const entropy = [4, 6, 22].reduce((sum, n) => sum - (n / 32) * Math.log2(n / 32), 0);
    expect(own.get("duties-conformity")?.information?.entropy[0]).toBeCloseTo(entropy, 12);
  });

  it("the form of the service is open for 31, unless one knows the counts that the text gives", () => {
    expect(own.get("service-form")?.open).toBe(31);
    const counts: Record<string, [number, number]> = { separate: [19, 19], "within-authority": [12, 12], none: [3, 3] };
    const told = itemProfiles(primorye, {
      counts: (indicator, category) => (indicator === "service-form" ? counts[category] : undefined),
    })[0];
    const entropy = [19, 12, 3].reduce((sum, n) => sum - (n / 34) * Math.log2(n / 34), 0);
    expect(told?.information?.entropy[0]).toBeCloseTo(entropy, 12);
    expect(told?.information?.entropy[1]).toBeCloseTo(entropy, 12);
    const [low, high] = own.get("service-form")?.information?.entropy ?? [0, 0];
    expect(low).toBeLessThan(entropy);
    expect(high).toBeGreaterThan(entropy);
  });

  it("no points, so there is no rest to agree with; experience in schools possibly separates weakly", () => {
    for (const { rest } of own.values()) expect(rest).toBeNull();
    const school = own.get("school-experience");
    expect(school && separationOf(school)).toBe("possibly");
    expect(possibleShares(primorye)).toEqual([]);
  });
});

describe("an invented round", () => {
  it("with open cells has intervals, and says where they may be too wide", () => {
    const site = itemProfiles(ensk).find(({ indicator }) => indicator.id === "site");
    expect(site?.open).toBe(1);
    expect(site?.information?.entropy[0]).toBeLessThan(site?.information?.entropy[1] ?? 0);
    expect(site?.rest?.exact).toBe(false);
  });
});

describe("counting", () => {
  it("gives every distribution once, as many as there are ways to share equal things", () => {
    // Nine things of three categories: (9 + 2 over 2) = 55.
    expect(countVectors(Array(9).fill([0, 1, 2]), 3)).toHaveLength(55);
    expect(countVectors(Array(9).fill([0, 1, 2]), 3, { cap: 54 })).toBeUndefined();
    expect(
      countVectors([[0], [0, 1]], 2, {
        limits: [
          [0, 1],
          [0, 9],
        ],
      }),
    ).toEqual([[1, 1]]);
  });

  it("the least and the greatest ratio are those of all choices", () => {
    const choices = [
      {
        options: [
          [1, 1],
          [0, 1],
          [0, 0],
        ] as const,
        count: 1,
      },
      {
        options: [
          [-1, 1],
          [0, 0],
        ] as const,
        count: 1,
      },
      {
        options: [
          [1, 1],
          [-1, 1],
        ] as const,
        count: 1,
      },
    ];
    const ratios = choices[0]!.options.flatMap(([a, b]) =>
      choices[1]!.options.flatMap(([c, d]) =>
        choices[2]!.options.flatMap(([e, f]) => (b + d + f > 0 ? [(a + c + e) / (b + d + f)] : [])),
      ),
    );
    expect(ratioBounds(choices)).toEqual([Math.min(...ratios), Math.max(...ratios)]);
    expect(ratioBounds([{ options: [[0, 0]], count: 3 }])).toBeNull();
  });
});
