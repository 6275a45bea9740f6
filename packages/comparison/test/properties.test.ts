import { add, exactly, formatDecimal, multiply, toNumber } from "@metodika/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dynamics, dynamics, unitChange } from "../src/index.ts";
import { arbitraryPolicies, arbitraryRow, completionsOf, methodologyOf, roundOf, rowsOf } from "./invented.ts";
import { score } from "./naive.ts";

const points = fc.constantFrom([2, 1, 0] as const, [0.3, 0.1, 0] as const, [1, 0.25, -0.5] as const);
const weight = fc.constantFrom("1", "0.3", "1.5");
const world = fc.record({
  policies: arbitraryPolicies,
  points,
  weight,
  before: fc.array(arbitraryRow, { minLength: 1, maxLength: 5 }),
  after: fc.array(arbitraryRow, { minLength: 5, maxLength: 5 }),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const named = (rows: readonly (readonly string[])[]) =>
  Object.fromEntries(rows.map((row, index) => [`m-${index}`, row]));

function compared({ policies, points: given, weight: factor, before, after }: World): Dynamics {
  const methodology = methodologyOf({ policies, points: given, weight: factor });
  const result = dynamics(
    roundOf(2023, named(before), methodology),
    roundOf(2024, named(after.slice(0, before.length)), methodology),
  ).dynamics;
  if (!result) throw new Error("nothing was compared");
  return result;
}

/** Changes of a result in thousandths by brute force: of every way to settle both rows. */
function bruteForce(
  { policies, points: given, weight: factor, before, after }: World,
  unit: number,
  id: "work" | "people" | "total",
) {
  const methodology = methodologyOf({ policies, points: given, weight: factor });
  const ends = (row: readonly string[]) =>
    rowsOf(row).map((settled) => score(settled, methodology, given, Number(factor))[id]);
  const [was, is] = [ends(before[unit] ?? []), ends(after[unit] ?? [])];
  return { was, is };
}

describe("a change", () => {
  test("is exactly the hull of the changes of all completions", () => {
    fc.assert(
      fc.property(world, (one) => {
        const result = compared(one);
        for (const { criterion, change } of [...result.criteria, ...(result.total ? [result.total] : [])])
          one.before.forEach((_, unit) => {
            const { was, is } = bruteForce(one, unit, criterion as "work");
            const found = change && unitChange(change, unit);
            if (was.every((ends) => ends === null) || is.every((ends) => ends === null)) {
              expect(found?.class).toBe("not-compared");
              return;
            }
            const known = <T>(ends: (T | null)[]) => ends.flatMap((end) => (end === null ? [] : [end]));
            const low = Math.min(...known(is).map(([end]) => end)) - Math.max(...known(was).map(([, end]) => end));
            const high = Math.max(...known(is).map(([, end]) => end)) - Math.min(...known(was).map(([end]) => end));
            const value = (end: unknown) => Math.round(1000 * (typeof end === "number" ? end : toNumber(end as never)));
            expect([value(found?.low), value(found?.high)]).toEqual([Math.round(low), Math.round(high)]);
            const certain = ![...was, ...is].includes(null);
            const expected = !certain
              ? "possible"
              : Math.round(low) > 0
                ? "rise"
                : Math.round(high) < 0
                  ? "fall"
                  : Math.round(low) === 0 && Math.round(high) === 0
                    ? "none"
                    : "possible";
            expect(found?.class).toBe(expected);
          });
      }),
      { numRuns: 150 },
    );
  });

  test("is exactly the sum of its contributions wherever they are shown", () => {
    let shown = 0;
    fc.assert(
      fc.property(world, (one) => {
        const result = compared(one);
        for (const { change } of [...result.criteria, ...(result.total ? [result.total] : [])])
          result.units.forEach((_, unit) => {
            const found = change && unitChange(change, unit);
            if (!found?.contributions || typeof found.low !== "object" || typeof found.high !== "object") return;
            shown++;
            const sum = (end: "low" | "high") => found.contributions?.map((one) => one[end]).reduce(add, exactly(0));
            expect(formatDecimal(sum("low") ?? exactly(0))).toBe(formatDecimal(found.low));
            expect(formatDecimal(sum("high") ?? exactly(0))).toBe(formatDecimal(found.high));
          });
      }),
      { numRuns: 150 },
    );
    expect(shown).toBeGreaterThan(500);
  });

  test("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(world, (one) => {
        const methodology = methodologyOf(one);
        const [before, after] = [
          roundOf(2023, named(one.before), methodology),
          roundOf(2024, named(one.after.slice(0, one.before.length)), methodology),
        ];
        const shuffled = {
          ...before,
          cells: [...before.cells].reverse(),
          municipalities: [...before.municipalities].reverse(),
        };
        expect(dynamics(shuffled, { ...after, cells: [...after.cells].reverse() }).dynamics).toEqual(
          dynamics(before, after).dynamics,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("counts of transitions and of moves between levels", () => {
  const counts = ({ indicators, levels }: Dynamics) => [
    ...indicators.map(({ after, table }) => ({
      id: after,
      rows: table?.rows,
      columns: table?.columns,
      counts: table?.counts,
    })),
    ...levels.map(({ level, table }) => ({
      id: level,
      rows: table?.rows,
      columns: table?.columns,
      counts: table?.counts,
    })),
  ];

  test("contain those of every completion, where nothing is open any more", () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (one, choices) => {
        const policies = Object.fromEntries(
          Object.keys(one.policies).map((key) => [key, "exclude"]),
        ) as World["policies"];
        const settle = (rows: World["before"]) =>
          rows.map((row) =>
            row.map((cell) => {
              const all = completionsOf(cell);
              return all[(choices.next().value ?? 0) % all.length] ?? cell;
            }),
          ) as World["before"];
        const open = { ...one, policies };
        const settled = { ...open, before: settle(one.before), after: settle(one.after) };
        const whole = new Map(counts(compared(open)).map((table) => [table.id, table]));
        for (const table of counts(compared(settled))) {
          const bounds = whole.get(table.id);
          table.rows?.forEach((row, r) => {
            table.columns?.forEach((column, c) => {
              const place = (list: readonly unknown[] | undefined, name: unknown) =>
                list?.findIndex((other) => JSON.stringify(other) === JSON.stringify(name)) ?? -1;
              const bound = bounds?.counts?.[place(bounds.rows, row)]?.[place(bounds.columns, column)];
              const count = table.counts?.[r]?.[c];
              expect(count?.low).toBe(count?.high);
              expect(bound?.low ?? 0).toBeLessThanOrEqual(count?.low ?? 0);
              expect(bound?.high ?? 0).toBeGreaterThanOrEqual(count?.high ?? 0);
            });
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  test("speak of every municipality once", () => {
    fc.assert(
      fc.property(world, (one) => {
        const result = compared(one);
        for (const { table } of result.indicators) {
          const all = Object.values(table?.directions ?? {}).reduce((sum, count) => sum + count, 0);
          expect(all).toBe(result.units.length);
        }
        for (const { change } of result.criteria) {
          const all = Object.values(change?.counts ?? {}).reduce((sum, count) => sum + count, 0);
          expect(all).toBe(result.units.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("the second way counts as the engine does on a row by hand", () => {
  // 2 × 0.3 + 1 = 1.6; 0.3 + 0.2 = 0.5; 1.6 + 0.7 × 0.5 = 1.95.
  const methodology = methodologyOf({ weight: "0.3" });
  expect(score(["high", "yes", "5", "yes"], methodology, [2, 1, 0], 0.3)).toEqual({
    work: [1600, 1600],
    people: [500, 500],
    total: [1950, 1950],
  });
  expect(formatDecimal(multiply(exactly("0.3"), exactly(2)))).toBe("0.6");
});
