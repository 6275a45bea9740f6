import { Crosswalk, type Methodology } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { methodologyOf, text } from "../../../test/invented.ts";
import { methodologyDiff } from "./methodology-diff.ts";

const before = methodologyOf();
const told = (after: Methodology) =>
  methodologyDiff(before, after).diff?.differences.map(({ part, before: was, after: is, kinds }) =>
    [part, was ?? "-", is ?? "-", ...kinds].join(" "),
  );

describe("two versions of a methodology", () => {
  test("that mean and say the same have no difference", () => {
    const { diff } = methodologyDiff(before, methodologyOf({ version: "1.0.1" }));
    expect(diff).toMatchObject({ before: "ensk@1.0.0", after: "ensk@1.0.1", matched: "versions", differences: [] });
    expect(diff?.same).toEqual({ indicator: 4, criterion: 2, missing: 5, total: 1, level: 1, recommendation: 0 });
  });

  test("differ by wording, points, weight and policy, with the reasons that are declared", () => {
    const after = methodologyOf({
      version: "2.0.0",
      planTitle: "agreed plan",
      weight: "2",
      policies: { S: "bounds" },
      previous: { version: "1.0.0", changes: [{ kind: "reworded", indicator: "plan", reason: text("agreed now") }] },
    });
    expect(told(after)).toEqual([
      "indicator mentoring mentoring rerated",
      "indicator plan plan reworded",
      "missing S S rerated",
    ]);
    expect(methodologyDiff(before, after).diff?.differences[1]?.declared[0]?.reason).toEqual(text("agreed now"));
  });

  test("differ by what is added, dropped, moved, and by totals, levels and criteria", () => {
    const [work, people] = before.criteria;
    const [headcount, club] = people?.indicators ?? [];
    if (!work || !people || !headcount || !club) throw new Error("the invented methodology changed");
    const [level] = before.levels ?? [];
    const after: Methodology = {
      ...before,
      version: "2.0.0",
      criteria: [
        { ...work, weight: 2, indicators: [...(work.indicators ?? []), club] },
        { ...people, title: text("staff"), indicators: [{ ...headcount, id: "staff-count" }] },
      ],
      total: undefined,
      levels: level ? [{ ...level, rules: [{ level: "poor" }] }] : [],
    };
    expect(told(after)).toEqual([
      "indicator club club moved",
      "indicator - staff-count added",
      "indicator headcount - dropped",
      "criterion work work rerated",
      "criterion people people reworded",
      "total total - dropped",
      "level level level rerated",
    ]);
  });
});

describe("the methodologies of two regions", () => {
  const other = methodologyOf({ region: "other" });
  const mapping = (region: string, kind: string, ...indicators: string[]) => ({
    region,
    kind,
    indicators,
    reason: text("asked"),
  });
  const concept = (id: string, ...mappings: unknown[]) => ({ id, title: text(id), definition: text(id), mappings });
  const crosswalk = Crosswalk.parse({
    concepts: [
      concept("plan", mapping("ensk", "same", "plan"), mapping("other", "same", "plan")),
      concept("people", mapping("ensk", "near", "headcount"), mapping("other", "same", "club")),
      concept("clubs", mapping("ensk", "same", "club"), mapping("other", "none")),
    ],
  });

  test("are matched by shared concepts; what no concept takes up is added or dropped", () => {
    const { diff } = methodologyDiff(before, other, crosswalk);
    expect(diff?.concepts.map(({ concept: id, kinds }) => [id, ...kinds])).toEqual([
      ["plan"],
      ["people", "reworded", "rescaled", "rerated"],
      ["clubs", "dropped"],
    ]);
    expect(diff?.differences.map(({ before: was, after: is }) => was ?? `+${is}`)).toEqual([
      "+mentoring",
      "+headcount",
      "mentoring",
    ]);
  });

  test("are refused without a crosswalk, without a common concept, and with an unknown indicator", () => {
    const code = (own?: Crosswalk) => methodologyDiff(before, other, own).problems[0]?.code;
    expect(code()).toBe("diff/no-crosswalk");
    expect(code({ concepts: crosswalk.concepts.slice(2) })).toBe("diff/nothing-in-common");
    const wrong = Crosswalk.parse({
      concepts: [concept("plan", mapping("ensk", "same", "plane"), mapping("other", "same", "plan"))],
    });
    expect(code(wrong)).toBe("crosswalk/unknown-indicator");
  });
});
