import type { PointsRow } from "../distributions/points-rows.ts";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatInterval } from "../numbers/format-interval.ts";
import { formatNumber } from "../numbers/format-number.ts";
import { agreementText } from "../tables/agreement-text.ts";
import { categoriesHeight, categoryChannel } from "./categories.ts";
import { type ChartOptions, withDefaults } from "./chart-options.ts";
import { type Spec, spec } from "./spec.ts";

/**
 * The points of every scored municipality as dots; where they are known within bounds, a line from the least to the
 * greatest with a dot at each end.
 */
export function pointsChart(rows: readonly PointsRow[], options: ChartOptions): Spec {
  const { lang, palette } = withDefaults(options);
  return spec(say(labels.points, lang), values(rows, options), {
    ...municipalities(rows, options),
    layer: ranges(rows, options, palette.main),
  });
}

/**
 * Printed points beside the computed ones: a hollow diamond is printed, a dot or line is computed. They coincide where
 * the report and its cells agree; where they do not, the diamond has the contrasting colour and a label.
 */
export function printedChart(rows: readonly PointsRow[], options: ChartOptions): Spec {
  const { lang, palette } = withDefaults(options);
  const printed = pointsChannel("printed", rows, options);
  const legend = { domain: [say(labels.computed, lang), say(labels.printed, lang)] };
  // In the legend as in the chart: a filled dot is computed, a hollow diamond printed.
  const isPrinted = `datum.value === ${JSON.stringify(say(labels.printed, lang))}`;
  const symbols = {
    fill: { condition: { test: isPrinted, value: "transparent" }, value: palette.main },
    stroke: { condition: { test: isPrinted, value: "#555555" }, value: palette.main },
  };
  return spec(say(labels.differences, lang), values(rows, options), {
    ...municipalities(rows, options),
    layer: [
      ...ranges(rows, options, palette.main, say(labels.computed, lang), legend.domain, symbols),
      {
        transform: [{ filter: "isValid(datum.printed)" }],
        mark: { type: "point", shape: "diamond", size: 160, filled: false, strokeWidth: 1.5, opacity: 1 },
        encoding: {
          x: printed,
          shape: { datum: say(labels.printed, lang), scale: { ...legend, range: ["circle", "diamond"] } },
          color: {
            condition: { test: "datum.differs", value: palette.contrast },
            value: "#555555",
          },
          tooltip: tooltips(options),
        },
      },
      // Beside the marks, on the side where there is room.
      ...(["left", "right"] as const).map((align) => ({
        transform: [{ filter: `datum.differs && datum.align === "${align}"` }],
        mark: { type: "text", align, dx: align === "left" ? 12 : -12 },
        encoding: {
          x: pointsChannel("label", rows, options),
          text: { field: "printedText", type: "nominal" },
          tooltip: tooltips(options),
        },
      })),
    ],
  });
}

function shown(rows: readonly PointsRow[]): PointsRow[] {
  return rows.filter(({ low, printed }) => low !== null || printed !== null);
}

/** Rows that have something to show, with the texts of the tooltip. */
function values(rows: readonly PointsRow[], { lang }: ChartOptions): Record<string, unknown>[] {
  const [, most] = domainOf(rows);
  return shown(rows).map(({ municipality, name, low, high, max, printed, agreement }) => ({
    municipality,
    name: say(name, lang),
    low,
    high,
    printed,
    points: low === null || high === null ? "" : formatInterval([low, high], lang),
    max: max === null ? "" : formatNumber(max, lang),
    ...labelPlace(Math.min(low ?? printed ?? 0, printed ?? 0), Math.max(high ?? 0, printed ?? 0), most),
    printedText: printed === null ? "" : `${say(labels.printed, lang)}: ${formatNumber(printed, lang)}`,
    differs: agreement === "different" || agreement === "not-computed",
    agreement: agreement ? agreementText(agreement, lang) : "",
  }));
}

/** Municipalities by id, labelled by name, and the height that they need. */
function municipalities(rows: readonly PointsRow[], options: ChartOptions) {
  const { lang, labelWidth } = withDefaults(options);
  const categories = shown(rows).map(({ municipality, name }) => ({ key: municipality, label: say(name, lang) }));
  return {
    height: categoriesHeight(categories, labelWidth, 20),
    encoding: { y: categoryChannel("municipality", categories, labelWidth, 14) },
  };
}

/** The axis of points, from zero to the most that anyone has or can have. */
function pointsChannel(
  field: "low" | "high" | "printed" | "label",
  rows: readonly PointsRow[],
  { lang }: ChartOptions,
) {
  return {
    field,
    type: "quantitative",
    scale: { domain: domainOf(rows) },
    axis: { title: say(labels.points, lang), tickMinStep: 1 },
  };
}

function domainOf(rows: readonly PointsRow[]): [least: number, most: number] {
  const most = rows.reduce((top, { high, max, printed }) => Math.max(top, high ?? 0, max ?? 0, printed ?? 0), 1);
  const least = rows.reduce((bottom, { low, printed }) => Math.min(bottom, low ?? 0, printed ?? 0), 0);
  return [least, most];
}

/** Where a label stands: right of the marks, or left of them where the plot ends. */
function labelPlace(left: number, right: number, most: number): { label: number; align: "left" | "right" } {
  if (right <= most * 0.8) return { label: right, align: "left" };
  return { label: left >= most * 0.25 ? left : right, align: "right" };
}

function tooltips({ lang }: ChartOptions) {
  return [
    { field: "name", title: say(labels.municipality, lang) },
    { field: "points", title: say(labels.computed, lang) },
    { field: "max", title: say(labels.maximum, lang) },
    { field: "printed", title: say(labels.printed, lang) },
    { field: "agreement", title: say(labels.reading, lang) },
  ];
}

/** A line from least to greatest where they differ, and a dot at each end. */
function ranges(
  rows: readonly PointsRow[],
  options: ChartOptions,
  color: string,
  series?: string,
  domain: readonly string[] = [],
  symbols: Readonly<Record<string, unknown>> = {},
) {
  const end = (field: "low" | "high") => pointsChannel(field, rows, options);
  const shape = series
    ? {
        shape: {
          datum: series,
          scale: { domain, range: ["circle", "diamond"] },
          legend: { title: null, orient: "top", encoding: { symbols } },
        },
      }
    : {};
  const dot = (field: "low" | "high") => ({
    transform: [{ filter: `isValid(datum.${field})` }],
    mark: { type: "point", shape: "circle", filled: true, size: 70, opacity: 1, color },
    encoding: { x: end(field), ...shape, tooltip: tooltips(options) },
  });
  return [
    {
      transform: [{ filter: "isValid(datum.low) && datum.high > datum.low" }],
      mark: { type: "rule", strokeWidth: 3, opacity: 0.5, color },
      encoding: { x: end("low"), x2: { field: "high" }, tooltip: tooltips(options) },
    },
    dot("low"),
    dot("high"),
  ];
}
