import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../src/decimal/decimal.ts";
import { digitsOf } from "../src/formula/exact-digits.ts";
import {
  type MissingPolicy,
  type Program,
  type RoundData,
  type ScoreOptions,
  scoreRound,
  unobserved,
} from "../src/index.ts";
import { rounds } from "./arbitrary.ts";
import { data } from "./fixture.ts";
import { type Laid, layOut, words } from "./formulas.ts";
import type { Place } from "./spreadsheet.ts";

const trials = fc.option(fc.constantFrom<MissingPolicy>("zero", "exclude", "redistribute", "bounds"), {
  nil: undefined,
});

/** How many results the sheet gave and how many it left open. */
interface Tally {
  same: number;
  open: number;
}

/** Holds every result of the sheet against the scorer: equal, or openly unclear where not everything is known. */
function compareWithScorer(data: RoundData, options: ScoreOptions, laid: Laid, tally: Tally): void {
  const places: Place[] = [];
  const exact: boolean[] = [];
  scoreRound(data, options).units.forEach((unit, index) => {
    const row = laid.row(index);
    const known = isKnown(data, unit.municipality, laid.program);
    const { criteria, total } = laid.program;
    const numbers = [
      ...unit.criteria.map((own, position) => ({ expression: criteria[position]?.expression, ...own })),
      { expression: total, points: unit.total?.points ?? null, max: unit.total?.max ?? null },
    ];
    for (const { expression, points, max } of numbers) {
      if (!expression) continue;
      const [low = 0, high = 0, maximum = 0] = (["low", "high", "maximum"] as const).map((part) =>
        laid.column(expression.id, part),
      );
      const shown = laid.book.text(0, row, low);
      if (shown === words.unclear) {
        expect(known).toBe(false);
        tally.open++;
        continue;
      }
      tally.same++;
      if (!points || max === null) {
        expect(shown).toBe(words.notScored);
        continue;
      }
      const isDecimal = digitsOf(expression, Object.values(laid.program.missing).includes("redistribute")) === 9;
      exact.push(isDecimal, isDecimal);
      places.push({ sheet: 0, row, column: low, expected: points[0] });
      places.push({ sheet: 0, row, column: high, expected: points[1] });
      if (laid.book.text(0, row, maximum) === words.unclear) continue;
      exact.push(isDecimal);
      places.push({ sheet: 0, row, column: maximum, expected: max });
    }
    Object.values(unit.levels).forEach((codes, level) => {
      const shown = laid.book.text(0, row, laid.levelColumn(level)).split(" / ");
      const titles = codes.length > 0 ? codes : [words.notScored];
      for (const title of titles) expect(shown).toContain(title);
      if (known) expect(shown).toEqual(titles);
    });
  });
  laid.book.differences(places).forEach((difference, index) => {
    const { expected } = places[index]!;
    if (exact[index] && !Object.values(laid.program.missing).includes("redistribute")) expect(difference).toBe(0);
    else expect(Math.abs(difference)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
  });
}

/** Has every cell of a municipality one value only, or one reason to have none that is not "any value"? */
function isKnown(data: RoundData, municipality: string, { cells, missing: policies }: Program): boolean {
  return cells.every(({ indicator }) => {
    const cell = data.cells.find((own) => own.municipality === municipality && own.indicator === indicator.id);
    const { codes, range, missing } = cell?.state ?? unobserved;
    const width = range ? (compare(range[0], range[1]) === 0 ? 1 : 2) : 0;
    return codes.length + missing.length + width === 1 && missing.every((status) => policies[status] !== "bounds");
  });
}

test("the formulas of the invented region give its scores in an independent spreadsheet program", () => {
  const tally = { same: 0, open: 0 };
  compareWithScorer(data, {}, layOut(data), tally);
  expect(tally.same).toBeGreaterThan(20);
});

test("the results stored beside formulas are those that the formulas come to", () => {
  fc.assert(
    fc.property(rounds, trials, (round, missing) => {
      const laid = layOut(round, missing ? { missing } : {});
      const places: Place[] = [];
      laid.results.forEach((aggregates, municipality) => {
        const row = laid.row(municipality);
        for (const [id, results] of aggregates)
          for (const part of ["low", "high", "maximum", "present", "valued"] as const) {
            const column = laid.column(id, part);
            const result = results[part];
            if (typeof result === "string") expect(laid.book.text(0, row, column)).toBe(result);
            else places.push({ sheet: 0, row, column, expected: result });
          }
      });
      laid.book.differences(places).forEach((difference, index) => {
        expect(Math.abs(difference)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(places[index]!.expected)));
      });
    }),
    { numRuns: 40 },
  );
});

test("formulas and scorer agree on generated rounds, for every policy", () => {
  const tally = { same: 0, open: 0 };
  fc.assert(
    fc.property(rounds, trials, (round, missing) => {
      const options = missing ? { missing } : {};
      compareWithScorer(round, options, layOut(round, options), tally);
    }),
    { numRuns: 60 },
  );
  expect(tally.same).toBeGreaterThan(tally.open);
});
