import { describe, expect, it } from "vitest";
import { methodology, text } from "../../test/fixture.ts";
import type { Problem } from "../problem/problem.ts";
import { checkLenses } from "./check-lenses.ts";
import { Lens } from "./lens.ts";

const reason = text("условно", "invented");
const methodologies = new Map([
  ["enskaya", methodology],
  ["other", { ...methodology, region: "other" }],
]);

const plain = () => ({
  from: "enskaya",
  to: "other",
  indicators: [
    {
      indicator: "plan",
      kind: "near",
      reason,
      values: [
        { status: "L", when: { indicator: "plan", status: ["L"] } },
        { codes: ["yes"], when: { all: [{ indicator: "regulation", is: ["yes"] }] } },
        { codes: ["yes", "no"] },
      ] as Record<string, unknown>[],
    },
  ],
  without: [{ indicators: ["site"], reason }],
});

const problemsWith = (change: (lens: ReturnType<typeof plain>) => void): Problem[] => {
  const lens = plain();
  change(lens);
  return checkLenses([Lens.parse(lens)], methodologies);
};

describe("a lens", () => {
  it("that names what exists has no problems", () => {
    expect(problemsWith(() => {})).toEqual([]);
  });

  it.each<[string, Parameters<typeof problemsWith>[0], Partial<Problem>]>([
    [
      "crosswalk/unknown-region",
      (lens) => Object.assign(lens, { to: "othr" }),
      { field: "lenses.0.to", value: "othr", nearest: "other" },
    ],
    ["crosswalk/own-lens", (lens) => Object.assign(lens, { to: "enskaya" }), { field: "lenses.0.to" }],
    [
      "crosswalk/unknown-indicator",
      (lens) => Object.assign(lens.indicators[0]!, { indicator: "plam" }),
      { field: "lenses.0.indicators.0.indicator", nearest: "plan" },
    ],
    [
      "crosswalk/unknown-indicator",
      (lens) => Object.assign(lens.indicators[0]!.values[0]!, { when: { indicator: "plam", status: ["L"] } }),
      { field: "lenses.0.indicators.0.values.0.when", nearest: "plan" },
    ],
    [
      "crosswalk/unknown-value",
      (lens) => Object.assign(lens.indicators[0]!.values[1]!, { codes: ["yess"] }),
      { field: "lenses.0.indicators.0.values.1.codes.0", nearest: "yes" },
    ],
    [
      "crosswalk/twice",
      (lens) => lens.without[0]!.indicators.push("plan"),
      { field: "lenses.0.without.0.indicators.1", value: "plan" },
    ],
    [
      "crosswalk/lens-value",
      (lens) => Object.assign(lens.indicators[0]!.values[0]!, { codes: ["no"] }),
      { field: "lenses.0.indicators.0.values.0" },
    ],
    [
      "crosswalk/lens-unreachable",
      (lens) => lens.indicators[0]!.values.push({ codes: ["no"] }),
      { field: "lenses.0.indicators.0.values.2.when" },
    ],
    [
      "crosswalk/lens-open",
      (lens) => lens.indicators[0]!.values.pop(),
      { field: "lenses.0.indicators.0.values.1.when" },
    ],
  ])("%s", (code, change, expected) => {
    expect(problemsWith(change)).toEqual([expect.objectContaining({ severity: "error", code, ...expected })]);
  });
});
