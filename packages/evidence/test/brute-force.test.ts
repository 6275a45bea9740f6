import * as fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "../src/audit/judge.ts";
import { deduce } from "../src/deduction/deduce.ts";
import { countingOf } from "../src/query/counting.ts";
import { allowed, answer, assignmentsOf, isTrue, valuesOf } from "./brute-force.ts";
import { prepare } from "./prepare.ts";
import { worlds } from "./worlds.ts";

function* subsets<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (const [place, item] of items.entries())
      for (const rest of subsets(items.slice(place + 1), size - 1)) yield [item, ...rest];
}

test("a value stays if and only if some maximal consistent set of the claims allows it", () => {
  fc.assert(
    fc.property(worlds, (invented) => {
      const { world, constraints } = prepare(invented);
      const expected = allowed(invented, invented.claims);
      for (const { municipality, cell, possible, exact } of deduce(world, constraints)) {
        const names = possible.map((position) => {
          const outcome = world.outcomes[municipality]?.[cell]?.[position];
          return outcome?.kind === "code" ? (invented.codes[outcome.code] ?? "") : "L";
        });
        expect([exact, ...names.sort()]).toEqual([true, ...valuesOf(expected, municipality, cell)]);
      }
    }),
    { numRuns: 600, seed: 2022 },
  );
});

test("the reasons of a cell suffice, none can be left out, and up to two no fewer would do", () => {
  fc.assert(
    fc.property(worlds, (invented) => {
      const { world, constraints } = prepare(invented);
      const assignments = assignmentsOf(invented);
      const cellUnder = (ids: readonly string[], municipality: number, cell: number) =>
        valuesOf(
          allowed(
            invented,
            invented.claims.filter(({ id }) => ids.includes(id)),
            assignments,
          ),
          municipality,
          cell,
        ).join();
      const all = invented.claims.map(({ id }) => id);
      for (const { municipality, cell, because } of deduce(world, constraints)) {
        const result = cellUnder(all, municipality, cell);
        expect(cellUnder(because, municipality, cell)).toBe(result);
        for (let size = 0; size < Math.min(because.length, 3); size++)
          for (const fewer of subsets(all, size)) expect(cellUnder(fewer, municipality, cell)).not.toBe(result);
        for (const one of because)
          expect(
            cellUnder(
              because.filter((id) => id !== one),
              municipality,
              cell,
            ),
          ).not.toBe(result);
      }
    }),
    { numRuns: 300, seed: 2022 },
  );
});

test("a verdict follows from the cells and the other claims, never from the claim itself", () => {
  fc.assert(
    fc.property(worlds, (invented) => {
      const { definitions, solver } = prepare(invented);
      for (const claim of invented.claims) {
        const own = definitions.claims.get(claim.id);
        if (!own || own.printed === undefined) throw new TypeError("the claim is there");
        const others = allowed(
          invented,
          invented.claims.filter(({ id }) => id !== claim.id),
        );
        const truths = others.map((assignment) => isTrue(claim, answer(claim, invented, assignment)));
        const expected = truths.every(Boolean) ? "confirmed" : truths.some(Boolean) ? "undetermined" : "contradicted";
        const judgement = judge(
          solver,
          own,
          countingOf(own, definitions),
          own.printed,
          (other) => other.claim !== claim.id,
        );
        expect(judgement).toMatchObject({ verdict: expected, exact: true });
      }
    }),
    { numRuns: 400, seed: 2022 },
  );
});
