import type { DistributionRow } from "../distributions/distribution-row.ts";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatInterval } from "../numbers/format-interval.ts";
import { formatShare } from "../numbers/format-share.ts";
import { type Category, categoriesHeight, categoryChannel } from "./categories.ts";
import { type ChartOptions, withDefaults } from "./chart-options.ts";
import { colorOf } from "./palette.ts";
import { type Spec, spec } from "./spec.ts";

/**
 * How many municipalities have each level, as horizontal bars: certain ones solid, possible ones lighter and dashed
 * behind, the counts and shares beside.
 */
export function levelsChart(rows: readonly DistributionRow[], options: ChartOptions): Spec {
  const { lang, palette } = withDefaults(options);
  const values = rows.map((row, place) => ({ ...bounds(row, options), color: colorOf(row, place, palette) }));
  const categories = rows.map(({ key, letter, title }) => ({
    key,
    label: letter ? `${say(letter, lang)} — ${say(title, lang)}` : say(title, lang),
  }));
  const description = `${say(labels.level, lang)}: ${say(labels.municipalityCount, lang).toLowerCase()}`;
  return bars(description, values, categories, "y", options);
}

/**
 * A histogram of points: certain counts solid, possible ones lighter and dashed behind.
 */
export function pointsHistogram(rows: readonly DistributionRow[], options: ChartOptions): Spec {
  const { lang, palette } = withDefaults(options);
  const values = rows.map((row) => ({
    ...bounds(row, options),
    color: palette.main,
    text: row.possible === 0 ? "" : formatInterval([row.certain, row.possible], lang),
  }));
  const categories = rows.map(({ key, title }) => ({ key, label: say(title, lang) }));
  const description = `${say(labels.points, lang)}: ${say(labels.municipalityCount, lang).toLowerCase()}`;
  return bars(description, values, categories, "x", options);
}

function bounds(row: DistributionRow, { lang, narrow }: ChartOptions) {
  const share = formatShare({ numerator: [row.certain, row.possible], denominator: row.denominator }, lang);
  const of = `${formatInterval([row.certain, row.possible], lang)} ${lang === "ru" ? "из" : "of"} ${row.denominator}`;
  return {
    key: row.key,
    value: say(row.title, lang),
    certain: row.certain,
    possible: row.possible,
    share,
    // The tooltip has the percentage where there is no room for it.
    text: narrow ? of : share,
    base: say(row.base, lang),
  };
}

/** Bars along one axis for categories along the other. */
function bars(
  description: string,
  values: readonly ReturnType<typeof bounds>[],
  categories: readonly Category[],
  along: "x" | "y",
  options: ChartOptions,
): Spec {
  const { lang, labelWidth, narrow, print } = withDefaults(options);
  const levels = along === "y";
  const count = levels ? "x" : "y";
  const tooltip = [
    { field: "value", title: say(levels ? labels.level : labels.points, lang) },
    { field: "share", title: say(labels.share, lang) },
    { field: "base", title: say(labels.outOf, lang) },
  ];
  const most = values.reduce((top, { possible }) => Math.max(top, possible), 1);
  const length = (field: string) => ({
    field,
    type: "quantitative",
    // Room for the text beside the longest bar: as wide as the bar where the plot is narrow.
    scale: { domain: [0, levels ? most * (print || narrow ? 2 : 1.4) : most * 1.1], nice: false },
    axis: {
      title: say(labels.municipalityCount, lang),
      tickMinStep: 1,
      tickCount: 6,
      format: "d",
      // On paper the lines would cross the text.
      ...(levels && print ? { grid: false, values: countsUpTo(most) } : {}),
    },
  });
  const color = { field: "color", type: "nominal", scale: null };
  const thick = levels ? { height: 22 } : { width: { band: 0.8 } };
  const channel = categoryChannel("key", categories, labelWidth);
  const plain = {
    ...channel,
    axis: { title: say(labels.points, lang), labelAngle: 0, labelExpr: labelOf(categories) },
  };
  return spec(description, [...values], {
    height: levels ? categoriesHeight(categories, labelWidth, 44) : 220,
    encoding: { [along]: levels ? channel : plain },
    layer: [
      {
        transform: [{ filter: "datum.possible > datum.certain" }],
        mark: { type: "bar", ...thick, fillOpacity: 0.35, stroke: "#000000", strokeOpacity: 0.6, strokeDash: [3, 3] },
        encoding: { [count]: length("possible"), color, tooltip },
      },
      {
        mark: { type: "bar", ...thick, ...(print ? { stroke: "#000000", strokeWidth: 0.5 } : {}) },
        encoding: { [count]: length("certain"), color, tooltip },
      },
      {
        mark: levels ? { type: "text", align: "left", dx: 6 } : { type: "text", baseline: "bottom", dy: -4 },
        encoding: { [count]: length("possible"), text: { field: "text", type: "nominal" }, tooltip },
      },
    ],
  });
}

/** Round numbers from zero to the greatest count, five steps at most. */
function countsUpTo(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((size) => most / size <= 5) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

function labelOf(categories: readonly Category[]): string {
  return `(${JSON.stringify(Object.fromEntries(categories.map(({ key, label }) => [key, label])))})[datum.value]`;
}
