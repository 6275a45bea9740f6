import type { ConceptShare, SideBySide } from "@metodika/comparison";
import type { RoundData } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { type RegionNames, regionHeading } from "../tables/comparison/compared-source.ts";
import { shareText } from "../tables/comparison/share-cells.ts";
import { type Category, categoriesHeight, categoryChannel } from "./categories.ts";
import { type ChartOptions, withDefaults } from "./chart-options.ts";
import { type Spec, spec } from "./spec.ts";

/**
 * The shares of two regions by shared concept: a circle for the first and a diamond for the second, a line between the
 * least and the greatest where the data leave bounds. A concept that may not be compared as it stands says so in its
 * label; its fair redefinition has a row of its own. Concepts that only one region measures are left to the table.
 */
export function conceptSharesChart(
  sides: SideBySide,
  rounds: readonly [RoundData, RoundData],
  options: ChartOptions,
  regions: RegionNames = {},
): Spec {
  const { lang, palette, labelWidth, narrow } = withDefaults(options);
  const ru = lang === "ru";
  const headings = rounds.map((data) => regionHeading(data, regions, lang));
  const concepts = sides.concepts.flatMap(({ concept, title, shares, fair, straightforward }) => {
    const name = say(title, lang);
    const own = {
      key: concept,
      label: straightforward ? name : `${name}: ${ru ? "напрямую не сравнивать" : "not as it stands"}`,
      shares,
    };
    const redefined = fair.map((one) => ({
      key: `${concept}-${one.caution}`,
      label: `${name}: ${ru ? "с пересчётом" : "redefined"}`,
      shares: one.shares,
    }));
    return [own, ...redefined].filter((one) => one.shares.every((share) => share?.percent));
  });
  const rows = concepts.flatMap(({ key, label, shares }) =>
    shares.flatMap((share: ConceptShare | null, side) =>
      share?.percent
        ? [
            {
              concept: key,
              label,
              region: headings[side],
              low: share.percent[0],
              high: share.percent[1],
              share: shareText(share, lang),
              counts: say(share.counts, lang),
            },
          ]
        : [],
    ),
  );
  const categories: Category[] = concepts.map(({ key, label }) => ({ key, label }));
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, 100] },
    axis: {
      title: ru ? "Доля, %" : "Share, %",
      values: [0, 25, 50, 75, 100],
    },
  });
  const tooltip = [
    { field: "label", title: ru ? "Понятие" : "Concept" },
    { field: "region", title: say(labels.region, lang) },
    { field: "share", title: say(labels.share, lang) },
    { field: "counts", title: say(labels.outOf, lang) },
  ];
  const color = {
    field: "region",
    type: "nominal",
    scale: { domain: headings, range: [palette.main, palette.contrast] },
    legend: { title: null, orient: "top", columns: narrow ? 1 : 2 },
  };
  const shape = {
    field: "region",
    type: "nominal",
    scale: { domain: headings, range: ["circle", "diamond"] },
    legend: { title: null, orient: "top" },
  };
  return spec(ru ? "Доли по общим понятиям" : "Shares by shared concept", rows, {
    height: categoriesHeight(categories, labelWidth, 54),
    encoding: {
      y: categoryChannel("concept", categories, labelWidth, 10),
      yOffset: { field: "region", type: "nominal", scale: { domain: headings } },
    },
    layer: [
      {
        transform: [{ filter: "datum.high > datum.low" }],
        mark: { type: "rule", strokeWidth: 4, opacity: 0.6 },
        encoding: { x: x("low"), x2: { field: "high" }, color, tooltip },
      },
      ...["low", "high"].map((field) => ({
        mark: { type: "point", filled: true, size: 110, opacity: 1 },
        encoding: { x: x(field), color, shape, tooltip },
      })),
    ],
  });
}
