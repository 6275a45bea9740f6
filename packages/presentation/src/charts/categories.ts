import { wrap } from "./wrap.ts";

/** A category of a chart: the key in its rows, and the label that is shown. */
export interface Category {
  key: string;
  label: string;
}

/**
 * The channel of categories in the order given, keyed so that two of them may have the same label; long labels are
 * wrapped and stay centred beside their mark.
 */
export function categoryChannel(
  field: string,
  categories: readonly Category[],
  width: number,
  /** Between the labels and the marks. */
  padding = 8,
): Record<string, unknown> {
  const lines = Object.fromEntries(categories.map(({ key, label }) => [key, wrap(label, width).split("\n")]));
  const own = `(${JSON.stringify(lines)})[datum.value]`;
  return {
    field,
    type: "nominal",
    sort: null,
    scale: { domain: categories.map(({ key }) => key) },
    axis: {
      title: null,
      labelExpr: own,
      labelOffset: { expr: `-7 * (length(${own}) - 1)` },
      labelLineHeight: 14,
      labelPadding: padding,
    },
  };
}

/** The height of a chart with so many categories, each at least a step high and high enough for its wrapped label. */
export function categoriesHeight(categories: readonly Category[], width: number, step: number): number {
  const lines = categories.map(({ label }) => wrap(label, width).split("\n").length);
  return Math.max(step, 14 * Math.max(1, ...lines) + 6) * Math.max(1, categories.length);
}
