import { type LevelDefinition, Methodology } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { methodologyOf, roundOf, type Short, text } from "../../../test/invented.ts";
import { effectsOnRound } from "../effects/method-effects.ts";

const base = methodologyOf();

const legend = (...codes: [string, string][]) => ({
  type: "codes" as const,
  measure: { title: text("share"), unit: "percent" as const, from: 0, to: 100 },
  codes: codes.map(([code, interval], order) => ({ code, order, title: text(code), interval })),
});
const three = legend(["nobody", "[0,0]"], ["some", "(0,100)"], ["all", "[100,100]"]);
const four = legend(["nobody", "[0,0]"], ["few", "(0,50)"], ["most", "[50,100)"], ["all", "[100,100]"]);

const levels = (when: unknown): LevelDefinition[] => [
  {
    id: "level",
    title: text("level"),
    basis: "approved",
    codes: [
      { code: "good", order: 1, title: text("good") },
      { code: "poor", order: 0, title: text("poor") },
    ],
    rules: [{ level: "good", when: when as never }, { level: "poor" }],
  },
];

/** One criterion whose indicator is read by the level. */
const version = (number: string, scale: unknown, points: Record<string, number> | undefined, when: unknown) =>
  Methodology.parse({
    ...base,
    version: number,
    scales: { share: scale },
    criteria: [
      {
        id: "work",
        title: text("work"),
        points: { aggregate: "sum" },
        indicators: [{ id: "trained", title: text("trained"), scale: "share", ...(points ? { points } : {}) }],
      },
    ],
    total: undefined,
    levels: levels(when),
  });

/** What is said of the level, on a round that was held by the earlier methodology. */
function moves(was: Methodology, is: Methodology, rows: Readonly<Record<string, readonly Short[]>>) {
  const { effects, problems } = effectsOnRound(roundOf(2023, rows, was), was, is);
  if (!effects) throw new Error(problems[0]?.message.en);
  return effects.levels[0];
}

const byPoints = { points: "work", at_least: 2 };

describe("the levels of a round under both methodologies", () => {
  test("are those that the legends of both scales leave possible", () => {
    const was = version("1.0.0", three, { nobody: 0, some: 1, all: 2 }, byPoints);
    const is = version("2.0.0", four, { nobody: 0, few: 1, most: 2, all: 3 }, byPoints);
    const found = moves(was, is, { a: ["some"], b: ["all"], c: ["nobody"] });
    const reasons = [{ change: "indicator:trained", enough: "yes", needed: "yes" }];
    expect(found?.notAttributable).toEqual([]);
    expect(found?.units).toEqual([
      { municipality: "a", from: ["poor"], to: ["good", "poor"], move: "may-move", reasons },
      { municipality: "b", from: ["good"], to: ["good"], move: "stays" },
      { municipality: "c", from: ["poor"], to: ["poor"], move: "stays" },
    ]);
  });

  test("move by an indicator without points whose answers the rule reads on a scale that changed", () => {
    const higher = legend(["nobody", "[0,0]"], ["some", "(0,80)"], ["all", "[80,100]"]);
    const when = { indicator: "trained", is: ["all"] };
    const found = moves(version("1.0.0", three, undefined, when), version("2.0.0", higher, undefined, when), {
      a: ["some"],
      b: ["all"],
    });
    expect(found?.changes.map(({ id }) => id)).toEqual(["indicator:trained"]);
    expect(found?.units.map(({ move }) => move)).toEqual(["may-move", "stays"]);
  });

  test("are not attributed to a scale and a rule that can only be read together", () => {
    const was = version("1.0.0", three, undefined, { indicator: "trained", is: ["some", "all"] });
    const is = version("2.0.0", four, undefined, { indicator: "trained", is: ["most", "all"] });
    const found = moves(was, is, { a: ["some"] });
    const reason = { kind: "scale", id: "trained" };
    expect(found?.notAttributable).toEqual([
      { change: "indicator:trained", question: "enough", reason },
      { change: "level:level", question: "enough", reason },
      { change: "indicator:trained", question: "needed", reason },
      { change: "level:level", question: "needed", reason },
    ]);
    expect(found?.units[0]).toMatchObject({
      from: ["good"],
      to: ["good", "poor"],
      move: "may-move",
      reasons: ["indicator:trained", "level:level"].map((change) => ({
        change,
        enough: "not-attributable",
        needed: "not-attributable",
      })),
    });
  });

  test("are not attributed to an indicator that the rule reads and the other methodology does not ask", () => {
    const drop = (methodology: Methodology): Methodology => ({
      ...methodology,
      version: "2.0.0",
      criteria: methodology.criteria.map((criterion) => ({
        ...criterion,
        indicators: (criterion.indicators ?? []).filter(({ id }) => id !== "plan"),
      })),
      levels: levels({ points: "total", at_least: "1.5" }),
    });
    const found = moves(base, drop(base), { a: ["high", "no", "5", "yes"], b: ["middle", "yes", "1", "no"] });
    expect(found?.units.map(({ from, to, move }) => [from, to, move])).toEqual([
      [["poor"], ["good"], "moves"],
      [["good"], ["poor"], "moves"],
    ]);
    // The rule alone could be the later one; the later one does without the answer, the earlier one does not.
    expect(found?.units[0]?.reasons).toEqual([
      { change: "indicator:plan", enough: "not-attributable", needed: "no" },
      { change: "level:level", enough: "yes", needed: "not-attributable" },
    ]);
    expect(found?.notAttributable.map(({ reason }) => reason)).toEqual([
      { kind: "absent", id: "plan" },
      { kind: "absent", id: "plan" },
    ]);
  });

  test("tell rules that suffice each from rules that are needed together", () => {
    const [work, people] = base.criteria;
    if (!work || !people) throw new Error("the invented methodology changed");
    const changed = (cut: string, doubled: boolean, number: string): Methodology => ({
      ...base,
      version: number,
      criteria: [work, { ...people, weight: doubled ? "1.4" : "0.7" }],
      levels: levels({ points: "total", at_least: cut }),
    });
    const both = (row: Short[], cut: string) =>
      moves(changed("2", false, "1.0.0"), changed(cut, true, "2.0.0"), { a: row })?.units[0];
    // 1 + 1 + 0.07 was 2.07; with the cut at 2.1 it is not good, and with double weight 2.14 it is again.
    expect(both(["middle", "yes", "1", "no"], "2.1")).toMatchObject({ from: ["good"], to: ["good"], move: "stays" });
    // 1 + 0 + 0.35 is 1.35, doubled 1.7: good from 1.3 on either way, so the cut alone is enough and needed.
    expect(both(["middle", "no", "5", "yes"], "1.3")?.reasons).toEqual([
      { change: "level:level", enough: "yes", needed: "yes" },
    ]);
    // From 1.6 on it takes both: neither is enough, each is needed.
    expect(both(["middle", "no", "5", "yes"], "1.6")?.reasons).toEqual([
      { change: "criterion:people", enough: "no", needed: "yes" },
      { change: "level:level", enough: "no", needed: "yes" },
    ]);
  });

  test("count each piece of a scale of numbers that a rule tells apart", () => {
    const numbers = { type: "number", from: 0, to: 100 };
    const read = (number: string, at_most: string) =>
      version(number, numbers, undefined, { indicator: "trained", at_most });
    const found = moves(read("1.0.0", "5"), read("2.0.0", "7"), { a: ["0..5"], b: ["3..6"], c: ["8..9"], d: ["6..7"] });
    expect(found?.units.map(({ move }) => move)).toEqual(["stays", "may-move", "stays", "moves"]);
  });

  test("keep the reason for a missing value that any value stands for", () => {
    const open = (methodology: Methodology): Methodology => ({
      ...methodology,
      missing: { ...methodology.missing, L: { policy: "bounds", reason: text("open") } },
    });
    const was = open(version("1.0.0", three, undefined, { indicator: "trained", status: ["L"] }));
    const is = open(version("2.0.0", three, undefined, { indicator: "trained", is: ["all"] }));
    expect(moves(was, is, { a: ["status:L"] })?.units[0]).toMatchObject({ from: ["good"], to: ["good", "poor"] });
  });

  test("are safe, if wide, where the cells can be settled in too many ways", () => {
    const many = (number: string, when: unknown): Methodology =>
      Methodology.parse({
        ...base,
        version: number,
        criteria: [
          {
            id: "work",
            title: text("work"),
            points: { aggregate: "sum" },
            indicators: Array.from({ length: 14 }, (_, place) => ({
              id: `i-${place}`,
              title: text(`i-${place}`),
              scale: "yes-no",
              points: { yes: 1, no: 0 },
            })),
          },
        ],
        total: undefined,
        levels: levels(when),
      });
    const was = many("1.0.0", { points: "work", at_least: 0 });
    const row = Array.from({ length: 14 }, () => "yes|no");
    expect(moves(was, many("2.0.0", { points: "work", at_least: 15 }), { a: row })?.units).toEqual([
      { municipality: "a", from: ["good"], to: ["poor"], move: "moves", beyond: true },
    ]);
    expect(moves(was, many("2.0.0", { points: "work", at_least: 3 }), { a: row })?.units).toEqual([
      { municipality: "a", from: ["good"], to: ["good", "poor"], move: "may-move", beyond: true },
    ]);
  });

  test("are left out where only one methodology has the level, and nobody moves where no rule differs", () => {
    expect(moves(base, { ...base, version: "2.0.0", levels: [] }, { a: ["high", "yes", "5", "no"] })).toBeUndefined();
    const same = moves(base, { ...base, version: "2.0.0" }, { a: ["high", "yes", "5", "yes|no"] });
    expect(same?.units).toEqual([{ municipality: "a", from: ["good"], to: ["good"], move: "stays" }]);
  });
});
