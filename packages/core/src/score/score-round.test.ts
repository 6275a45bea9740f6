import { describe, expect, test } from "vitest";
import { data, expected, methodology } from "../../test/fixture.ts";
import { scoreRound } from "./score-round.ts";

describe("a third, invented region needs no code", () => {
  const { units, ...rest } = scoreRound(data, { ranks: true });

  test.each(Object.entries(expected))(
    "%s has the results computed by hand",
    (municipality, { points, max, total, level }) => {
      const unit = units.find((candidate) => candidate.municipality === municipality);
      expect(unit?.criteria.map((criterion) => criterion.points)).toEqual(points);
      expect(unit?.criteria.map((criterion) => criterion.max)).toEqual(max);
      expect(unit?.total?.points ?? null).toEqual(total);
      expect(unit?.levels.development).toEqual(level);
      // A level over a range of numbers is not tried number by number, and says so.
      expect(unit?.exact).toBe(municipality !== "zaozyorny");
    },
  );

  test("names its round and methodology and is no trial", () => {
    expect(rest).toEqual({ round: "enskaya-2024", methodology: "enskaya@1.0.0", trial: false, totalDefined: true });
  });

  test("a municipality without a row is not scored", () => {
    expect(units.map(({ status }) => status)).toEqual(["scored", "scored", "scored", "scored", "scored", "not-scored"]);
  });

  test("ties share the smallest rank, an interval has a best and a worst one, a missing row none", () => {
    // Totals 8.5; 3.5; 3.5; 5 to 7.5; 5.25 to 5.75; none.
    expect(units.map(({ rank }) => rank && [rank.best, rank.worst])).toEqual([
      [1, 1],
      [4, 4],
      [4, 4],
      [2, 3],
      [2, 3],
      null,
    ]);
  });

  test("printed points stand beside the computed ones, a decimal comma is read", () => {
    expect(units[1]?.criteria[0]).toMatchObject({ points: [2, 2], printed: 2.5 });
    expect(units[1]?.printedLevels).toEqual({ development: "low" });
  });
});

test("the order of rows does not matter", () => {
  expect(scoreRound({ ...data, cells: data.cells.toReversed() })).toEqual(scoreRound(data));
});

test("ranks are not given unasked", () => {
  expect(scoreRound(data).units[0]).not.toHaveProperty("rank");
});

test("another policy for missing values is a trial", () => {
  const trial = scoreRound(data, { missing: "bounds" });
  expect(trial.trial).toBe(true);
  // regulation 1, plan 0 to 0.5, staff 0 to 2
  expect(trial.units[4]?.criteria[0]?.points).toEqual([1, 3.5]);
  expect(trial.units[4]?.criteria[0]?.max).toBe(3.5);
});

test("a total that the methodology does not define comes only when asked for, and says so", () => {
  const without = { ...data, methodology: { ...methodology, total: undefined } };
  expect(scoreRound(without)).toMatchObject({ totalDefined: false, units: [{ total: null }, {}, {}, {}, {}, {}] });
  expect(scoreRound(without, { total: true })).toMatchObject({ totalDefined: false });
  expect(scoreRound(without, { total: true }).units[0]?.total).toEqual({ points: [8.5, 8.5], max: 8.5 });
});

test("a round without municipalities gives no units", () => {
  expect(scoreRound({ ...data, municipalities: [] }).units).toEqual([]);
});
