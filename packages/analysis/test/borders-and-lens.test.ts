import { type Cell, indicatorsOf, Lens, type RoundData, recommendationsOf, scoreRound } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { type BorderCase, borderCases, lensSuperiority, throughLens } from "../src/index.ts";
import { amur, datasets, ensk, plainValues, primorye } from "./real.ts";

/** The round with one cell changed. */
function changed(data: RoundData, municipality: string, indicator: string, state: Cell["state"]): RoundData {
  return {
    ...data,
    cells: data.cells.map((cell) =>
      cell.municipality === municipality && cell.indicator === indicator ? { ...cell, state } : cell,
    ),
  };
}

const keyOf = ({ municipality, placed, to }: BorderCase) => `${municipality} ${placed.indicator.id} ${to.codes}`;

describe("border cases", () => {
  const { cases, open } = borderCases(primorye);
  const levels = (data: RoundData) =>
    new Map(
      scoreRound(data).units.map(({ municipality, levels: own }) => [municipality, own["staffing-potential"] ?? []]),
    );
  const before = levels(primorye);

  it("are those, and only those, of which scoring the changed round gives another level", () => {
    const found = new Map(cases.map((one) => [keyOf(one), one]));
    for (const { indicator, scale } of indicatorsOf(primorye.methodology)) {
      if (scale.type !== "codes") continue;
      const values = plainValues(primorye, indicator.id);
      for (const { id } of primorye.municipalities) {
        if (before.get(id)?.length !== 1) continue;
        const own = scale.codes.findIndex(({ code }) => code === values.get(id));
        if (own < 0) continue;
        const orders = scale.codes.map(({ order }) => order).sort((a, b) => a - b);
        const rank = (code: number) => orders.indexOf(scale.codes[code]?.order ?? 0);
        for (const side of [1, -1]) {
          const changing = scale.codes
            .map((_, code) => code)
            .filter((code) => Math.sign(rank(code) - rank(own)) === side)
            .filter((code) => {
              const after = levels(changed(primorye, id, indicator.id, { codes: [code], missing: [] })).get(id);
              return [...(after ?? [])].sort().join() !== before.get(id)?.join();
            })
            .sort((a, b) => Math.abs(rank(a) - rank(own)) - Math.abs(rank(b) - rank(own)));
          const own_ = cases.filter(
            (one) =>
              one.municipality === id && one.placed.indicator.id === indicator.id && Math.sign(one.steps) === side,
          );
          expect(own_.map(({ to }) => to.codes[0])).toEqual(changing.slice(0, 1));
        }
      }
    }
    for (const one of found.values()) {
      const after = levels(changed(primorye, one.municipality, one.placed.indicator.id, one.to)).get(one.municipality);
      expect([...one.after].sort()).toEqual([...(after ?? [])].sort());
    }
  });

  it("a municipality whose level is open has no border to stand at", () => {
    const several = [...before].filter(([, codes]) => codes.length > 1).map(([id]) => id);
    expect(open.flatMap(({ municipalities }) => municipalities)).toEqual(several);
    for (const { municipality } of cases) expect(several).not.toContain(municipality);
  });

  it("of Amur are whom a recommendation would or would no longer reach, by the engine", () => {
    const addressed = (data: RoundData) =>
      recommendationsOf(data).find(({ recommendation }) => recommendation.id === "innovation-and-contests");
    const own = borderCases(amur).cases.filter(({ decision }) => decision.kind === "recommendation");
    expect(new Set(own.map(({ municipality }) => municipality)).size).toBe(6);
    for (const { municipality, placed, to, before: was, after } of own) {
      const then = JSON.stringify(addressed(changed(amur, municipality, placed.indicator.id, to)));
      const now = JSON.stringify(addressed(amur));
      expect(then).not.toBe(now);
      expect([was, after]).toEqual(was[0] === "yes" ? [["yes"], ["no"]] : [["no"], ["yes"]]);
    }
  });

  it("of an invented round come from numbers too", () => {
    const numbers = borderCases(ensk).cases.filter(({ placed }) => placed.scale.type === "number");
    expect(numbers.length).toBeGreaterThan(0);
    for (const { municipality, placed, to, decision, after } of numbers) {
      if (decision.kind !== "level") continue;
      const unit = scoreRound(changed(ensk, municipality, placed.indicator.id, to)).units.find(
        (one) => one.municipality === municipality,
      );
      expect([...(unit?.levels[decision.id] ?? [])].sort()).toEqual([...after].sort());
    }
  });
});

const lensFrom = (region: string) => Lens.parse(datasets.crosswalk?.lenses?.find(({ from }) => from === region));

describe("the lens", () => {
  const there = throughLens(amur, primorye.methodology, lensFrom("amur"));
  const back = throughLens(primorye, amur.methodology, lensFrom("primorye"));

  it("names every indicator of the other methodology once: carried over, or not and why", () => {
    for (const [lens, data] of [
      [there, primorye],
      [back, amur],
    ] as const) {
      const ids = [...lens.indicators, ...lens.without].map(({ placed }) => placed.indicator.id);
      expect([...ids].sort()).toEqual(
        indicatorsOf(data.methodology)
          .map(({ indicator }) => indicator.id)
          .sort(),
      );
      for (const { reason } of lens.without) expect(reason.ru).not.toContain("не говорит об этом");
    }
  });

  it("gives Amur's associations the values that its cells and facts give by hand", () => {
    const [schedule, analysis] = [plainValues(amur, "meeting-schedule"), plainValues(amur, "meeting-analysis")];
    const groups = new Set(amur.facts.filter(({ topic }) => topic === "creative-group").map(({ subject }) => subject));
    const carried = there.indicators.find(({ placed }) => placed.indicator.id === "associations");
    for (const { municipality, state } of carried?.states ?? []) {
      const works = schedule.get(municipality) === "yes" || analysis.get(municipality) === "yes";
      const expected = groups.has(municipality)
        ? { codes: [0], missing: [] }
        : schedule.get(municipality) === "L"
          ? { codes: [], missing: ["L"] }
          : { codes: works ? [0, 1] : [0, 1, 2], missing: [] };
      expect(state).toEqual(expected);
    }
  });

  it("scores no criterion and no level that lacks an indicator", () => {
    expect(there.criteria.map(({ carried, of }) => [carried, of])).toEqual([
      [1, 2],
      [0, 4],
      [1, 2],
    ]);
    expect(there.levels[0]?.lacks).toContain("headcount");
    expect(there.data.methodology.levels).toEqual([]);
    expect(back.criteria.map(({ carried, of }) => [carried, of])).toEqual([
      [0, 6],
      [0, 5],
      [1, 9],
      [0, 7],
    ]);
    for (const { criteria } of back.score.units) for (const { points } of criteria) expect(points).toBeNull();
  });

  it("scores a criterion that is whole, by the engine", () => {
    const ids = (amur.methodology.criteria[0]?.indicators ?? []).map(({ id }) => id);
    const lens = Lens.parse({
      from: "primorye",
      to: "amur",
      indicators: ids.map((indicator, index) => ({
        indicator,
        kind: "near",
        reason: { ru: "условно", en: "invented" },
        values: [
          { codes: ["yes"], when: { indicator: "associations", is: ["extended"] } },
          { codes: [index < 2 ? "yes" : "no"] },
        ],
      })),
    });
    const { score, criteria } = throughLens(primorye, amur.methodology, lens);
    const extended = plainValues(primorye, "associations");
    expect(criteria[0]?.lacks).toEqual([]);
    for (const { municipality, criteria: own } of score.units)
      expect(own[0]?.points).toEqual(extended.get(municipality) === "extended" ? [6, 6] : [2, 2]);
  });

  it("refuses regions that it does not lead between", () => {
    expect(() => throughLens(primorye, amur.methodology, lensFrom("amur"))).toThrow(TypeError);
  });

  it("puts both regions on one scale: superiority counted pair by pair", () => {
    const all = lensSuperiority(back, amur).find(({ type }) => type === undefined)?.superiority;
    const own = [...plainValues(amur, "networking").values()].filter((value) => value !== "L");
    // Of all but one the report says nothing: they may all lack networking, or all have it.
    const chance = (others: string) => {
      const lent = primorye.municipalities.map(({ id }) => (id === "artyomovsky-go" ? "yes" : others));
      const score = (a: string, b: string | undefined) => (a === b ? 0.5 : a === "yes" ? 1 : 0);
      const wins = lent.reduce((sum, a) => sum + own.reduce((more, b) => more + score(a, b), 0), 0);
      return wins / (lent.length * own.length);
    };
    expect(all?.a[0]).toBeCloseTo(chance("no"), 12);
    expect(all?.a[1]).toBeCloseTo(chance("yes"), 12);
    expect(all?.sizes).toEqual([
      [34, 34],
      [28, 28],
    ]);
  });
});
