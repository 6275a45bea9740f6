import { expect, test } from "vitest";
import { methodology } from "../../../test/fixture.ts";
import { conditionChecker } from "./check-condition.ts";

const check = conditionChecker(methodology);

test("a condition that names what exists has no problems", () => {
  expect(check({ not: { level: "development", is: ["low"] } }, "who")).toEqual([]);
});

test("every fault is told with the place where it stands", () => {
  const condition = {
    all: [{ indicator: "paln", is: ["yes"] }, { any: [{ level: "developement", is: ["low"] }] }],
  };
  expect(check(condition, "claims.3.query.count")).toMatchObject([
    { code: "condition/unknown-indicator", field: "claims.3.query.count.all.0.indicator", nearest: "plan" },
    { code: "condition/unknown-level", field: "claims.3.query.count.all.1.any.0.level", nearest: "development" },
  ]);
});

test("a rule may name only the levels that it is told of", () => {
  const condition = { level: "development", is: ["low"] };
  expect(conditionChecker(methodology, [])(condition, "who")).toHaveProblem("condition/unknown-level", {
    field: "who.level",
  });
});
