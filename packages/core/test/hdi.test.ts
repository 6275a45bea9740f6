import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type Cell,
  checkMethodology,
  indicatorsOf,
  Methodology,
  type Municipality,
  type RoundData,
  readState,
  scoreRound,
} from "../src/index.ts";
import { data, methodology, text } from "./fixture.ts";

// The Human Development Index as a methodology, without code of its own: goalposts, a logarithm, a nested mean and a
// geometric mean. Source of hdi-sample.csv (44 countries, year 2022) and of the published index: UNDP, Human Development
// Report 2023/24, composite indices time series, CC BY 3.0 IGO. Formula: the same report, Technical note 1.

const [header = [], ...countries] = readFileSync(new URL("hdi-sample.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  // A quoted name may hold a comma.
  .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));

function goalposts(from: number, to: number, transform?: "logarithm") {
  return { normalize: { from, to, ...(transform ? { transform } : {}) } };
}

function indicator(id: string, points: ReturnType<typeof goalposts>) {
  return { id: id.replaceAll("_", "-"), title: text(id, id), scale: "measurement", points };
}

function dimension(id: string, ...indicators: ReturnType<typeof indicator>[]) {
  return { id, title: text(id, id), points: { aggregate: "mean" }, indicators };
}

const hdi = Methodology.parse({
  ...methodology,
  id: "hdi",
  frameworks: [],
  scales: { measurement: { type: "number", from: 0 } },
  criteria: [
    dimension("health", indicator("life_expectancy", goalposts(20, 85))),
    dimension(
      "education",
      indicator("expected_schooling", goalposts(0, 18)),
      indicator("mean_schooling", goalposts(0, 15)),
    ),
    dimension("income", indicator("gni_per_capita", goalposts(100, 75_000, "logarithm"))),
  ],
  total: { aggregate: "geometric-mean" },
  levels: [],
  recommendations: [],
});

const scale = hdi.scales.measurement!;
const municipalities = countries.map(
  ([iso3 = ""]): Municipality => ({ ...data.municipalities[0]!, id: iso3.toLowerCase() }),
);
const cells = countries.flatMap((row) =>
  indicatorsOf(hdi).map(({ indicator }): Cell => {
    const raw = row[header.indexOf(indicator.id.replaceAll("-", "_"))] ?? "";
    const observation = { ...data.cells[0]!, municipality: (row[0] ?? "").toLowerCase(), indicator: indicator.id, raw };
    return { ...observation, state: readState(observation, scale).state! };
  }),
);
const round: RoundData = { ...data, methodology: hdi, municipalities, cells, printed: [] };

test("its methodology is sound", () => {
  expect(checkMethodology(hdi)).toEqual([]);
});

test("all 44 countries have the published index to three decimals", () => {
  const { units, totalDefined } = scoreRound(round);
  expect(totalDefined).toBe(true);
  const computed = units.map(({ municipality, total }) => `${municipality} ${total?.points[0].toFixed(3)}`);
  const published = countries.map((row) => `${row[0]?.toLowerCase()} ${Number(row.at(-1)).toFixed(3)}`);
  expect(computed).toHaveLength(44);
  expect(computed).toEqual(published);
});

test("a country above a goalpost has one whole point, not more", () => {
  // Liechtenstein's income of 146,673 is above 75,000; Sweden's expected schooling of 19.04 years above 18.
  const units = new Map(scoreRound(round).units.map((unit) => [unit.municipality, unit.criteria]));
  expect(units.get("lie")?.[2]?.points).toEqual([1, 1]);
  expect(units.get("swe")?.[1]?.points?.[0]).toBeCloseTo((1 + 12.67372015 / 15) / 2, 12);
});

test("a country with one unknown value has an index within bounds, under the policy that says so", () => {
  const without = {
    ...round,
    cells: cells.filter(({ municipality, indicator }) => municipality !== "che" || indicator !== "life-expectancy"),
  };
  const total = scoreRound(without, { missing: "bounds" }).units[0]?.total;
  expect(total?.points[0]).toBe(0);
  // Life expectancy of 85 or more.
  expect(total?.points[1]).toBeCloseTo(
    Math.cbrt(((16.5837307 / 18 + 13.90406622 / 15) / 2) * (Math.log(694.3278669) / Math.log(750))),
    12,
  );
});
