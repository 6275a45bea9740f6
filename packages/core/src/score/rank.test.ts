import { expect, test } from "vitest";
import { rankIntervals } from "./rank.ts";

function ranks(pairs: [number, number][], { exact = true, scored = pairs.map(() => 1) } = {}) {
  const low = Float64Array.from(pairs, ([from]) => from);
  const high = Float64Array.from(pairs, ([, to]) => to);
  const bytes = Uint8Array.from(scored);
  return rankIntervals({ low, high, maximum: high, scale: 0, exact, scored: bytes, tight: bytes }).map(
    (rank) => rank && [rank.best, rank.worst],
  );
}

test("the most points come first, ties share the smallest rank", () => {
  expect(
    ranks([
      [7, 7],
      [9, 9],
      [7, 7],
      [1, 1],
    ]),
  ).toEqual([
    [2, 2],
    [1, 1],
    [2, 2],
    [4, 4],
  ]);
});

test("an interval has a best and a worst rank, a touching end is a tie", () => {
  expect(
    ranks([
      [1, 5],
      [3, 3],
      [5, 5],
    ]),
  ).toEqual([
    [1, 3],
    [2, 3],
    [1, 1],
  ]);
});

test("who is not scored has no rank and takes none", () => {
  expect(
    ranks(
      [
        [9, 9],
        [5, 5],
      ],
      { scored: [0, 1] },
    ),
  ).toEqual([null, [1, 1]]);
});

test("who may not be scored is never certainly ahead", () => {
  expect(
    ranks(
      [
        [9, 9],
        [5, 5],
      ],
      { scored: [2, 1] },
    ),
  ).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

test("inexact numbers closer than 1e-12 are a tie, exact ones are not rounded", () => {
  expect(
    ranks(
      [
        [0.1 + 0.2, 0.1 + 0.2],
        [0.3, 0.3],
      ],
      { exact: false },
    ),
  ).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(
    ranks([
      [3, 3],
      [3.0000001, 3.0000001],
    ]),
  ).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test("nobody has no ranks", () => {
  expect(ranks([])).toEqual([]);
});
