import { describe, expect, test } from "vitest";
import { changed, data, methodology } from "../../test/fixture.ts";
import { exactly } from "../decimal/decimal.ts";
import { compile } from "../expression/compile.ts";
import { encodeColumns } from "./columns.ts";
import { columnNumber, evaluateColumns, noLevel } from "./evaluate-columns.ts";

const ids = data.municipalities.map(({ id }) => id);
const program = compile(methodology);
const columns = encodeColumns(program.cells, ids, data.cells);

test("a municipality without a cell is not observed, equal states share a number", () => {
  const [regulation] = columns.columns;
  expect([...regulation!.states]).toEqual([1, 1, 2, 1, 1, 0]);
  expect(regulation!.dictionary).toEqual([
    { codes: [], missing: ["O"] },
    { codes: [0], missing: [] },
    { codes: [1], missing: [] },
  ]);
});

test("cells of other municipalities and indicators are left out", () => {
  const strange = [
    { municipality: "elsewhere", indicator: "plan" },
    { municipality: "dolny", indicator: "elsewhat" },
  ];
  const state = { codes: [0], missing: [] };
  const { columns } = encodeColumns(
    program.cells,
    ids,
    strange.map((place) => ({ ...place, state })),
  );
  expect(columns.every(({ states }) => states.every((value) => value === 0))).toBe(true);
});

test("more distinct states than a small integer holds is the caller's mistake", () => {
  const many = Array.from({ length: 65_536 }, (_, index) => String(index));
  const cells = many.map((municipality, index) => ({
    municipality,
    indicator: "calls",
    state: { codes: [], range: [exactly(index), exactly(index)] as const, missing: [] },
  }));
  expect(() => encodeColumns(program.cells, many, cells)).toThrow(RangeError);
});

test("columns of another methodology are the caller's mistake", () => {
  const one = { ...program, cells: [] };
  expect(() => evaluateColumns(one, columns)).toThrow(TypeError);
});

describe("results by column", () => {
  const results = evaluateColumns(program, columns);

  test("a sum of exact points is exact: tenths as integers", () => {
    const organization = results.criteria[0]!;
    expect(organization).toMatchObject({ exact: true, scale: 1 });
    expect([...organization.low]).toEqual([35, 20, 25, 20, 10, 0]);
    expect([...organization.high]).toEqual([35, 20, 25, 35, 10, 0]);
    expect([...organization.maximum].slice(0, 5)).toEqual([35, 35, 35, 35, 15]);
    expect([...organization.scored]).toEqual([1, 1, 1, 1, 1, 0]);
    expect(columnNumber(organization, organization.high, 0)).toBe(3.5);
  });

  test("a sum over a mean is not", () => {
    expect(results.criteria[1]).toMatchObject({ exact: false, scale: 0 });
  });

  test("levels are bits, the last for none", () => {
    expect([...results.levels[0]!.possible]).toEqual([0b001, 0b100, 0b100, 0b011, 0b010, noLevel]);
  });
});

test("numbers too large for exact integers are calculated as binary numbers", () => {
  const large = compile(
    changed((plain) => {
      plain.criteria[0]!.indicators![0]!.points = { yes: "9007199254740993", no: 0 };
    }),
  );
  const [organization] = evaluateColumns(large, columns).criteria;
  expect(organization).toMatchObject({ exact: false });
  expect(organization?.low[2]).toBe(2.5);
});
