import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orders } from "../../../test/orders.ts";
import { shapleyNumerators, shapleyWeights } from "./shapley.ts";

const game = fc
  .integer({ min: 0, max: 5 })
  .chain((players) =>
    fc.tuple(
      fc.constant(players),
      fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2 ** players, maxLength: 2 ** players }),
    ),
  );

describe("the Shapley value", () => {
  test("is what a player adds on average over all orders", () => {
    fc.assert(
      fc.property(game, ([players, values]) => {
        const sums = Array.from({ length: players }, () => 0n);
        for (const order of orders([...sums.keys()])) {
          let coalition = 0;
          for (const player of order) {
            const joined = coalition | (1 << player);
            sums[player] = (sums[player] ?? 0n) + BigInt(values[joined] ?? 0) - BigInt(values[coalition] ?? 0);
            coalition = joined;
          }
        }
        expect(shapleyNumerators(values, shapleyWeights(players))).toEqual(sums);
      }),
      { numRuns: 200 },
    );
  });

  test("adds up to what all players reach", () => {
    fc.assert(
      fc.property(game, ([players, values]) => {
        const weights = shapleyWeights(players);
        const sum = shapleyNumerators(values, weights).reduce((all, one) => all + one, 0n);
        expect(sum).toBe(BigInt((values.at(-1) ?? 0) - (values[0] ?? 0)) * weights.denominator);
      }),
      { numRuns: 200 },
    );
  });

  test("is zero for a player that never adds anything, and the same for two that do the same", () => {
    // The third player does nothing; the first two need each other.
    const values = [0, 0, 0, 6, 0, 0, 0, 6];
    expect(shapleyNumerators(values, shapleyWeights(3)).map(Number)).toEqual([18, 18, 0]);
  });
});
