import fc from "fast-check";
import { expect, test } from "vitest";
import { topOf } from "./statements.ts";

const thing = fc.record({ low: fc.nat(8), width: fc.nat(4) }).map(({ low, width }) => ({ low, high: low + width }));
type Thing = { low: number; high: number };
const bounds = ({ low, high }: Thing) => [low, high] as const;

test("known numbers give the first places with their ties", () => {
  const known = [9, 7, 7, 5, 5, 1].map((n) => ({ low: n, high: n }));
  const { certain, possible } = topOf(known, bounds, 3);
  expect(certain.map(({ low }) => low)).toEqual([9, 7, 7]);
  expect(possible).toEqual(certain);
});

test("in every settled state the first places hold the certain ones and come from the possible ones", () => {
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 7 }), fc.infiniteStream(fc.nat()), (things, stream) => {
      const { certain, possible } = topOf(things, bounds, 3);
      const value = new Map(
        things.map((one) => [one, one.low + ((stream.next().value ?? 0) % (one.high - one.low + 1))]),
      );
      const first = topOf(things, (one) => [value.get(one) ?? 0, value.get(one) ?? 0], 3).certain;
      expect(first).toEqual(expect.arrayContaining(certain));
      expect(possible).toEqual(expect.arrayContaining(first));
    }),
  );
});
