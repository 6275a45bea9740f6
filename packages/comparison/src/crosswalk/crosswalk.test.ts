import { type ConceptMeasure, Crosswalk } from "@metodika/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryRow, methodologyOf, municipalityOf, roundOf, rowsOf, text } from "../../test/invented.ts";
import { coverageMatrix } from "./coverage-matrix.ts";
import { shareOf } from "./share.ts";
import { sideBySide } from "./side-by-side.ts";

const counts = text("municipalities");
const planned: ConceptMeasure = { holds: { indicator: "plan", is: ["yes"] }, counts };

const crosswalk = Crosswalk.parse({
  concepts: [
    {
      id: "plan",
      title: text("plan"),
      definition: text("plan"),
      mappings: [
        { region: "ensk", kind: "same", indicators: ["plan"], reason: text("asked"), measure: planned },
        { region: "other", kind: "broader", indicators: ["plan"], reason: text("asked"), measure: planned },
      ],
      cautions: [
        {
          id: "drafts-count",
          text: text("drafts count in one region"),
          fair: {
            title: text("without drafts"),
            measures: {
              other: { ...planned, holds: { all: [planned.holds, { indicator: "mentoring", is: ["high"] }] } },
            },
          },
        },
      ],
    },
    {
      id: "club",
      title: text("club"),
      definition: text("club"),
      mappings: [
        {
          region: "ensk",
          kind: "same",
          indicators: ["club"],
          reason: text("asked"),
          measure: { ...planned, holds: { indicator: "club", is: ["yes"] } },
        },
        { region: "other", kind: "none", indicators: [], reason: text("not asked") },
      ],
      cautions: [{ id: "idle", text: text("speaks of nothing") }],
    },
  ],
});

const rows = { a: ["high", "yes", "3", "no"], b: ["low", "yes|no", "0", "yes"], c: ["low", "no", "1", "status:O"] };
const other = methodologyOf({ region: "other" });
const [ours, theirs] = [
  roundOf(2024, rows),
  roundOf(2024, { x: ["low", "yes", "1", "no"], y: ["high", "yes", "1", "no"] }, other),
];

describe("a share", () => {
  const base: ConceptMeasure = { ...planned, of: { indicator: "mentoring", is: ["low", "middle"] } };

  test("has numerator, denominator and bounds", () => {
    expect(shareOf(ours, planned)).toMatchObject({ numerator: [1, 2], denominator: [3, 3], exact: true });
    expect(shareOf(ours, planned).percent).toEqual([100 / 3, 200 / 3]);
    expect(shareOf(ours, base)).toMatchObject({ numerator: [0, 1], denominator: [2, 2], percent: [0, 50] });
  });

  test("of nobody has no percentage", () => {
    const nobody = shareOf(ours, { ...planned, of: { type: ["urban-okrug"] } });
    expect(nobody).toMatchObject({ numerator: [0, 0], denominator: [0, 0], percent: null });
  });

  test("reads facts, types and names as well as cells", () => {
    const facts = [
      {
        id: "f",
        subject: "b",
        topic: "council",
        value: "town",
        unit: "",
        period: "",
        title_ru: "c",
        title_en: "c",
        source: "here",
        note: "",
      },
    ];
    const told = {
      ...ours,
      facts,
      municipalities: [municipalityOf("a", "ensk", "urban-okrug"), ...ours.municipalities.slice(1)],
    };
    const count = (holds: ConceptMeasure["holds"]) => shareOf(told, { holds, counts }).numerator;
    expect(count({ fact: "council" })).toEqual([1, 1]);
    expect(count({ fact: "council", value: "village" })).toEqual([0, 0]);
    expect(count({ any: [{ fact: "council" }, { type: ["urban-okrug"] }] })).toEqual([2, 2]);
    expect(count({ all: [{ not: { named: ["a"] } }, { indicator: "plan", is: ["yes"] }] })).toEqual([0, 1]);
  });

  test("that may count has bounds", () => {
    const may = { ...planned, holds: { named: ["a"] }, possibly: { named: ["b"] } };
    expect(shareOf(ours, may)).toMatchObject({ numerator: [1, 2], denominator: [3, 3] });
  });

  test("is narrowed by what a text knows of the count", () => {
    const known = shareOf(ours, planned, { bounds: () => [2, 2] });
    expect(known).toMatchObject({ numerator: [2, 2], denominator: [3, 3] });
    expect(known.percent).toEqual([200 / 3, 200 / 3]);
  });

  test("has exactly the bounds of all completions", () => {
    const few = fc.array(arbitraryRow, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(few, (drawn) => {
        const named = Object.fromEntries(drawn.map((row, index) => [`m-${index}`, row]));
        const measure = { ...planned, of: { indicator: "mentoring", is: ["high", "middle"] } };
        const options = drawn.map((row) =>
          rowsOf(row).map(([mentoring, plan]) => {
            const inBase = mentoring === "high" || mentoring === "middle";
            return [inBase && plan === "yes" ? 1 : 0, inBase ? 1 : 0] as const;
          }),
        );
        const worlds = options.reduce<(readonly [number, number])[]>(
          (all, more) => all.flatMap(([n, d]) => more.map(([x, y]) => [n + x, d + y] as const)),
          [[0, 0]],
        );
        const shares = worlds.flatMap(([n, d]) => (d === 0 ? [] : [(100 * n) / d]));
        const ends = (values: number[]) => [Math.min(...values), Math.max(...values)];
        const found = shareOf(roundOf(2024, named), measure);
        expect(found.percent).toEqual(shares.length === 0 ? null : ends(shares));
        expect(found.numerator).toEqual(ends(worlds.map(([n]) => n)));
        expect(found.denominator).toEqual(ends(worlds.map(([, d]) => d)));
      }),
      { numRuns: 100 },
    );
  });
});

describe("two regions side by side", () => {
  const { sides, problems } = sideBySide(ours, theirs, crosswalk);

  test("warn first where a comparison misleads, and only where there is something to compare", () => {
    expect(problems).toEqual([]);
    expect(Object.keys(sides ?? {})[1]).toBe("warnings");
    expect(sides?.warnings.map(({ caution, hasFair }) => [caution, hasFair])).toEqual([["drafts-count", true]]);
  });

  test("give both shares, and those by the redefinition that makes it fair", () => {
    const [plan, club] = sides?.concepts ?? [];
    expect(plan?.shares.map((share) => share?.numerator)).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(plan?.fair[0]?.shares.map((share) => share?.numerator)).toEqual([
      [1, 2],
      [1, 1],
    ]);
    expect(plan?.straightforward).toBe(false);
    expect(plan?.shares[0]?.byType["municipal-district"]?.denominator).toEqual([3, 3]);
    expect(club?.shares[1]).toBeNull();
  });

  test("are refused for one region, an unknown indicator, and nothing in common", () => {
    expect(sideBySide(ours, roundOf(2025, rows), crosswalk).problems).toMatchObject([
      { code: "comparison/same-region" },
    ]);
    const wrong = structuredClone(crosswalk);
    const mapping = wrong.concepts[0]?.mappings[0];
    if (mapping) mapping.indicators = ["plane"];
    expect(sideBySide(ours, theirs, wrong)).toMatchObject({
      sides: undefined,
      problems: [
        {
          code: "crosswalk/unknown-indicator",
          value: "plane",
          nearest: "plan",
          field: "concepts.0.mappings.0.indicators.0",
        },
      ],
    });
    expect(sideBySide(ours, theirs, { concepts: crosswalk.concepts.slice(1) }).problems).toMatchObject([
      { code: "comparison/nothing-in-common" },
    ]);
  });
});

test("the coverage matrix shows who measures what, and what no concept takes up", () => {
  const matrix = coverageMatrix(crosswalk, [ours.methodology, other]);
  expect(matrix.concepts.map(({ mappings }) => mappings.map((mapping) => mapping?.kind))).toEqual([
    ["same", "broader"],
    ["same", "none"],
  ]);
  expect(matrix.unmapped).toEqual({ ensk: ["mentoring", "headcount"], other: ["mentoring", "headcount", "club"] });
  expect(matrix.counts).toContainEqual({ region: "ensk", kind: "same", count: 2 });
});
