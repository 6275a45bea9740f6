import { type PeerResult, standingOf } from "@metodika/presentation";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isDiscreet } from "./peers.ts";

const result = fc
  .record({ low: fc.nat(5), width: fc.nat(3), open: fc.boolean() })
  .map(
    ({ low, width, open }): PeerResult => ({ municipality: "m", low, high: low + width, ...(open ? { open } : {}) }),
  );

test("whatever the open values turn out to be, the true counts lie within the bounds", () => {
  const picks = fc.infiniteStream(fc.nat());
  fc.assert(
    fc.property(result, fc.array(result, { maxLength: 8 }), picks, (own, others, stream) => {
      const settle = ({ low, high }: PeerResult) => low + ((stream.next().value ?? 0) % (high - low + 1));
      const mine = settle(own);
      const values = others.filter(({ open }) => !open || (stream.next().value ?? 0) % 2 === 0).map(settle);
      const { higher, equal, lower } = standingOf(own, others);
      for (const [[low, high], count] of [
        [higher, values.filter((value) => value > mine).length],
        [equal, values.filter((value) => value === mine).length],
        [lower, values.filter((value) => value < mine).length],
      ] as const)
        expect(count >= low && count <= high).toBe(true);
    }),
  );
});

test("known values give exact counts", () => {
  const known = (low: number): PeerResult => ({ municipality: "m", low, high: low });
  expect(standingOf(known(2), [known(1), known(2), known(2), known(3)])).toEqual({
    higher: [1, 1],
    equal: [2, 2],
    lower: [1, 1],
    others: 4,
  });
});

test("counts that would tell the result of each peer are not told", () => {
  const standing = (higher: number, equal: number, lower: number) => ({
    higher: [higher, higher] as const,
    equal: [equal, equal] as const,
    lower: [lower, lower] as const,
    others: higher + equal + lower,
  });
  expect(isDiscreet(standing(2, 1, 2))).toBe(true);
  expect(isDiscreet(standing(1, 1, 2))).toBe(false);
  expect(isDiscreet(standing(0, 15, 0))).toBe(false);
});
