import { formatDecimal, type Lineage } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { methodologyOf, roundOf, text } from "../../test/invented.ts";
import { unitChange } from "./change-columns.ts";
import { type DynamicsOptions, dynamics } from "./dynamics.ts";

const before = {
  one: ["middle", "yes", "3", "no"],
  two: ["low", "no", "0", "no"],
  silent: ["status:L", "status:L", "status:L", "status:L"],
  left: ["high", "yes", "5", "yes"],
  right: ["low", "no", "1", "no"],
};
const after = {
  one: ["high", "yes", "4", "no"],
  two: ["low|middle", "no", "0", "no"],
  silent: ["high", "yes", "5", "yes"],
  both: ["middle", "yes", "2", "no"],
};
const merger = (predecessor: string, line: number): Lineage => ({
  predecessor,
  successor: "both",
  kind: "merger",
  date: "2024-01-01",
  source: "here",
  line,
});
const lineage = [merger("left", 2), merger("right", 3)];

const compared = (options: DynamicsOptions = {}, later = methodologyOf()) => {
  const result = dynamics(roundOf(2023, before), roundOf(2024, after, later), { lineage, ...options });
  if (!result.dynamics) throw new Error(result.problems[0]?.message.en);
  return result.dynamics;
};

/** The change of the total of a municipality, as text. */
function changeOf(id: string, result = compared()): string {
  const unit = result.units.findIndex(({ municipality }) => municipality === id);
  const change = result.total?.change && unitChange(result.total.change, unit);
  if (!change || typeof change.low !== "object" || typeof change.high !== "object") return change?.class ?? "absent";
  const parts = (change.contributions ?? []).map(
    ({ after: name, low, high }) => `${name} ${formatDecimal(low)}..${formatDecimal(high)}`,
  );
  return `${change.class} ${formatDecimal(change.low)}..${formatDecimal(change.high)}: ${parts.join(", ")}`;
}

describe("the change of a municipality", () => {
  test("is an interval with its class and what each indicator adds", () => {
    // mentoring 1 → 2; headcount 0.1 → 0.3, times 0.7.
    expect(changeOf("one")).toBe("rise 1.14..1.14: mentoring 1..1, headcount 0.14..0.14");
    expect(changeOf("two")).toBe("possible 0..1: mentoring 0..1");
  });

  test("is none where nothing was submitted", () => {
    expect(changeOf("silent")).toBe("not-compared");
  });
});

describe("a merged municipality", () => {
  test("is not compared unless asked for, and is named", () => {
    expect(compared().units.map(({ municipality }) => municipality)).not.toContain("both");
    expect(compared().apart).toMatchObject([{ before: ["left", "right"], after: ["both"], kind: "merger" }]);
  });

  test("is compared with all that any predecessor was: the interval holds the change from each", () => {
    const result = compared({ mergers: "any-predecessor" });
    // From the left 1 + 1 + 0.07 − 3.35 = −1.28, from the right 2.07 − 0.07 = 2.
    expect(changeOf("both", result)).toBe(
      "possible -1.28..2: mentoring -1..1, plan 0..1, headcount -0.14..0, club -0.14..0",
    );
    expect(result.units.find(({ municipality }) => municipality === "both")?.before).toEqual(["left", "right"]);
  });
});

describe("an indicator whose series breaks", () => {
  const reworded = methodologyOf({
    version: "2.0.0",
    planTitle: "plan agreed with schools",
    previous: { version: "1.0.0", changes: [{ kind: "reworded", indicator: "plan", reason: text("agreed now") }] },
  });
  const plan = (result: ReturnType<typeof compared>) => result.indicators.find((one) => one.after === "plan");

  test("is marked with the reason, not compared, and takes no part in scores", () => {
    const result = compared({}, reworded);
    expect(plan(result)).toMatchObject({
      comparable: false,
      changes: ["reworded"],
      declared: [{ reason: text("agreed now") }],
    });
    expect(plan(result)?.table).toBeUndefined();
    expect(result.criteria.map(({ leftOut }) => leftOut)).toEqual([["plan"], []]);
    expect(result.levels).toMatchObject([{ comparable: false, broken: ["plan"] }]);
    expect(result.levels[0]?.table).toBeUndefined();
  });

  test("is compared when asked for, and stays marked", () => {
    const result = compared({ breaks: "include" }, reworded);
    expect(plan(result)?.comparable).toBe(false);
    expect(plan(result)?.table?.directions).toEqual({ rise: 0, fall: 0, none: 2, possible: 0, "no-value": 1 });
    // The one with 2.07 points and a plan stays good.
    expect(result.levels[0]?.table?.counts[0]?.[0]).toEqual({ low: 1, high: 1 });
  });

  test("is found even where nobody declares it, and the lack of a declaration is told", () => {
    const silent = methodologyOf({ version: "2.0.0", points: [3, 1, 0] });
    const { dynamics: result, problems } = dynamics(roundOf(2023, before), roundOf(2024, after, silent), { lineage });
    expect(problems).toMatchObject([{ severity: "warning", code: "dynamics/undeclared-versions" }]);
    expect(result?.indicators[0]).toMatchObject({ comparable: true, changes: ["rerated"] });
    expect(result?.criteria[0]?.leftOut).toEqual(["mentoring"]);
  });

  test("a policy for missing values that changed keeps scores from being compared", () => {
    const result = compared({}, methodologyOf({ version: "2.0.0", policies: { O: "bounds" } }));
    expect(result.missingPolicies).toEqual(["O"]);
    expect(result.criteria.every(({ comparable, change }) => !comparable && change === undefined)).toBe(true);
  });
});

describe("a transition table", () => {
  test("has values and reasons for their absence as rows of their own, counts as intervals", () => {
    const table = compared().indicators[0]?.table;
    expect(table?.rows).toEqual([
      { kind: "code", code: "high" },
      { kind: "code", code: "middle" },
      { kind: "code", code: "low" },
      { kind: "missing", status: "L" },
    ]);
    const shown = table?.counts.map((row) => row.map(({ low, high }) => (low === high ? `${low}` : `${low}..${high}`)));
    expect(shown).toEqual([
      ["0", "0", "0"],
      ["1", "0", "0"],
      ["0", "0..1", "0..1"],
      ["1", "0", "0"],
    ]);
    expect(table?.directions).toEqual({ rise: 1, fall: 0, none: 0, possible: 1, "no-value": 1 });
  });
});

describe("what cannot be compared is refused with the reason", () => {
  const refusal = (...[a, b]: [number, number]) => dynamics(roundOf(a, before), roundOf(b, after));
  test.each([
    [
      "rounds of different regions",
      dynamics(roundOf(2023, before), roundOf(2024, after, methodologyOf({ region: "other" }))),
      "dynamics/other-region",
    ],
    ["a round with itself", refusal(2023, 2023), "dynamics/same-round"],
    ["the later round first", refusal(2024, 2023), "dynamics/order"],
    [
      "nobody in common",
      dynamics(roundOf(2023, { a: before.one }), roundOf(2024, { b: after.one })),
      "dynamics/nothing-in-common",
    ],
    [
      "a lineage with a circle",
      dynamics(roundOf(2023, before), roundOf(2024, after), {
        lineage: [...lineage, { ...merger("both", 4), successor: "left" }],
      }),
      "lineage/cycle",
    ],
  ])("%s", (_, result, code) => {
    expect(result.dynamics).toBeUndefined();
    expect(result.problems).toMatchObject([{ severity: "error", code }]);
  });
});
