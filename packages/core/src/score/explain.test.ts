import { expect, test } from "vitest";
import { data } from "../../test/fixture.ts";
import { real } from "../expression/number.ts";
import { explain } from "./explain.ts";

test("points lead to their terms, and terms to the cell and its source", () => {
  const { criteria, cells } = explain(data, "dolny")!;
  const organization = criteria[0]!.trace!;
  expect(organization.terms.map(({ weight, trace }) => [real(weight), real(trace.low!)])).toEqual([
    [1, 1],
    [0.5, 0],
    [1, 1],
  ]);
  const staff = organization.terms[2]!.trace.expression;
  expect(staff.kind === "points" && cells[staff.cell]!.cell).toMatchObject({
    indicator: "staff",
    raw: "2",
    source: "table 1 row 2",
  });
});

test("a weight that was given away is told as a factor", () => {
  const quality = explain(data, "luzhsky")!.criteria[2]!.trace!;
  expect(quality.factor).toEqual([2, 2]);
  expect(quality.terms.map(({ trace }) => [trace.present, trace.redistributes])).toEqual([
    ["no", true],
    ["yes", false],
  ]);
});

test("a suppressed value counts as any, and says what it stands for", () => {
  const days = explain(data, "luzhsky")!.cells[5]!;
  expect(days.outcomes).toMatchObject([{ kind: "number", instead: "Q" }]);
});

test("a level tells its rules up to the one that decides", () => {
  const [level] = explain(data, "dolny")!.levels;
  expect(level?.rules.map(({ holds }) => holds)).toEqual(["no", "yes"]);
  expect(level?.applies?.holds).toBe("yes");
});

test("a municipality without a row has blank cells and no result", () => {
  const { cells, criteria, total } = explain(data, "novy-bor")!;
  expect(cells.every(({ cell }) => cell.status === "O" && cell.line === 0)).toBe(true);
  expect(criteria.map(({ trace }) => trace?.present)).toEqual(["no", "no", "no", "no"]);
  expect(total?.trace.low).toBeUndefined();
});

test("an unknown municipality has no explanation", () => {
  expect(explain(data, "nowhere")).toBeUndefined();
});
