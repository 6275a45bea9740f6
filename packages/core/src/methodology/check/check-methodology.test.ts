import { describe, expect, test } from "vitest";
import { changed, codeScale, methodology, type plainMethodology, withGapAtHalf } from "../../../test/fixture.ts";
import type { Condition } from "../condition.ts";
import { checkMethodology } from "./check-methodology.ts";

type Plain = ReturnType<typeof plainMethodology>;

function problems(change: (plain: Plain) => void) {
  return checkMethodology(changed(change));
}

function codes(plain: Plain, scale: string) {
  return codeScale(plain, scale).codes;
}

const regulation = (plain: Plain) => plain.criteria[0]!.indicators![0]!;
const staff = (plain: Plain) => plain.criteria[0]!.indicators![2]!;
const level = (plain: Plain) => plain.levels![0]!;
const firstRule = (plain: Plain, when: Condition) => {
  level(plain).rules[0]!.when = when;
};

test("a sound methodology has no problems", () => {
  expect(checkMethodology(methodology)).toEqual([]);
});

describe("legends", () => {
  test("scale/gap: exactly 50 % that belongs to nobody", () => {
    const found = checkMethodology(withGapAtHalf());
    expect(found).toHaveProblem("scale/gap", { severity: "warning", field: "scales.share", value: "50" });
    expect(found).toHaveLength(1);
    expect(found[0]?.message.en).toContain("even number of staff");
  });

  test("scale/gap: a stretch between two values, and below the first", () => {
    const found = problems((plain) => {
      codes(plain, "share")[1]!.interval = "[30,50]";
      codes(plain, "share")[2]!.interval = "(0,25)";
    });
    expect(found.map(({ value }) => value)).toEqual(["0", "25", "from 25 to 30 (both excluded)"]);
  });

  test("scale/overlap: a value of two codes", () => {
    const found = problems((plain) => {
      codes(plain, "share")[0]!.interval = "[50,100]";
    });
    expect(found).toHaveProblem("scale/overlap", { severity: "warning", value: "green|yellow" });
    expect(found).toHaveLength(1);
  });

  const counted = (intervals: string[]) =>
    problems((plain) => {
      const scale = codeScale(plain, "share");
      scale.measure = { title: scale.measure!.title, unit: "count", from: 0 };
      scale.codes.forEach((code, index) => {
        code.interval = intervals[index];
      });
    });

  test("scale/gap: counts have only whole numbers, so nothing is missing between 2 and 3", () => {
    expect(counted(["[5,inf)", "[3,4]", "[0,2]"])).toEqual([]);
  });

  test("scale/gap: a count that no code has, several of them, and those without limit", () => {
    expect(counted(["[5,inf)", "[3,3]", "[0,2]"]).map(({ value }) => value)).toEqual(["4"]);
    expect(counted(["[20000,20000]", "[3,5]", "[0,2]"]).map(({ value }) => value)).toEqual([
      "from 6 to 19999",
      "20001 and more",
    ]);
  });
});

describe("scales", () => {
  test.each([
    [
      "scale/duplicate-code",
      (plain: Plain) => codes(plain, "share").push({ ...codes(plain, "share")[0]!, order: 9 }),
      "green",
    ],
    ["scale/duplicate-order", (plain: Plain) => (codes(plain, "yes-no")[1]!.order = 1), "1"],
    ["scale/ambiguous-form", (plain: Plain) => (codes(plain, "yes-no")[1]!.raw = ["ДА"]), "да"],
  ])("%s", (code, change, value) => {
    expect(problems((plain) => void change(plain))).toHaveProblem(code, { severity: "error", value });
  });
});

describe("names that mean nothing", () => {
  test.each<[string, (plain: Plain) => void, string, string, string]>([
    [
      "indicator/unknown-scale",
      (plain) => (regulation(plain).scale = "yesno"),
      "criteria.0.indicators.0.scale",
      "yesno",
      "yes-no",
    ],
    [
      "indicator/unknown-framework",
      (plain) => (regulation(plain).frameworks = ["standart"]),
      "criteria.0.indicators.0.frameworks",
      "standart",
      "standard",
    ],
    [
      "level/unknown-code",
      (plain) => (level(plain).rules[0]!.level = "hihg"),
      "levels.0.rules.0.level",
      "hihg",
      "high",
    ],
    [
      "condition/unknown-indicator",
      (plain) => firstRule(plain, { indicator: "regulaton", is: ["yes"] }),
      "levels.0.rules.0.when.indicator",
      "regulaton",
      "regulation",
    ],
    [
      "condition/unknown-code",
      (plain) => firstRule(plain, { all: [{ indicator: "education", at_least: "yelow" }] }),
      "levels.0.rules.0.when.all.0",
      "yelow",
      "yellow",
    ],
    [
      "condition/unknown-criterion",
      (plain) => firstRule(plain, { count: { criterion: "qualty", codes: ["yes"] }, at_least: 1 }),
      "levels.0.rules.0.when.count.criterion",
      "qualty",
      "quality",
    ],
    [
      "condition/unknown-level",
      (plain) => firstRule(plain, { level: "develop", is: ["high"] }),
      "levels.0.rules.0.when.level",
      "develop",
      "",
    ],
    [
      "condition/no-points",
      (plain) => firstRule(plain, { not: { points: "organisation", at_least: 1 } }),
      "levels.0.rules.0.when.not.points",
      "organisation",
      "organization",
    ],
    [
      "points/unknown-code",
      (plain) => (regulation(plain).points = { yes: 1, no: 0, noo: 0 }),
      "criteria.0.indicators.0.points",
      "noo",
      "no",
    ],
  ])("%s names the nearest", (code, change, field, value, nearest) => {
    expect(problems((plain) => void change(plain))).toHaveProblem(code, {
      severity: "error",
      field,
      value,
      ...(nearest ? { nearest } : {}),
    });
  });

  test("condition/unknown-level-code", () => {
    const found = problems((plain) => {
      plain.recommendations![1]!.who = { except: { any: [{ level: "development", is: ["lowest"] }] } };
    });
    expect(found).toHaveProblem("condition/unknown-level-code", {
      value: "lowest",
      field: "recommendations.1.who.except.any.0.is",
    });
  });

  test("condition/no-points: a criterion that adds up, but has nothing to add", () => {
    const found = problems((plain) => {
      for (const indicator of plain.criteria[0]!.indicators!) delete indicator.points;
    });
    expect(found).toHaveProblem("condition/no-points", { value: "organization" });
  });

  test("condition/no-points: a total that the methodology does not define", () => {
    const found = problems((plain) => {
      delete plain.total;
      firstRule(plain, { points: "total", at_least: 3 });
    });
    expect(found).toHaveProblem("condition/no-points", { value: "total" });
  });
});

describe("names that stand twice", () => {
  test.each<[string, (plain: Plain) => void]>([
    ["indicator/duplicate", (plain) => (plain.criteria[0]!.indicators![1]!.id = "regulation")],
    ["criterion/duplicate", (plain) => (plain.criteria[1]!.id = "organization")],
    ["criterion/reserved", (plain) => (plain.criteria[1]!.id = "total")],
    ["level/duplicate", (plain) => plain.levels!.push(plain.levels![0]!)],
    ["level/duplicate-code", (plain) => level(plain).codes.push({ ...level(plain).codes[0]!, order: 7 })],
    ["level/duplicate-order", (plain) => (level(plain).codes[0]!.order = 1)],
    ["recommendation/duplicate", (plain) => (plain.recommendations![1]!.id = "write-a-plan")],
  ])("%s", (code, change) => {
    expect(problems((plain) => void change(plain))).toHaveProblem(code, { severity: "error" });
  });
});

describe("conditions that cannot be asked", () => {
  test.each<[string, Condition]>([
    ["condition/not-a-number", { indicator: "staff", at_least: "0x10" }],
    ["condition/not-a-number", { indicator: "staff", is: ["many"] }],
    ["condition/count", { count: { codes: ["yes"] }, at_least: 1 }],
    ["condition/count", { count: { criterion: "quality", indicators: ["site"], codes: ["yes"] }, at_least: 1 }],
    ["condition/empty", { indicator: "staff" }],
    ["condition/empty", { points: "organization" }],
    ["condition/empty", { count: { criterion: "quality" }, at_least: 1 }],
    ["condition/empty", { count: { criterion: "quality", codes: ["yes"] } }],
  ])("%s: %j", (code, condition) => {
    expect(problems((plain) => firstRule(plain, condition))).toHaveProblem(code, { severity: "error" });
  });
});

describe("points", () => {
  test.each<[string, (plain: Plain) => void]>([
    ["points/missing-code", (plain) => (regulation(plain).points = { yes: 1 })],
    ["points/wrong-rule", (plain) => (staff(plain).points = { yes: 1, no: 0 })],
    ["points/wrong-rule", (plain) => (regulation(plain).points = { value: { times: 1 } })],
    ["points/wrong-goalposts", (plain) => (staff(plain).points = { normalize: { from: 3, to: "3.0" } })],
    [
      "points/wrong-goalposts",
      (plain) => (staff(plain).points = { normalize: { from: 0, to: 3, transform: "logarithm" } }),
    ],
    ["weight/not-positive", (plain) => (regulation(plain).weight = 0)],
    ["weight/not-positive", (plain) => (plain.criteria[1]!.weight = "-1")],
    ["missing/no-maximum", (plain) => (plain.criteria[1]!.criteria![1]!.points = { aggregate: "sum" })],
  ])("%s", (code, change) => {
    expect(problems((plain) => void change(plain))).toHaveProblem(code, { severity: "error" });
  });

  test("points/negative: a geometric mean of less than nothing", () => {
    const geometric = (points: NonNullable<ReturnType<typeof staff>["points"]>) =>
      problems((plain) => {
        plain.criteria[0]!.points = { aggregate: "geometric-mean" };
        staff(plain).points = points;
      });
    expect(geometric({ steps: [{ from: 1, points: 1 }], below: -1 })).toHaveProblem("points/negative");
    expect(geometric({ value: { times: -1 } })).toHaveProblem("points/negative");
    expect(geometric({ value: { times: 1 } })).not.toHaveProblem("points/negative");
  });

  test("missing/unbounded: a suppressed value of a scale without limit", () => {
    const found = problems((plain) => {
      plain.scales.calls = { type: "number", from: 0 };
    });
    expect(found).toHaveProblem("missing/unbounded", { field: "criteria.1.criteria.1.indicators.1" });
  });

  test("a code may be named like a rule", () => {
    const found = problems((plain) => {
      codes(plain, "yes-no")[0]!.code = "steps";
      for (const indicator of [
        ...plain.criteria[0]!.indicators!.slice(0, 2),
        plain.criteria[1]!.criteria![0]!.indicators![1]!,
      ])
        indicator.points = { steps: 1, no: 0 };
    });
    expect(found).toEqual([]);
  });
});

test("criterion/no-indicators: declared, but empty, is a warning", () => {
  const found = problems((plain) => {
    plain.criteria.push({ id: "decisions", title: plain.title, indicators: [] });
  });
  expect(found).toHaveProblem("criterion/no-indicators", {
    severity: "warning",
    field: "criteria.2",
    value: "decisions",
  });
  expect(found).toHaveLength(1);
});

describe("decision tables", () => {
  test("level/rule-never-fires: an earlier rule takes all", () => {
    const found = problems((plain) => {
      level(plain).rules.splice(1, 0, { level: "high", when: { points: "organization", at_least: "3.5" } });
      firstRule(plain, { points: "organization", at_least: 3 });
    });
    expect(found).toHaveProblem("level/rule-never-fires", {
      severity: "warning",
      field: "levels.0.rules.1",
      value: "2",
    });
    expect(found).toHaveLength(1);
  });

  test("level/unreachable: a cut-off that nobody can reach", () => {
    const found = problems((plain) => firstRule(plain, { points: "organization", at_least: "3.51" }));
    expect(found).toHaveProblem("level/unreachable", { severity: "warning", field: "levels.0.codes.0", value: "high" });
    expect(found).toHaveProblem("level/rule-never-fires", { field: "levels.0.rules.0" });
  });

  test("level/uncovered: no rule for the rest", () => {
    const found = problems((plain) => void level(plain).rules.pop());
    expect(found).toHaveProblem("level/uncovered", { severity: "warning", field: "levels.0.rules" });
  });

  const byStaff = (...rules: Condition[]) =>
    problems((plain) => {
      level(plain).applies = { not: { indicator: "staff", status: ["L", "M", "O", "S"] } };
      level(plain).rules = ["high", "middle", "low"].map((code, index) => ({ level: code, when: rules[index]! }));
    });

  test("numbers on both sides of a cut-off are tried: 5 and more, 1 to 4, 0 leave no whole number out", () => {
    expect(
      byStaff(
        { indicator: "staff", at_least: 5 },
        { indicator: "staff", at_least: 1, at_most: 4 },
        { indicator: "staff", at_most: 0 },
      ),
    ).toEqual([]);
  });

  test("level/uncovered: 5 and more, 1 to 3, 0 leave out 4", () => {
    const found = byStaff(
      { indicator: "staff", at_least: 5 },
      { indicator: "staff", at_least: 1, at_most: 3 },
      { indicator: "staff", at_most: 0 },
    );
    expect(found.map(({ code }) => code)).toEqual(["level/uncovered"]);
  });

  test("a rule about a status whose values are bounded can fire", () => {
    const found = problems((plain) => {
      level(plain).rules[1]!.when = { indicator: "regulation", status: ["Q"] };
    });
    expect(found).toEqual([]);
  });

  test("recommendation/never-fires: an addressee rule that cannot hold, an exception for all", () => {
    const found = problems((plain) => {
      plain.recommendations![0]!.who = {
        when: {
          all: [
            { indicator: "plan", is: ["no"] },
            { indicator: "plan", is: ["yes"] },
          ],
        },
      };
      plain.recommendations![1]!.who = { except: { points: "organization", at_most: 100 } };
    });
    expect(found).toHaveProblem("recommendation/never-fires", { severity: "warning", value: "write-a-plan" });
    // A municipality without points is no exception.
    expect(found).toHaveLength(1);
  });

  test("rule/not-tried: too many combinations are said to be", () => {
    const found = problems((plain) => {
      const copies = Array.from({ length: 12 }, (_, index) => ({ ...regulation(plain), id: `copy-${index}` }));
      plain.criteria[0]!.indicators!.push(
        ...copies.map((copy, index) => ({ ...copy, points: { yes: 2 ** index, no: 0 } })),
      );
    });
    expect(found).toHaveProblem("rule/not-tried", { severity: "note", field: "levels.0" });
  });
});
