import {
  type Color,
  criteriaOf,
  indicatorsOf,
  isKnown,
  type Language,
  type RoundData,
  type RoundScore,
  toNumber,
} from "@metodika/core";
import type { DistributionRow } from "../../distributions/distribution-row.ts";
import { distributionRows } from "../../distributions/distribution-rows.ts";
import { levelDistribution } from "../../distributions/level-distribution.ts";
import { pointsDistribution, pointsRows } from "../../distributions/points-rows.ts";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { municipalityName } from "../../names/municipality-name.ts";
import { shortTitle } from "../../names/short-title.ts";
import { type TileName, tileNames } from "../../names/tile-names.ts";
import { formatInterval } from "../../numbers/format-interval.ts";
import { signs } from "../../signs/signs.ts";
import { cellsByPlace } from "../cells-by-place.ts";
import { roundSource } from "../round-source.ts";

/** How a tile looks: a colour of the region's tables, a step of one order, or why there is no single value. */
export type Look = Exclude<Color, "none"> | `step-${1 | 2 | 3 | 4 | 5 | 6}` | "plain" | "missing" | "open";

/** A tile of the layout of a region. */
export interface MapTile extends TileName {
  id: string;
  /** The whole name. */
  title: string;
  column: number;
  row: number;
}

/** One line of the legend: a value with how many certainly have it, or why others have no single value. */
export interface MapCategory {
  key: string;
  look: Look;
  mark: string;
  title: string;
  /** Certainly so many. */
  count: number;
}

/** What the tiles can show: an indicator, the points of a criterion, or a level. */
export interface MapMeasure {
  id: string;
  title: string;
  group: string;
  /** What the counts are out of: all tiles. */
  denominator: number;
  categories: MapCategory[];
  /** By tile, in their order: the position of its category, the mark that it bears, and the value in words. */
  values: { category: number; mark: string; title: string }[];
}

/** The tiles of a region and everything that they can show. */
export interface RegionMap {
  tiles: MapTile[];
  measures: MapMeasure[];
  source: string;
}

/**
 * The map of a round. The counts of a legend are those of the distributions: whoever is certain there has the value on
 * the map, whoever may have several values stands in the category «определено неоднозначно», so that a legend adds up.
 */
export function regionMap(data: RoundData, score: RoundScore, lang: Language): RegionMap {
  const names = tileNames(data.municipalities, lang);
  const cellAt = cellsByPlace(data);
  const { methodology } = data;
  const measure = (
    id: string,
    [title, group]: [string, string],
    rows: readonly DistributionRow[],
    ordered: readonly string[],
    own: (municipality: string) => string | undefined = () => undefined,
  ) => measureOf({ id, title, group, rows, ordered, own, data, lang });
  const levels = (methodology.levels ?? []).map((level) => {
    const inferred = level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
    const ordered = [...level.codes].sort((a, b) => a.order - b.order).map(({ code }) => code);
    return measure(
      `level-${level.id}`,
      [`${say(level.title, lang)}${inferred}`, say(labels.levels, lang)],
      levelDistribution(data, score, level.id),
      ordered,
    );
  });
  const points = criteriaOf(methodology)
    .filter((criterion) => criterion.points !== undefined)
    .map((criterion) => {
      const rows = pointsDistribution(data, score, criterion.id);
      const found = new Map(pointsRows(data, score, criterion.id).map((one) => [one.municipality, one]));
      return measure(
        `points-${criterion.id}`,
        [`${say(labels.points, lang)}: ${shortTitle(criterion, lang)}`, say(labels.points, lang)],
        rows,
        rows.map(({ key }) => key),
        (id) => {
          const { low, high } = found.get(id) ?? {};
          return low == null || high == null ? undefined : formatInterval([low, high], lang);
        },
      );
    });
  const indicators = indicatorsOf(methodology).map(({ indicator, criterion, scale }) => {
    const rows = distributionRows(data, indicator.id);
    const values = rows.filter(({ kind }) => kind === "value").map(({ key }) => key);
    const codes = scale.type === "codes" ? scale.codes : [];
    const isStepped = values.some((key) => /^(?:from|below)-/.test(key));
    return measure(
      indicator.id,
      [shortTitle(indicator, lang), shortTitle(criterion, lang)],
      rows,
      scale.type === "codes"
        ? [...codes].sort((a, b) => a.order - b.order).map(({ code }) => code)
        : isStepped
          ? values.toReversed()
          : values,
      (id) => {
        const { state } = cellAt(id, indicator.id);
        return state.range && isKnown(state)
          ? formatInterval([toNumber(state.range[0]), toNumber(state.range[1])], lang)
          : undefined;
      },
    );
  });
  return {
    tiles: data.municipalities.map((municipality) => ({
      id: municipality.id,
      title: municipalityName(municipality, lang),
      column: municipality.tile_column,
      row: municipality.tile_row,
      ...(names.get(municipality.id) ?? { name: municipality.name, kind: "", short: municipality.name }),
    })),
    measures: [...levels, ...points, ...indicators],
    source: roundSource(data, lang),
  };
}

function measureOf({
  id,
  title,
  group,
  rows,
  ordered,
  own,
  data,
  lang,
}: {
  id: string;
  title: string;
  group: string;
  rows: readonly DistributionRow[];
  /** Keys of values from the least to the greatest. */
  ordered: readonly string[];
  /** A shorter or more exact word than the title of the category. */
  own: (municipality: string) => string | undefined;
  data: RoundData;
  lang: Language;
}): MapMeasure {
  const shown = rows.filter(({ key, possible, kind }) => possible > 0 || kind === "missing" || isWord(key));
  const titles = shown.map((row) => say(row.title, lang));
  const known = shown.map((row): MapCategory => {
    const words = say(row.title, lang);
    return {
      key: row.key,
      look: lookOf(row, ordered),
      mark: row.letter ? say(row.letter, lang) : row.key === "none" ? "—" : markOf(row.key, words, titles),
      title: words,
      count: row.certain,
    };
  });
  const several: MapCategory = {
    key: "open",
    look: "open",
    mark: say(signs.bounded.sign, lang),
    title: say(signs.bounded.title, lang),
    count: 0,
  };
  const without: MapCategory = {
    key: "not-scored",
    look: "missing",
    mark: say(signs["not-scored"].sign, lang),
    title: say(signs["not-scored"].title, lang),
    count: 0,
  };
  const values = data.municipalities.map(({ id: municipality }) => {
    const certain = shown.findIndex(({ members }) => members.certain.includes(municipality));
    const found = known[certain];
    const word = own(municipality);
    if (found) {
      const isValue = shown[certain]?.kind === "value";
      const exact = isValue && word !== undefined && word !== found.title ? word : undefined;
      return {
        category: certain,
        mark: (isValue ? word : undefined) ?? found.mark,
        title: exact === undefined ? found.title : `${exact} (${found.title})`,
      };
    }
    const possible = known.filter((_, place) => shown[place]?.members.possible.includes(municipality));
    const end = possible.length > 0 ? several : without;
    end.count += 1;
    const words = possible.map((one) => one.title).join(" / ");
    return {
      category: known.length + (end === several ? 0 : 1),
      mark: possible.length > 0 && word !== undefined ? word : end.mark,
      title: possible.length > 0 ? `${several.title} (${words})` : without.title,
    };
  });
  return {
    id,
    title,
    group,
    denominator: data.municipalities.length,
    categories: [...known, several, without],
    values,
  };
}

/** A mark is a letter or a short word: it stands in a tile. */
const longestMark = 4;

/** Codes and levels stand in the legend also where nobody has them; of numbers only those that occur. */
function isWord(key: string): boolean {
  return Number.isNaN(Number(key));
}

/** A short title as it is, of a longer one the beginning that no other has; steps of numbers show the number itself. */
function markOf(key: string, title: string, titles: readonly string[]): string {
  if (title.length <= longestMark) return title;
  if (/^(?:from|below)-/.test(key)) return "";
  const others = titles.filter((other) => other !== title);
  for (let length = 1; length <= longestMark; length++) {
    const start = title.slice(0, length);
    if (!others.some((other) => other.startsWith(start))) return start.trim();
  }
  return String(titles.indexOf(title) + 1);
}

/** Two and more steps reach from the lightest to the darkest; few steps leave out the darkest, which shouts. */
function lookOf({ kind, color, key }: DistributionRow, ordered: readonly string[]): Look {
  if (kind === "missing") return "missing";
  if (color) return color === "none" ? "plain" : color;
  const place = ordered.indexOf(key);
  const last = ordered.length - 1;
  if (place < 0 || last < 1) return "step-3";
  const most = ordered.length <= 4 ? 4 : 6;
  return `step-${(1 + Math.round((place * (most - 1)) / last)) as 1 | 2 | 3 | 4 | 5 | 6}`;
}
