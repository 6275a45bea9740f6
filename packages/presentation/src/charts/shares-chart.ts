import type { Language } from "@metodika/core";
import type { DistributionRow } from "../distributions/distribution-row.ts";
import { colorLabels, labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatShare } from "../numbers/format-share.ts";
import { signs } from "../signs/signs.ts";
import { categoriesHeight, categoryChannel } from "./categories.ts";
import { type ChartOptions, withDefaults } from "./chart-options.ts";
import { colorOf, inkOn, type Palette } from "./palette.ts";
import { type Spec, spec } from "./spec.ts";

/** A coloured part of a bar. */
interface Segment extends Record<string, unknown> {
  indicator: string;
  group: string;
  color: string;
  /** The place in the legend. */
  rank: number;
  mark: string;
  /** On paper: the letter and the count of a part too narrow for both in a line. */
  above?: string;
  below?: string;
  ink: string;
  from: number;
  to: number;
  middle: number;
}

/**
 * Shares of the values of indicators as stacked horizontal bars: one bar an indicator with its base in the label, a letter
 * or number in each part. What is known only within bounds is a part of its own.
 *
 * @param rows distributions of one or several indicators, one after another
 */
export function sharesChart(rows: readonly DistributionRow[], options: ChartOptions): Spec {
  const { lang, palette, labelWidth, narrow, print } = withDefaults(options);
  const items = [...new Set(rows.map(({ item }) => item))];
  const segments = items.flatMap((item) =>
    segmentsOf(
      rows.filter((row) => row.item === item),
      lang,
      palette,
      { print, narrow },
    ),
  );
  const categories = items.flatMap((key) => {
    const first = rows.find(({ item }) => item === key);
    return first ? [{ key, label: `${say(first.itemShort, lang)}\u00a0(${first.denominator})` }] : [];
  });
  const bases = [...new Set(rows.map(({ base }) => say(base, lang)))];
  // The denominator is part of the axis: a share of what?
  const axisTitle = [say(labels.share, lang), ...(bases.length === 1 ? bases : [])].join(": ");
  const legend = new Map(
    segments.toSorted((one, other) => one.rank - other.rank).map(({ group, color }) => [group, color]),
  );
  const tooltip = [
    { field: "title", title: say(labels.indicator, lang) },
    { field: "value", title: say(labels.value, lang) },
    { field: "share", title: say(labels.share, lang) },
    { field: "base", title: say(labels.outOf, lang) },
  ];
  return spec(`${say(labels.share, lang)}: ${say(labels.indicators, lang).toLowerCase()}`, segments, {
    height: categoriesHeight(categories, labelWidth, print ? 40 : 36),
    encoding: { y: categoryChannel("indicator", categories, labelWidth) },
    layer: [
      {
        mark: print
          ? { type: "bar", height: 30, stroke: "#000000", strokeWidth: 0.5 }
          : { type: "bar", height: 24, stroke: "#ffffff", strokeWidth: 1 },
        encoding: {
          x: {
            field: "from",
            type: "quantitative",
            scale: { domain: [0, 1] },
            axis: {
              title: axisTitle,
              grid: false,
              values: [0, 0.25, 0.5, 0.75, 1],
              labelExpr: `format(datum.value * 100, '.0f') + '${lang === "ru" ? "\u00a0" : ""}%'`,
            },
          },
          x2: { field: "to" },
          color: {
            field: "group",
            type: "nominal",
            scale: { domain: [...legend.keys()], range: [...legend.values()] },
            legend: {
              title: null,
              orient: "top",
              columns: narrow ? 1 : 2,
              ...(narrow ? { labelFontSize: 11, symbolSize: 60 } : {}),
            },
          },
          tooltip,
        },
      },
      inside("mark", { baseline: "middle" }),
      // A narrow part on paper has its letter above its count.
      ...(print
        ? [
            inside("above", { baseline: "middle", dy: -7, fontSize: 9 }),
            inside("below", { baseline: "middle", dy: 6, fontSize: 10 }),
          ]
        : []),
    ],
  });

  /** Text in the middle of the parts. */
  function inside(field: "mark" | "above" | "below", look: Record<string, unknown>) {
    return {
      mark: { type: "text", ...look },
      encoding: {
        x: { field: "middle", type: "quantitative" },
        text: { field, type: "nominal" },
        color: { field: "ink", type: "nominal", scale: null },
        tooltip,
      },
    };
  }
}

function segmentsOf(
  rows: readonly DistributionRow[],
  lang: Language,
  palette: Palette,
  { print, narrow }: { print: boolean; narrow: boolean },
): Segment[] {
  const [first] = rows;
  if (!first || first.denominator === 0) return [];
  const { denominator } = first;
  const known = rows.reduce((sum, { certain }) => sum + certain, 0);
  const parts = rows.map((row, place) => ({
    count: row.certain,
    letter: row.letter ? say(row.letter, lang) : "",
    group: groupName(row, lang),
    rank: rankOf(row),
    color: colorOf(row, place, palette),
    value: say(row.title, lang),
    share: formatShare({ numerator: [row.certain, row.possible], denominator }, lang),
  }));
  const open = denominator - known;
  parts.push({
    count: open,
    letter: say(signs.bounded.sign, lang),
    group: `${say(signs.bounded.sign, lang)} — ${say(labels.undetermined, lang).toLowerCase()}`,
    rank: Number.POSITIVE_INFINITY,
    color: palette.undetermined,
    value: say(labels.undetermined, lang),
    share: formatShare({ numerator: open, denominator }, lang),
  });
  let from = 0;
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, letter, ...part }) => {
      const start = from;
      from += count / denominator;
      return {
        indicator: first.item,
        title: say(first.itemTitle, lang),
        base: `${denominator} (${say(first.base, lang)})`,
        ...part,
        ...(print ? paperMarks(letter, count, denominator) : { mark: markText(letter, count, denominator, narrow) }),
        ink: inkOn(part.color),
        from: start,
        to: from,
        middle: (start + from) / 2,
      };
    });
}

/** What fits into a part: letter and count, only one of them, or nothing; legend and tooltip have the rest. */
function markText(letter: string, count: number, denominator: number, narrow: boolean): string {
  const share = count / denominator;
  if (share < (narrow ? 0.08 : 0.03)) return "";
  if (share < (narrow ? 0.2 : 0.12)) return letter.length === 1 ? letter : String(count);
  return letter ? `${letter} ${count}` : String(count);
}

/** The same for paper, where the legend has no figures: a part of one in forty still has letter and count. */
function paperMarks(letter: string, count: number, denominator: number): Pick<Segment, "mark" | "above" | "below"> {
  const none = { mark: "", above: "", below: "" };
  const line = letter ? `${letter} ${count}` : String(count);
  // About 380 pixels of plot, 7 to a letter; less than one letter is left blank.
  const room = (count / denominator) * 380;
  if (room >= line.length * 7 + 2) return { ...none, mark: line };
  if (room < 9) return none;
  return letter ? { ...none, above: letter, below: String(count) } : { ...none, mark: String(count) };
}

/** Colours in the order of their names, then other values, then what is missing. */
function rankOf({ color, kind }: DistributionRow): number {
  if (kind === "missing") return 200;
  return color ? Object.keys(colorLabels).indexOf(color) : 100;
}

/** Values of the same colour share an entry of the legend; the others are named by their own title. */
function groupName({ color, letter, title, kind }: DistributionRow, lang: Language): string {
  const name = kind === "value" && color && color !== "none" ? say(colorLabels[color], lang) : say(title, lang);
  return letter ? `${say(letter, lang)} — ${name}` : name;
}
