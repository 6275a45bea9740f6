import { type LevelDefinition, type Methodology, Methodology as MethodologySchema } from "@metodika/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectsOnRound, effectsOverYears, type LevelEffects } from "../src/index.ts";
import { arbitraryRow, roundOf, type Short, text } from "./invented.ts";
import {
  changesBetween,
  methodologyBy,
  mixture,
  type Rules,
  rules,
  type Settled,
  settlements,
  shortsUnder,
  ways,
} from "./mixtures.ts";
import { score } from "./naive.ts";

/*
 * The second way: a decision table read by hand for every way to settle the cells, under each mixture of rules; whether a
 * municipality moves and which rule accounts for it follow from the sentences that define the words.
 */

interface Cuts {
  /** Thousandths of the total. */
  good: number;
  /** Of the staff. */
  least: number;
  most: number;
}
interface World {
  rules: Rules;
  cuts: Cuts;
}

const cuts: fc.Arbitrary<Cuts> = fc.record({
  good: fc.constantFrom(600, 1500, 2200),
  least: fc.constantFrom(2, 4, 7),
  most: fc.constantFrom(0, 1, 3),
});

/** Three levels that read the total, answers, numbers, a status and a count; none for one whose club is status S. */
const levelBy = ({ good, least, most }: Cuts): LevelDefinition => ({
  id: "level",
  title: text("level"),
  basis: "approved",
  applies: { not: { indicator: "club", status: ["S"] } },
  codes: ["good", "middle", "poor"].map((code, place) => ({ code, order: 2 - place, title: text(code) })),
  rules: [
    {
      level: "good",
      when: {
        all: [
          { points: "total", at_least: good / 1000 },
          { indicator: "plan", is: ["yes"] },
        ],
      },
    },
    { level: "poor", when: { count: { criterion: "work", status: ["L"] }, at_least: 2 } },
    {
      level: "middle",
      when: {
        any: [
          { indicator: "headcount", at_least: least },
          {
            all: [
              { indicator: "headcount", at_most: most },
              { indicator: "mentoring", at_least: "middle" },
            ],
          },
        ],
      },
    },
    { level: "poor" },
  ],
});

const versionBy = (world: World, version: string): Methodology =>
  MethodologySchema.parse({ ...methodologyBy(world.rules, version), levels: [levelBy(world.cuts)] });

/** The level of a settled row by hand. */
function levelByHand(cells: readonly Settled[], { rules: own, cuts: limits }: World): string | null {
  const shorts = shortsUnder(cells, own);
  const is = (place: number, ...values: Short[]) => values.includes(shorts[place] ?? "");
  if (cells[3]?.status === "S") return null;
  const total = score(shorts, methodologyBy(own, "1.0.0"), own.points, Number(own.weight)).total;
  if (total && Math.round(total[0]) >= limits.good && is(1, "yes")) return "good";
  if (cells[0]?.status === "L" && cells[1]?.status === "L") return "poor";
  const staff = shorts[2]?.startsWith("status:") ? Number.NaN : Number(shorts[2]);
  if (staff >= limits.least || (staff <= limits.most && is(0, "high", "middle"))) return "middle";
  return "poor";
}

const same = (a: Cuts, b: Cuts) => a.good === b.good && a.least === b.least && a.most === b.most;

/** The rules that differ, the table of the level last. */
const playersOf = (before: World, after: World) => [
  ...changesBetween(before.rules, after.rules),
  ...(same(before.cuts, after.cuts) ? [] : ["level:level"]),
];

const mixed = (before: World, after: World, switched: ReadonlySet<string>): World => ({
  rules: mixture(before.rules, after.rules, switched),
  cuts: switched.has("level:level") ? after.cuts : before.cuts,
});

/** All, some or none of the ways in which it moves. */
const share = (held: readonly boolean[]) =>
  held.every((one) => !one) ? "no" : held.every(Boolean) ? "yes" : "possible";

const best = ["good", "middle", "poor", null];
const inOrder = (levels: readonly (string | null)[]) => best.filter((level) => levels.includes(level));

/** One way in which everything is settled: the levels at both ends, and for each change with it alone and without it. */
interface Way {
  from: string | null;
  to: string | null;
  reasons: { change: string; alone: string | null; without: string | null }[];
}

function byHand(all: readonly Way[]) {
  const moving = all.filter(({ from, to }) => from !== to);
  const reasons = (all[0]?.reasons ?? []).map(({ change }, place) => ({
    change,
    enough: share(moving.map(({ to, reasons: own }) => own[place]?.alone === to)),
    needed: share(moving.map(({ from, reasons: own }) => own[place]?.without === from)),
  }));
  const base = {
    from: inOrder(all.map(({ from }) => from)),
    to: inOrder(all.map(({ to }) => to)),
    move: moving.length === 0 ? "stays" : moving.length === all.length ? "moves" : "may-move",
  };
  return moving.length === 0
    ? base
    : { ...base, reasons: reasons.filter(({ enough, needed }) => enough !== "no" || needed !== "no") };
}

const world: fc.Arbitrary<World> = fc.record({ rules, cuts });
const worlds = fc
  .record({ before: world, after: world, row: arbitraryRow, later: arbitraryRow })
  .filter(({ row, later }) =>
    [row, later].every((one) => one.reduce((n, short, place) => n * ways(short, place, () => true).length, 1) <= 60),
  );

const unitOf = (levels: readonly LevelEffects[] | undefined) => {
  const { municipality: _, ...unit } = levels?.[0]?.units[0] ?? { municipality: "" };
  return unit;
};

describe("moves between levels by rules", () => {
  test("are what each mixture of rules gives by hand for every way to settle the cells of a round", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(worlds, ({ before, after, row }) => {
        const [was, is] = [versionBy(before, "1.0.0"), versionBy(after, "2.0.0")];
        const { effects } = effectsOnRound(roundOf(2023, { a: row }, was), was, is);
        const players = playersOf(before, after);
        expect(effects?.levels[0]?.changes.map(({ id }) => id)).toEqual(players);
        expect(effects?.levels[0]?.notAttributable).toEqual([]);
        const all = settlements(row, [before.rules, after.rules]).map((cells): Way => {
          const level = (switched: readonly string[]) => levelByHand(cells, mixed(before, after, new Set(switched)));
          return {
            from: level([]),
            to: level(players),
            reasons: players.map((change) => ({
              change,
              alone: level([change]),
              without: level(players.filter((one) => one !== change)),
            })),
          };
        });
        const expected = byHand(all);
        expect(unitOf(effects?.levels)).toEqual(expected);
        seen.set(expected.move, (seen.get(expected.move) ?? 0) + 1);
      }),
      { numRuns: 200 },
    );
    expect([...seen.keys()].sort()).toEqual(["may-move", "moves", "stays"]);
  });

  test("take the data as one more change over two years, whose cells are settled apart", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(worlds, ({ before, after, row, later }) => {
        const { effects } = effectsOverYears(
          roundOf(2023, { a: row }, versionBy(before, "1.0.0")),
          roundOf(2024, { a: later }, versionBy(after, "2.0.0")),
        );
        const players = playersOf(before, after);
        const both = [before.rules, after.rules];
        const all = settlements(row, both).flatMap((old) =>
          settlements(later, both).map((current): Way => {
            const level = (switched: readonly string[]) =>
              levelByHand(switched.includes("data") ? current : old, mixed(before, after, new Set(switched)));
            const everything = [...players, "data"];
            return {
              from: level([]),
              to: level(everything),
              reasons: everything.map((change) => ({
                change,
                alone: level([change]),
                without: level(everything.filter((one) => one !== change)),
              })),
            };
          }),
        );
        const expected = byHand(all);
        expect(unitOf(effects?.levels)).toEqual(expected);
        for (const { change } of "reasons" in expected ? (expected.reasons ?? []) : []) seen.add(change);
      }),
      { numRuns: 40 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(["data", "level:level", "indicator:mentoring"]));
  });
});
