import { indicatorsOf } from "@metodika/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rounds } from "../../core/test/arbitrary.ts";
import {
  type Bounds,
  borderCases,
  itemCategories,
  itemProfiles,
  possibleShares,
  redundantPairs,
  superiority,
} from "../src/index.ts";
import { choices, columnCompletions, settledBy } from "./completions.ts";

const near = 1e-9;

function contains(bounds: Bounds | null | undefined, inner: Bounds | null | undefined) {
  if (!inner) return;
  expect(bounds).toBeTruthy();
  expect(inner[0]).toBeGreaterThanOrEqual((bounds?.[0] ?? 0) - near);
  expect(inner[1]).toBeLessThanOrEqual((bounds?.[1] ?? 0) + near);
}

describe("on rounds invented at random", () => {
  it("entropy, separated pairs, base, floor and ceiling are exactly the hull of all completions of the column", () => {
    fc.assert(
      fc.property(rounds, (data) => {
        const profiles = itemProfiles(data);
        indicatorsOf(data.methodology).forEach(({ indicator }, index) => {
          const whole = profiles[index];
          const all = [...columnCompletions(data, indicator.id)].map((one) => itemProfiles(one)[index]);
          const hull = (of: (profile: (typeof profiles)[number]) => Bounds | null | undefined) => {
            const found = all.flatMap((profile) => (profile ? (of(profile) ?? []) : []));
            return found.length === 0 ? null : [Math.min(...found), Math.max(...found)];
          };
          const same = (of: Parameters<typeof hull>[0]) => {
            const expected = hull(of);
            if (!whole || !expected) return;
            const found = of(whole) ?? [];
            expect(found[0]).toBeCloseTo(expected[0] ?? Number.NaN, 9);
            expect(found[1]).toBeCloseTo(expected[1] ?? Number.NaN, 9);
          };
          same(({ information }) => information?.entropy);
          same(({ base }) => base);
          same(({ floor }) => floor?.percent);
          same(({ ceiling }) => ceiling?.percent);
          same(({ commonest }) => commonest);
          if (whole?.information?.separated) same(({ information }) => information?.separated);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("whatever the cells turn out to be, every figure lies within its bounds", () => {
    fc.assert(
      fc.property(rounds, choices, (data, chosen) => {
        const one = settledBy(data, chosen);
        const [profiles, known] = [itemProfiles(data), itemProfiles(one)];
        known.forEach((profile, index) => {
          const whole = profiles[index];
          if (whole?.rest && profile.rest) contains(whole.rest.d, profile.rest.d);
          contains(whole?.information?.entropy, profile.information?.entropy);
        });
        const pairs = new Map(redundantPairs(data, { least: 0 }).map((pair) => [key(pair), pair]));
        for (const pair of redundantPairs(one, { least: 0 })) {
          const whole = pairs.get(key(pair));
          contains(whole?.agreement, pair.agreement);
          contains(whole?.base, pair.base);
          if (whole?.jaccard) contains(whole.jaccard, pair.jaccard);
          if (whole?.phi) contains(whole.phi, pair.phi);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("the order of municipalities and of cells changes no figure", () => {
    fc.assert(
      fc.property(rounds, fc.nat(), (data, turn) => {
        const turned = {
          ...data,
          municipalities: rotate(data.municipalities, turn),
          cells: [...rotate(data.cells, turn)].reverse(),
        };
        expect(itemProfiles(turned)).toEqual(itemProfiles(data));
        expect(redundantPairs(turned, { least: 0.5 })).toEqual(redundantPairs(data, { least: 0.5 }));
        expect(possibleShares(turned)).toEqual(possibleShares(data));
        const name = (one: ReturnType<typeof borderCases>["cases"][number]) =>
          `${one.municipality} ${one.decision.id} ${one.placed.indicator.id} ${one.steps} ${one.after}`;
        expect(borderCases(turned).cases.map(name).sort()).toEqual(borderCases(data).cases.map(name).sort());
      }),
      { numRuns: 60 },
    );
  });

  it("columns without open cells have figures that are single numbers", () => {
    fc.assert(
      fc.property(rounds, choices, (data, chosen) => {
        const known = settledBy(data, chosen);
        for (const column of itemCategories(known))
          for (const unit of column?.units ?? []) {
            expect(unit.possible.length).toBe(unit.absent === "yes" ? 0 : 1);
            expect(unit.absent).not.toBe("maybe");
          }
        for (const { information } of itemProfiles(known))
          if (information) expect(information.entropy[0]).toBe(information.entropy[1]);
      }),
      { numRuns: 60 },
    );
  });
});

function key(pair: ReturnType<typeof redundantPairs>[number]): string {
  return `${pair.a.indicator.id} ${pair.b.indicator.id}`;
}

function rotate<T>(items: readonly T[], turn: number): T[] {
  const at = items.length === 0 ? 0 : turn % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

const thing = fc.record({
  possible: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
  absent: fc.constantFrom("no" as const, "no" as const, "maybe" as const),
});

describe("superiority", () => {
  it("is exactly the hull over all places and over who is there", () => {
    fc.assert(
      fc.property(
        fc.array(thing, { minLength: 1, maxLength: 4 }),
        fc.array(thing, { minLength: 1, maxLength: 4 }),
        (first, second) => {
          const found = superiority(first, second);
          if (!first.some(({ absent }) => absent === "no") || !second.some(({ absent }) => absent === "no")) {
            expect(found).toBeNull();
            return;
          }
          const values: number[] = [];
          for (const x of settledThings(first))
            for (const y of settledThings(second)) {
              const wins = x.reduce(
                (sum, a) => sum + y.reduce((own, b) => own + (a > b ? 1 : a === b ? 0.5 : 0), 0),
                0,
              );
              if (x.length > 0 && y.length > 0) values.push(wins / (x.length * y.length));
            }
          expect(found?.a[0]).toBeCloseTo(Math.min(...values), 9);
          expect(found?.a[1]).toBeCloseTo(Math.max(...values), 9);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("of one against itself is one half, and turns round with the sides", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 }),
        (x, y) => {
          const known = (values: number[]) => values.map((value) => ({ possible: [value], absent: "no" as const }));
          expect(superiority(known(x), known(x))?.a[0]).toBeCloseTo(0.5, 12);
          const [there, back] = [superiority(known(x), known(y))?.a[0], superiority(known(y), known(x))?.a[0]];
          expect((there ?? 0) + (back ?? 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

function* settledThings(things: readonly { possible: number[]; absent: "no" | "maybe" }[]): Generator<number[]> {
  const [first, ...rest] = things;
  if (!first) {
    yield [];
    return;
  }
  for (const others of settledThings(rest)) {
    for (const place of first.possible) yield [place, ...others];
    if (first.absent === "maybe") yield others;
  }
}
