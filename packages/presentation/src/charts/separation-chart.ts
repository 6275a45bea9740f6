import type { ItemProfile } from "@metodika/analysis";
import type { Language } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { shortTitle } from "../names/short-title.ts";
import { formatInterval } from "../numbers/format-interval.ts";
import { categoriesHeight, categoryChannel } from "./categories.ts";
import { type ChartOptions, withDefaults } from "./chart-options.ts";
import { type Spec, spec } from "./spec.ts";

/**
 * How well each indicator tells municipalities apart: the share of pairs with different values, as a dot or, where cells
 * are open, a line from the least to the greatest; the best at the top. The most that a scale allows stands as a tick: two
 * values can part about half of all pairs, four three quarters.
 */
export function separationChart(profiles: readonly ItemProfile[], options: ChartOptions): Spec {
  const { lang, palette, labelWidth } = withDefaults(options);
  const title = axisTitle[lang];
  const rows = profiles
    .flatMap((profile) => {
      const { indicator, information, base, categories } = profile;
      if (!information?.separated) return [];
      const [low, high] = information.separated.map((end) => Math.round(1000 * end) / 10) as [number, number];
      return [
        {
          indicator: indicator.id,
          name: say(indicator.title, lang),
          label: shortTitle(indicator, lang),
          low,
          high,
          most: mostPairs(base[1], categories.length),
          share: `${formatInterval([low, high], lang)}\u00a0%`,
          base: formatInterval(base, lang),
        },
      ];
    })
    .sort((a, b) => b.low + b.high - a.low - a.high);
  const categories = rows.map(({ indicator, label }) => ({ key: indicator, label }));
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, 100] },
    axis: { title, values: [0, 25, 50, 75, 100] },
  });
  const tooltip = [
    { field: "name", title: say(labels.indicator, lang) },
    { field: "share", title },
    { field: "base", title: say(labels.outOf, lang) },
  ];
  return spec(title, rows, {
    height: categoriesHeight(categories, labelWidth, 24),
    encoding: { y: categoryChannel("indicator", categories, labelWidth, 12) },
    layer: [
      {
        mark: { type: "tick", thickness: 2, color: "#888888", height: 14 },
        encoding: { x: x("most"), tooltip },
      },
      {
        transform: [{ filter: "datum.high > datum.low" }],
        mark: { type: "rule", strokeWidth: 4, opacity: 0.6, color: palette.main },
        encoding: { x: x("low"), x2: { field: "high" }, tooltip },
      },
      ...["low", "high"].map((field) => ({
        mark: { type: "point", filled: true, size: 80, opacity: 1, color: palette.main },
        encoding: { x: x(field), tooltip },
      })),
    ],
  });
}

const axisTitle: Readonly<Record<Language, string>> = {
  ru: "Различает пар муниципалитетов, %",
  en: "Pairs of municipalities told apart, %",
};

/** The most pairs, in percent, that so many values can part among so many municipalities: spread as evenly as can be. */
function mostPairs(count: number, values: number): number | null {
  if (count < 2 || values < 1) return null;
  const [least, more] = [Math.floor(count / values), count % values];
  const alike = (size: number) => (size * (size - 1)) / 2;
  const same = more * alike(least + 1) + (values - more) * alike(least);
  return 100 * (1 - same / alike(count));
}
