import { describe, expect, test } from "vitest";
import { changed, methodology } from "../../test/fixture.ts";
import { exactly } from "../decimal/decimal.ts";
import { cellsOf, walk } from "./cells-of.ts";
import { compile } from "./compile.ts";

const program = compile(methodology);

test("cells stand in the order of the indicators", () => {
  expect(program.cells.map(({ indicator, criterion }) => `${criterion.id} ${indicator.id}`)).toEqual([
    "organization regulation",
    "organization plan",
    "organization staff",
    "quality education",
    "quality site",
    "speed answer-days",
    "speed calls",
  ]);
});

test("a criterion becomes an aggregate of its indicators and criteria with exact weights", () => {
  const [organization, work] = program.criteria;
  expect(organization?.expression?.terms.map(({ weight }) => weight)).toEqual([exactly(1), exactly(0.5), exactly(1)]);
  expect(work?.expression?.terms.map(({ of, weight }) => [of.kind === "aggregate" && of.id, weight])).toEqual([
    ["quality", exactly(2)],
    ["speed", exactly(1)],
  ]);
  expect(cellsOf(work!.expression!)).toEqual([3, 4, 5, 6]);
});

test("a criterion without points, or with nothing to add, has no expression", () => {
  const without = changed((plain) => {
    delete plain.criteria[1]!.criteria![1]!.points;
    for (const indicator of plain.criteria[1]!.criteria![0]!.indicators!) delete indicator.points;
  });
  expect(
    compile(without).criteria.map(({ criterion, expression }) => [criterion.id, expression !== undefined]),
  ).toEqual([
    ["organization", true],
    ["work", false],
    ["quality", false],
    ["speed", false],
  ]);
});

describe("options", () => {
  test("the total of the methodology is its own", () => {
    expect(program).toMatchObject({ totalDefined: true, trial: false, total: { method: "sum" } });
  });

  test("a total on request is a sum, and not the methodology's", () => {
    const without = changed((plain) => void delete plain.total);
    expect(compile(without).total).toBeUndefined();
    expect(compile(without, { total: true })).toMatchObject({ totalDefined: false, total: { method: "sum" } });
  });

  test("a policy in place of the methodology's makes a trial, the same policy does not", () => {
    expect(compile(methodology, { missing: "zero" })).toMatchObject({ trial: true, missing: { L: "zero", Q: "zero" } });
    const zero = changed((plain) => {
      for (const rule of Object.values(plain.missing)) rule.policy = "zero";
    });
    expect(compile(zero, { missing: "zero" }).trial).toBe(false);
  });
});

test("a level reads the cells of its conditions, those of points too", () => {
  expect(cellsOf(program.levels[0]!, program.levels)).toEqual([0, 1, 2, 3, 4]);
});

test("at_least on a scale of codes means that code and the better ones", () => {
  const tests: (readonly number[])[] = [];
  walk(program.levels[0]!, program.levels, (node) => {
    if (node.kind === "cell" && node.cell === 3) tests.push(node.codes);
  });
  expect(tests).toEqual([[0, 1]]);
});

test("a level may refer to an earlier one only", () => {
  const two = changed((plain) => {
    const [first] = plain.levels!;
    plain.levels!.push({
      ...first!,
      id: "second",
      rules: [{ level: "high", when: { level: "development", is: ["high"] } }],
    });
  });
  const { levels } = compile(two);
  expect(cellsOf(levels[1]!, levels)).toEqual(cellsOf(levels[0]!, levels));
  expect(() => compile({ ...two, levels: two.levels!.toReversed() })).toThrow(TypeError);
});
