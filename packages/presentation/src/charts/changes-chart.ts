import { changeClasses, unitChange } from "@metodika/comparison/results";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { endsOfChange, formatChange } from "../tables/comparison/change-cell.ts";
import {
  type ComparedRounds,
  comparedCriteria,
  criterionTitle,
  namesOf,
} from "../tables/comparison/compared-rounds.ts";
import { changeLabels } from "../tables/comparison/comparison-words.ts";
import { categoriesHeight, categoryChannel } from "./categories.ts";
import { type ChartOptions, withDefaults } from "./chart-options.ts";
import type { Palette } from "./palette.ts";
import { type Spec, spec } from "./spec.ts";

/**
 * How the points of a criterion, or of the total, changed for each municipality: a dot where the change is known, a line
 * between the least and the greatest where it is not, the greatest rise on top. The class of the change stands beside it
 * in a word, so that colour never stands alone. Who is not compared stands in the table.
 *
 * @param criterion id of a criterion or `total`; one without a change gives an empty chart
 */
export function changesChart(compared: ComparedRounds, criterion: string, options: ChartOptions): Spec {
  const { lang, palette, labelWidth, narrow } = withDefaults(options);
  const names = namesOf(compared, lang);
  const change = comparedCriteria(compared.result).find((one) => one.criterion === criterion)?.change;
  const rows = compared.result.units
    .flatMap(({ municipality }, unit) => {
      const own = change ? unitChange(change, unit) : undefined;
      const ends = own ? endsOfChange(own) : undefined;
      if (!own || !ends) return [];
      const [low, high] = ends;
      const title = say(changeLabels[own.class].title, lang);
      const text = formatChange(ends, lang);
      return [
        {
          municipality,
          name: names.after(municipality),
          low,
          high,
          change: text,
          finding: title,
          place: changeClasses.indexOf(own.class),
          color: colorsOf(palette)[own.class],
          label: narrow ? text : `${text}, ${title}`,
        },
      ];
    })
    .sort((a, b) => b.low + b.high - a.low - a.high);
  const categories = rows.map(({ municipality, name }) => ({ key: municipality, label: name }));
  const least = Math.min(-1, ...rows.map(({ low }) => low));
  const most = Math.max(1, ...rows.map(({ high }) => high));
  // Room for the words on the right.
  const room = (most - least) * (narrow ? 0.5 : 0.35);
  const title = `${lang === "ru" ? "Изменение, баллов" : "Change, points"}: ${criterionTitle(criterion, compared, lang)}`;
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [least, most + room], nice: false },
    axis: {
      title: lang === "ru" ? "Изменение, баллов" : "Change, points",
      labelExpr: "(datum.value > 0 ? '+' : '') + format(datum.value, ',~g')",
      values: wholeNumbers(least, most),
      tickMinStep: 1,
    },
  });
  const tooltip = [
    { field: "name", title: say(labels.territory, lang) },
    { field: "change", title: lang === "ru" ? "Изменение" : "Change" },
    { field: "finding", title: say(labels.reading, lang) },
  ];
  const color = { field: "color", type: "nominal", scale: null };
  return spec(title, rows, {
    height: categoriesHeight(categories, labelWidth, 26),
    encoding: { y: categoryChannel("municipality", categories, labelWidth, 12) },
    layer: [
      {
        mark: { type: "rule", strokeDash: [3, 3], color: "#888888" },
        encoding: { x: { datum: 0 }, y: { value: "height" }, y2: { value: 0 } },
      },
      {
        transform: [{ filter: "datum.high > datum.low" }],
        mark: { type: "rule", strokeWidth: 4, opacity: 0.6 },
        encoding: { x: x("low"), x2: { field: "high" }, color, tooltip },
      },
      ...["low", "high"].map((field) => ({
        mark: { type: "point", filled: true, size: 80, opacity: 1 },
        encoding: { x: x(field), color, tooltip },
      })),
      {
        mark: { type: "text", align: "left", dx: 10 },
        encoding: { x: x("high"), text: { field: "label", type: "nominal" }, tooltip },
      },
    ],
  });
}

function colorsOf({ main, contrast }: Palette): Readonly<Record<(typeof changeClasses)[number], string>> {
  return { rise: main, fall: contrast, possible: "#7a6a00", none: "#707070", "not-compared": "#707070" };
}

/** Whole numbers between two ends, zero among them, at most about a dozen. */
function wholeNumbers(least: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((most - least) / 12));
  const from = Math.ceil(least / step);
  return Array.from({ length: Math.floor(most / step) - from + 1 }, (_, index) => (from + index) * step);
}
