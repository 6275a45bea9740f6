import {
  type CellState,
  indicatorsOf,
  isKnown,
  missingStatuses,
  type PlacedIndicator,
  type RoundData,
  type Text,
  toNumber,
} from "@metodika/core";
import { formatNumber } from "../numbers/format-number.ts";
import { signs } from "../signs/signs.ts";
import { cellsByPlace } from "../tables/cells-by-place.ts";
import type { DistributionRow } from "./distribution-row.ts";

/** Of whom a distribution speaks; by default of all municipalities of the round. */
export interface Universe {
  municipalities: readonly string[];
  base: Text;
}

/** All municipalities of a round. */
export function wholeRound(data: RoundData): Universe {
  return {
    municipalities: data.municipalities.map(({ id }) => id),
    base: { ru: "муниципалитеты региона", en: "municipalities of the region" },
  };
}

/**
 * How many municipalities have each value of an indicator, and each reason for its absence. A cell that can have several
 * values counts as possible for each and as certain for none. Numbers are counted by the steps that give points, or one
 * by one where there are none. Reasons that do not occur give no row.
 *
 * @example
 * distributionRows(data, "regulation")[0] // { key: "yes", certain: 22, possible: 22, denominator: 29, … }
 * @throws RangeError for an indicator that the methodology does not have
 */
export function distributionRows(
  data: RoundData,
  indicatorId: string,
  universe: Universe = wholeRound(data),
): DistributionRow[] {
  const place = indicatorsOf(data.methodology).find(({ indicator }) => indicator.id === indicatorId);
  if (!place) throw new RangeError(`no indicator "${indicatorId}" in the methodology ${data.methodology.id}`);
  const cellAt = cellsByPlace(data);
  const states = universe.municipalities.map((municipality) => cellAt(municipality, indicatorId).state);
  const { indicator } = place;
  const count = (
    bin: Pick<DistributionRow, "key" | "kind" | "title" | "letter" | "color">,
    fits: Fits,
  ): DistributionRow => {
    const found = states.map(fits);
    return {
      item: indicator.id,
      itemTitle: indicator.title,
      itemShort: indicator.short ?? indicator.title,
      ...bin,
      certain: found.filter((fit) => fit === "certain").length,
      possible: found.filter((fit) => fit !== "no").length,
      denominator: states.length,
      base: universe.base,
      members: {
        certain: universe.municipalities.filter((_, place) => found[place] === "certain"),
        possible: universe.municipalities.filter((_, place) => found[place] !== "no"),
      },
    };
  };
  const values = valueBins(place, states).map(({ fits, ...bin }) => count({ ...bin, kind: "value" }, fits));
  const absent = missingStatuses.map((status) =>
    count({ key: status, kind: "missing", title: signs[status].title, letter: signs[status].sign }, (state) =>
      !state.missing.includes(status) ? "no" : isKnown(state) ? "certain" : "possible",
    ),
  );
  return [...values, ...absent.filter(({ possible }) => possible > 0)];
}

type Fits = (state: CellState) => "certain" | "possible" | "no";
type Bin = Pick<DistributionRow, "key" | "title" | "letter" | "color"> & { fits: Fits };

function valueBins({ indicator, scale }: PlacedIndicator, states: readonly CellState[]): Bin[] {
  if (scale.type === "codes")
    return scale.codes.map(({ code, title, letter, color }, position) => ({
      key: code,
      title,
      ...(letter ? { letter } : {}),
      ...(color ? { color } : {}),
      fits: (state) => (!state.codes.includes(position) ? "no" : isKnown(state) ? "certain" : "possible"),
    }));
  const { points } = indicator;
  if (points && "steps" in points && Array.isArray(points.steps))
    return stepBins(points.steps.map(({ from }) => Number(from)));
  const ends = states.flatMap(({ range }) => (range ? [toNumber(range[0]), toNumber(range[1])] : []));
  return [...new Set(ends)]
    .sort((a, b) => a - b)
    .map((value) => numberBin(`${value}`, numberTitle(value), value, value));
}

/** Highest step first, as a scale of codes has its best code first. */
function stepBins(steps: readonly number[]): Bin[] {
  const from = [...steps].sort((a, b) => b - a);
  const bins = from.map((low, index) =>
    numberBin(`from-${low}`, around(low, "не менее", "at least"), low, from[index - 1] ?? Infinity, true),
  );
  const least = from.at(-1);
  if (least !== undefined)
    bins.push(numberBin(`below-${least}`, around(least, "менее", "less than"), -Infinity, least, true));
  return bins;
}

function numberBin(key: string, title: Text, from: number, to: number, open = false): Bin {
  const holds = (value: number) => value >= from && (open ? value < to : value <= to);
  return {
    key,
    title,
    fits: ({ range, missing, codes }) => {
      if (!range) return "no";
      const [low, high] = [toNumber(range[0]), toNumber(range[1])];
      if (holds(low) && holds(high)) return missing.length + codes.length === 0 ? "certain" : "possible";
      return high < from || low > to || (open && low >= to) ? "no" : "possible";
    },
  };
}

function numberTitle(value: number): Text {
  return { ru: formatNumber(value, "ru"), en: formatNumber(value, "en") };
}

function around(value: number, ru: string, en: string): Text {
  return { ru: `${ru} ${formatNumber(value, "ru")}`, en: `${en} ${formatNumber(value, "en")}` };
}
