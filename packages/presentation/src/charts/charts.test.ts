import { scoreRound } from "@metodika/core";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, test } from "vitest";
import { ensk } from "../../test/ensk.ts";
import "../../test/to-be-valid-vega-lite.ts";
import { distributionRows } from "../distributions/distribution-rows.ts";
import { levelDistribution } from "../distributions/level-distribution.ts";
import { pointsDistribution, pointsRows } from "../distributions/points-rows.ts";
import { levelsChart, pointsHistogram } from "./bounds-chart.ts";
import { markSynthetic } from "./mark-synthetic.ts";
import { defaultPalette, inkOn } from "./palette.ts";
import { pointsChart, printedChart } from "./points-chart.ts";
import { roundCharts } from "./round-charts.ts";
import { sharesChart } from "./shares-chart.ts";
import type { Spec } from "./spec.ts";
import { wrap } from "./wrap.ts";

const score = scoreRound(ensk);
const shares = ["regulation", "plan", "members", "education", "training"].flatMap((id) => distributionRows(ensk, id));
const points = pointsRows(ensk, score, "organisation");
const charts: Record<string, (lang: "ru" | "en") => Spec> = {
  shares: (lang) => sharesChart(shares, { lang }),
  points: (lang) => pointsChart(points, { lang }),
  "points with long names": (lang) => pointsChart(points, { lang, labelWidth: 12 }),
  histogram: (lang) => pointsHistogram(pointsDistribution(ensk, score, "organisation"), { lang }),
  levels: (lang) => levelsChart(levelDistribution(ensk, score, "potential"), { lang }),
  printed: (lang) => printedChart(points, { lang }),
  "invented shares": (lang) => markSynthetic(sharesChart(shares, { lang }), lang),
  "shares of nothing": (lang) => sharesChart([], { lang }),
  "points of nobody": (lang) => pointsChart([], { lang }),
  "printed by nobody": (lang) => printedChart([], { lang }),
};

describe.each(Object.entries(charts))("the chart of %s", (_, chart) => {
  test.each(["ru", "en"] as const)("compiles and runs without a warning in %s", async (lang) => {
    await expect(chart(lang)).toBeValidVegaLite();
    expect(chart(lang).width).toBe("container");
  });

  test("depends on its rows only", () => {
    expect(chart("ru")).toEqual(chart("ru"));
  });
});

async function svg(spec: Spec): Promise<string> {
  const view = new View(parse(compile(structuredClone(spec) as unknown as TopLevelSpec).spec), { renderer: "none" });
  return view.width(600).toSVG();
}

test("a bar of shares shows the base, letters beside colours, and what is not determined", async () => {
  const picture = await svg(sharesChart(shares, { lang: "ru" }));
  expect(picture).toContain("Положение\u00a0(6)");
  expect(picture).toContain("З 1");
  expect(picture).toContain("? 1");
  const values = sharesChart(shares, { lang: "ru" }).data.values.filter(({ indicator }) => indicator === "education");
  expect(values.at(-1)?.to).toBeCloseTo(1);
  expect(values[0]).toMatchObject({ title: "Высшее образование", share: "16,7–33,3\u00a0% (1–2 из 6)" });
});

test("possible levels are drawn apart from certain ones", () => {
  const { values } = levelsChart(levelDistribution(ensk, score, "potential"), { lang: "en" }).data;
  expect(values.map(({ certain, possible }) => [certain, possible])).toEqual([
    [1, 3],
    [2, 4],
    [1, 1],
  ]);
});

test("on paper every part has its count, a narrow one below its letter", () => {
  const { values } = sharesChart(shares, { lang: "ru", print: true }).data;
  const plan = values.filter(({ indicator }) => indicator === "education");
  expect(plan.map(({ mark }) => mark)).toEqual(["З 1", "Ж 1", "К 1", "н/п 1", "× 1", "? 1"]);
  const narrow = shares.map((row) => ({ ...row, denominator: 30 }));
  const [first] = sharesChart(narrow, { lang: "ru", print: true }).data.values.filter(
    ({ indicator }) => indicator === "education",
  );
  expect(first).toMatchObject({ mark: "", above: "З", below: "1" });
});

test("the legend has colours first, then what is absent, then what is not determined", async () => {
  const chart = JSON.stringify(sharesChart(shares, { lang: "ru", print: true }));
  const [, domain = "[]"] = /"scale":\{"domain":(\["[^\]]*\]),"range"/.exec(chart) ?? [];
  const names = JSON.parse(domain) as string[];
  expect(names.filter((name) => /^[ЗЖК] /.test(name))).toEqual(["З — зелёный", "Ж — жёлтый", "К — красный"]);
  expect(names.at(-1)).toMatch(/^\?/);
});

test("a label stands where there is room for it", () => {
  const [row] = points.filter(({ printed }) => printed !== null);
  if (!row) throw new Error("the fixture has printed points");
  const place = (low: number, printed: number) => {
    const differing = { ...row, low, high: low, max: 10, printed, agreement: "different" as const };
    const [value] = printedChart([differing], { lang: "ru" }).data.values;
    return [value?.label, value?.align];
  };
  expect(place(2, 4)).toEqual([4, "left"]);
  expect(place(8, 10)).toEqual([8, "right"]);
  expect(place(0, 10)).toEqual([10, "right"]);
});

test("the charts of a round have names of their own and say in words what they show", () => {
  const found = roundCharts(ensk, score, { lang: "ru" });
  expect(found.map(({ id }) => id)).toEqual([
    "ensk-2022-organisation-shares",
    "ensk-2022-organisation-points",
    "ensk-2022-organisation-printed",
    "ensk-2022-staff-shares",
    "ensk-2022-potential-levels",
  ]);
  expect(found[0]?.alt).toContain("Положение: Да — 50\u00a0% (3 из 6)");
  expect(found[2]?.alt).toContain("Луговой муниципальный округ — 1, в отчёте 2");
});

test("a printed number that differs has a label", async () => {
  const picture = await svg(printedChart(points, { lang: "ru" }));
  expect(picture.match(/>В отчёте: \d</g)).toEqual([">В отчёте: 2<"]);
});

test("colours come from the palette given", () => {
  const palette = { ...defaultPalette, colors: { ...defaultPalette.colors, green: "#123456" } };
  expect(JSON.stringify(sharesChart(shares, { lang: "ru", palette }))).toContain("#123456");
});

test("a long label is broken between words", () => {
  expect(wrap("Качественный состав служб", 14)).toBe("Качественный\nсостав служб");
  expect(wrap("Сопровождение", 5)).toBe("Сопровождение");
  expect(wrap("", 5)).toBe("");
});

test("letters are readable on every colour of the default palette", () => {
  expect(inkOn("#0072b2")).toBe("#ffffff");
  expect(inkOn("#f0e442")).toBe("#000000");
});

test("a chart of invented data says so in the picture and to a screen reader", () => {
  const chart = markSynthetic(sharesChart(shares, { lang: "ru" }), "ru");
  expect(chart.title).toMatchObject({ text: "условные данные" });
  expect(chart.description).toContain("(условные данные)");
});
