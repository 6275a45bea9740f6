import { dynamics, sideBySide } from "@metodika/comparison";
import { Crosswalk, type RoundData } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { ensk } from "../../test/ensk.ts";
import "../../test/to-be-valid-vega-lite.ts";
import type { ComparedRounds } from "../tables/comparison/compared-rounds.ts";
import { changesChart } from "./changes-chart.ts";
import { conceptSharesChart } from "./concept-shares-chart.ts";

const named = (id: string, region = "ensk"): RoundData => ({
  ...ensk,
  round: { ...ensk.round, id, region, region_title: { ru: `Регион ${id}`, en: `Region ${id}` } },
  methodology: { ...ensk.methodology, region },
});

/** A year later: Stepnoy has a regulation, Zarechny has none, as those two had it the other way round. */
const regulationOf = (municipality: string) =>
  ensk.cells.find((cell) => cell.municipality === municipality && cell.indicator === "regulation")?.state;
const after: RoundData = {
  ...named("ensk-2023"),
  cells: ensk.cells.map((cell) => {
    const from = { stepnoy: "zarechny", zarechny: "stepnoy" }[cell.municipality];
    const state = cell.indicator === "regulation" && from ? regulationOf(from) : undefined;
    return state ? { ...cell, state } : cell;
  }),
};

function compared(): ComparedRounds {
  const { dynamics: result } = dynamics(ensk, after);
  if (!result) throw new Error("two rounds of one region are compared");
  return { before: ensk, after, result };
}

const share = (region: string) => ({
  region,
  kind: "same" as const,
  indicators: ["plan"],
  reason: { ru: "одно и то же", en: "the same" },
  measure: { holds: { indicator: "plan", is: ["yes"] }, counts: { ru: "муниципалитеты", en: "municipalities" } },
});
const crosswalk = Crosswalk.parse({
  concepts: [
    {
      id: "plan",
      title: { ru: "План", en: "Plan" },
      definition: { ru: "Есть план", en: "There is a plan" },
      mappings: [share("ensk"), share("other")],
    },
  ],
});

describe("the chart of changes", () => {
  test.each(["ru", "en"] as const)("compiles and runs without a warning in %s, narrow too", async (lang) => {
    for (const narrow of [false, true])
      await expect(changesChart(compared(), "organisation", { lang, narrow })).toBeValidVegaLite();
  });

  test("says each change in figures and a word, the greatest rise first", () => {
    const rows = changesChart(compared(), "organisation", { lang: "ru" }).data.values;
    expect(rows[0]).toMatchObject({ municipality: "stepnoy", finding: "рост" });
    expect(rows.at(-1)).toMatchObject({ municipality: "zarechny", finding: "снижение" });
    expect(rows.map(({ municipality }) => municipality)).not.toContain("severny");
    expect(rows.find(({ municipality }) => municipality === "polevoy")).toMatchObject({ finding: "возможно" });
  });

  test("a criterion that is not there gives an empty chart", async () => {
    const chart = changesChart(compared(), "nothing", { lang: "ru" });
    expect(chart.data.values).toEqual([]);
    await expect(chart).toBeValidVegaLite();
  });
});

describe("the chart of shares of two regions", () => {
  const rounds = [ensk, named("other-2022", "other")] as const;
  const chart = (lang: "ru" | "en") => {
    const { sides, problems } = sideBySide(...rounds, crosswalk);
    if (!sides) throw new Error(JSON.stringify(problems));
    return conceptSharesChart(sides, rounds, { lang });
  };

  test.each(["ru", "en"] as const)("compiles and runs without a warning in %s", async (lang) => {
    await expect(chart(lang)).toBeValidVegaLite();
  });

  test("has a row for each region, with bounds where a cell is open", () => {
    const rows = chart("ru").data.values;
    expect(rows.map(({ region }) => region)).toEqual(["ensk-2022", "Регион other-2022"]);
    expect(rows[0]?.low).toBeLessThan(rows[0]?.high as number);
    expect(rows[0]?.share).toMatch(/^от\s.* до\s.*%/);
  });
});
