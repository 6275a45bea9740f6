import { alignMethodologies, type Methodology, type RoundData } from "@metodika/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addRational,
  effectsOnRound,
  effectsOverYears,
  type MethodEffects,
  type Rational,
  rationalNumber,
  ruleChangesBetween,
} from "../src/index.ts";
import { evaluateEffects } from "../src/methodology/effects/evaluate-effects.ts";
import { evaluateSums } from "../src/methodology/effects/evaluate-sums.ts";
import { arbitraryRow, roundOf, type Short } from "./invented.ts";
import {
  changesBetween,
  methodologyBy,
  mixture,
  type Rules,
  rules,
  scales,
  settlements,
  shortsUnder,
  ways,
} from "./mixtures.ts";
import { score } from "./naive.ts";
import { orders } from "./orders.ts";

/*
 * The second way: every way to settle the cells, scored by hand under every mixture of rules, averaged over all orders.
 */

const world = fc.record({
  before: rules,
  after: rules,
  rows: fc.array(arbitraryRow, { minLength: 1, maxLength: 2 }),
  later: fc.array(arbitraryRow, { minLength: 2, maxLength: 2 }),
});

/** All ways to settle a row, each scored under a mixture of rules, in thousandths; null where it is not scored. */
function games(
  row: readonly Short[],
  { before, after }: { before: Rules; after: Rules },
  id: "work" | "people" | "total",
) {
  return settlements(row, [before, after]).map((cells) => (switched: ReadonlySet<string>) => {
    const mixed = mixture(before, after, switched);
    const shorts = shortsUnder(cells, mixed);
    const ends = score(shorts, methodologyBy(mixed, "1.0.0"), mixed.points, Number(mixed.weight))[id];
    return ends === null ? null : Math.round(ends[0]);
  });
}

/** Averages over all orders of the players, times their factorial; undefined where something is not scored. */
function averaged(players: readonly string[], value: (coalition: ReadonlySet<string>) => number | null) {
  const sums = players.map(() => 0);
  for (const order of orders([...players.keys()])) {
    const joined = new Set<string>();
    for (const player of order) {
      const was = value(joined);
      joined.add(players[player] ?? "");
      const is = value(joined);
      if (was === null || is === null) return undefined;
      sums[player] = (sums[player] ?? 0) + is - was;
    }
  }
  return sums;
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const thousandths = (value: Rational, players: number) =>
  Math.round(rationalNumber(value) * 1000 * factorial(players) * 1000) / 1000;
const named = (rows: readonly (readonly Short[])[]) =>
  Object.fromEntries(rows.map((row, index) => [`m-${index}`, row]));

/** Every effect of a unit by the second way, as least and greatest, in the order of the players. */
function bruteForce(all: (number[] | undefined)[]): [number, number][] | undefined {
  if (all.length === 0 || all.some((sums) => sums === undefined)) return undefined;
  const known = all as number[][];
  return (known[0] ?? []).map((_, player) => {
    const values = known.map((sums) => sums[player] ?? 0);
    return [Math.min(...values), Math.max(...values)];
  });
}

function figuresOf(effects: MethodEffects, criterion: string, unit: number) {
  return effects.results.find((result) => result.criterion === criterion)?.units[unit];
}

const results = ["work", "people", "total"] as const;
const few = { numRuns: 60 };
const fits = ({ before, after, rows }: { before: Rules; after: Rules; rows: readonly (readonly Short[])[] }) =>
  changesBetween(before, after).length <= 3 &&
  rows.every((row) => row.reduce((n, short, place) => n * ways(short, place, () => true).length, 1) <= 60);

describe("effects of rules on one round", () => {
  test("are exactly the hull, over all ways to settle the cells, of averages over all orders", () => {
    let seen = 0;
    fc.assert(
      fc.property(world.filter(fits), (one) => {
        const [before, after] = [methodologyBy(one.before, "1.0.0"), methodologyBy(one.after, "2.0.0")];
        const { effects } = effectsOnRound(roundOf(2023, named(one.rows), before), before, after);
        if (!effects) throw new Error("no effects");
        const players = changesBetween(one.before, one.after);
        expect(effects.changes.map(({ id }) => id)).toEqual(players);
        one.rows.forEach((row, unit) => {
          for (const id of results) {
            const found = figuresOf(effects, id, unit);
            const expected = bruteForce(
              games(row, one, id).map((game) => {
                if (players.length > 0) return averaged(players, game);
                return game(new Set()) === null ? undefined : [];
              }),
            );
            expect(found?.state).toBe(expected ? "computed" : "not-scored");
            if (!expected || !found?.figures) continue;
            seen += expected.length;
            expect(
              found.figures.changes.map(({ low, high }) => [low, high].map((end) => thousandths(end, players.length))),
            ).toEqual(expected);
          }
        });
      }),
      few,
    );
    expect(seen).toBeGreaterThan(100);
  });

  test("add up exactly to the difference of the two results where the cells are known", () => {
    const plain = fc.tuple(...scales.map((values) => fc.constantFrom(...values, "status:O", "status:L")));
    fc.assert(
      fc.property(world, fc.array(plain, { minLength: 1, maxLength: 4 }), (one, rows) => {
        const known = (rule: Rules): Rules => ({
          ...rule,
          policies: { ...rule.policies, O: "zero", L: rule.policies.L === "bounds" ? "zero" : rule.policies.L },
        });
        const [before, after] = [methodologyBy(known(one.before), "1.0.0"), methodologyBy(known(one.after), "2.0.0")];
        const { effects } = effectsOnRound(roundOf(2023, named(rows), before), before, after);
        for (const { units } of effects?.results ?? [])
          for (const { figures } of units) {
            if (!figures) continue;
            const sum = figures.changes.map(({ low }) => low).reduce(addRational, { numerator: 0n, denominator: 1n });
            expect(sum).toEqual(figures.change.low);
            expect(figures.change.low).toEqual(figures.change.high);
            expect(addRational(figures.from.low, figures.change.low)).toEqual(figures.to.low);
          }
      }),
      { numRuns: 100 },
    );
  });

  test("do not depend on the order of rows, cells, criteria and indicators", () => {
    fc.assert(
      fc.property(world, (one) => {
        const turned = (methodology: Methodology): Methodology => ({
          ...methodology,
          criteria: methodology.criteria
            .map((criterion) => ({ ...criterion, indicators: [...(criterion.indicators ?? [])].reverse() }))
            .reverse(),
        });
        const [before, after] = [methodologyBy(one.before, "1.0.0"), methodologyBy(one.after, "2.0.0")];
        const data = roundOf(2023, named(one.rows), before);
        const other: RoundData = {
          ...data,
          methodology: turned(before),
          municipalities: [...data.municipalities].reverse(),
          cells: [...data.cells].reverse(),
        };
        const table = ({ effects }: ReturnType<typeof effectsOnRound>) =>
          new Map(
            (effects?.results ?? []).flatMap(({ criterion, units }) =>
              units.map(({ municipality, ...rest }) => [`${criterion} ${municipality}`, rest] as const),
            ),
          );
        const found = table(effectsOnRound(data, before, after));
        const again = table(effectsOnRound(other, turned(before), turned(after)));
        expect(again.size).toBe(found.size);
        for (const [key, rest] of found) expect(again.get(key)).toEqual(rest);
      }),
      { numRuns: 50 },
    );
  });
});

describe("two ways to calculate effects on sums", () => {
  test("give the same: each indicator alone, and every combination of rules and answers", () => {
    fc.assert(
      fc.property(world.filter(fits), (one) => {
        const methodologies = { before: methodologyBy(one.before, "1.0.0"), after: methodologyBy(one.after, "2.0.0") };
        const { before, after } = methodologies;
        const later = one.later.slice(0, one.rows.length);
        const subject = {
          sides: [
            { data: roundOf(2023, named(one.rows), before), native: "before" as const },
            { data: roundOf(2024, named(later), after), native: "after" as const },
          ],
          units: one.rows.map((_, index) => ({ municipality: `m-${index}`, ids: [`m-${index}`, `m-${index}`] })),
          aligned: alignMethodologies(before, after),
          methodologies,
          changes: ruleChangesBetween(before, after),
          ids: ["work", "people", "total"],
        };
        expect(evaluateSums(subject)).toEqual(evaluateEffects(subject));
      }),
      { numRuns: 25 },
    );
  });
});

describe("effects over two years", () => {
  test("count the data as one more change, and are the hull of averages over all orders", () => {
    let seen = 0;
    fc.assert(
      fc.property(
        world.filter(
          (one) => fits(one) && fits({ ...one, rows: one.later }) && changesBetween(one.before, one.after).length <= 2,
        ),
        (one) => {
          const [before, after] = [methodologyBy(one.before, "1.0.0"), methodologyBy(one.after, "2.0.0")];
          const later = one.later.slice(0, one.rows.length);
          const { effects } = effectsOverYears(
            roundOf(2023, named(one.rows), before),
            roundOf(2024, named(later), after),
          );
          if (!effects) throw new Error("no effects");
          const players = [...changesBetween(one.before, one.after), "data"];
          one.rows.forEach((row, unit) => {
            const found = figuresOf(effects, "total", unit);
            const [was, is] = [games(row, one, "total"), games(later[unit] ?? [], one, "total")];
            const all = was.flatMap((old) =>
              is.map((current) =>
                averaged(players, (coalition) => (coalition.has("data") ? current(coalition) : old(coalition))),
              ),
            );
            const expected = bruteForce(all);
            expect(found?.state).toBe(expected ? "computed" : "not-scored");
            if (!expected || !found?.figures) return;
            const { changes, data } = found.figures;
            expect(
              [...changes, ...(data ? [data] : [])].map(({ low, high }) =>
                [low, high].map((end) => thousandths(end, players.length)),
              ),
            ).toEqual(expected);
            seen++;
          });
        },
      ),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});
