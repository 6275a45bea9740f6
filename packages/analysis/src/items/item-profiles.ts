import {
  type Criterion,
  type Indicator,
  indicatorsOf,
  isKnown,
  type MissingPolicy,
  type MissingStatus,
  missingStatuses,
  type RoundData,
  type Scale,
  unobserved,
} from "@metodika/core";
import { type Bounds, hull } from "../bounds/bounds.ts";
import { type Contribution, ratioBounds } from "../bounds/ratio-bounds.ts";
import { countVectors } from "../category/count-vectors.ts";
import { type Category, type ItemCategories, type ItemUnit, itemCategories } from "../category/item-categories.ts";
import { agreementWithRest, type RestAgreement } from "./agreement-with-rest.ts";
import { type Information, informationOf } from "./information.ts";
import { restScores } from "./rest-scores.ts";

/** A share of the municipalities that have a value: how many, of how many, in percent. */
export interface BoundedShare {
  numerator: Bounds;
  denominator: Bounds;
  percent: Bounds | null;
}

/** An indicator of a round as an object of study. */
export interface ItemProfile {
  indicator: Indicator;
  criterion: Criterion;
  scale: Scale;
  /** How many municipalities have one value, several possible ones, each way of having none. */
  known: number;
  open: number;
  missing: Readonly<Partial<Record<MissingStatus, number>>>;
  /** What the methodology does with each way that occurs or may occur. */
  policies: Readonly<Partial<Record<MissingStatus, MissingPolicy>>>;
  /** How many municipalities have a value that counts. */
  base: Bounds;
  /** What values are told apart, the worst first; empty where numbers cannot be listed. */
  categories: readonly (Category & { count: Bounds })[];
  /** Null where nobody has a value, or numbers cannot be listed. */
  information: Information | null;
  /** How many stand at the worst and at the best value; null with the information, and for numbers without limits. */
  floor: BoundedShare | null;
  ceiling: BoundedShare | null;
  /** Null where the methodology gives no points to compare with. */
  rest: RestAgreement | null;
  /** The share of municipalities that have the most frequent value, 0 to 1. */
  commonest: Bounds | null;
  /** False where bounds are wider than what is possible: too many distributions to try. */
  exact: boolean;
}

/** What a caller may know beyond the cells. */
export interface ItemOptions {
  /** How many municipalities have a value, where a text settles the count though no cell is settled; by category id. */
  counts?: (indicator: string, category: string) => Bounds | undefined;
}

/**
 * The indicators of a round as objects of study, in the order of the methodology: scale, base, how much is known, what the
 * values tell and how well they separate municipalities. Everything is an interval where cells are open; each
 * municipality settles by itself.
 *
 * @example
 * itemProfiles(data)[0]?.information?.entropy // [0.75, 0.75]
 */
export function itemProfiles(data: RoundData, options: ItemOptions = {}): ItemProfile[] {
  const columns = itemCategories(data);
  const cells = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell.state]));
  return indicatorsOf(data.methodology).map(({ indicator, criterion, scale }, position) => {
    const states = data.municipalities.map(({ id }) => cells.get(`${id} ${indicator.id}`) ?? unobserved);
    const certain = states.filter(isKnown);
    const ways = missingStatuses.filter((status) => states.some(({ missing }) => missing.includes(status)));
    const missing = ways.map((status) => [status, certain.filter((state) => state.missing[0] === status).length]);
    const column = columns[position];
    return {
      indicator,
      criterion,
      scale,
      known: certain.filter((state) => state.missing.length === 0).length,
      open: states.length - certain.length,
      missing: Object.fromEntries(missing),
      policies: Object.fromEntries(ways.map((status) => [status, data.methodology.missing[status].policy])),
      ...(column ? columnProfile(column, data, options) : { ...unlisted, base: [0, states.length] as const }),
    };
  });
}

const unlisted = {
  categories: [],
  information: null,
  floor: null,
  ceiling: null,
  rest: null,
  commonest: null,
  exact: false,
} as const;

function columnProfile(column: ItemCategories, data: RoundData, { counts }: ItemOptions) {
  const { categories, units, scaleSize, offset } = column;
  const { indicator, criterion } = column.placed;
  const size = categories.length;
  // What is left out stands in one place more, behind the categories.
  const things = units.map(({ possible, absent }) => (absent === "no" ? possible : [...possible, size]));
  const limits = counts && [
    ...categories.map(({ id }) => counts(indicator.id, id) ?? ([0, units.length] as const)),
    [0, units.length] as const,
  ];
  const vectors = countVectors(things, size + 1, limits ? { limits } : {});
  const present = vectors?.map((vector) => vector.slice(0, size));
  const rest = restScores(data, criterion, indicator.id);
  const [worst, best] = [Array.from({ length: offset + 1 }, (_, position) => position), [size - 1]];
  return {
    base: hull((present ?? []).map(total)) ?? baseOf(units),
    categories: categories.map((category, position) => ({ ...category, count: countOf([position], units, present) })),
    information: informationOf(present, size, scaleSize),
    floor: scaleSize === undefined ? null : shareAt(worst, units, present),
    ceiling: scaleSize === undefined ? null : shareAt(best, units, present),
    rest: rest ? agreementWithRest(units, rest) : null,
    commonest: hull(
      (present ?? []).flatMap((vector) => (total(vector) > 0 ? Math.max(...vector) / total(vector) : [])),
    ),
    exact: vectors !== undefined,
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function baseOf(units: readonly ItemUnit[]): Bounds {
  return [units.filter(({ absent }) => absent === "no").length, units.filter(({ absent }) => absent !== "yes").length];
}

function countOf(positions: readonly number[], units: readonly ItemUnit[], vectors: number[][] | undefined): Bounds {
  const found = hull((vectors ?? []).map((vector) => total(positions.map((position) => vector[position] ?? 0))));
  if (found) return found;
  const can = units.filter(({ possible }) => possible.some((own) => positions.includes(own)));
  const must = can.filter(
    ({ possible, absent }) => absent === "no" && possible.every((own) => positions.includes(own)),
  );
  return [must.length, can.length];
}

function shareAt(
  positions: readonly number[],
  units: readonly ItemUnit[],
  vectors: number[][] | undefined,
): BoundedShare {
  const numerator = countOf(positions, units, vectors);
  if (vectors) {
    const shares = vectors.flatMap((vector) => {
      const base = total(vector);
      return base === 0 ? [] : [(100 * total(positions.map((position) => vector[position] ?? 0))) / base];
    });
    return { numerator, denominator: hull(vectors.map(total)) ?? [0, 0], percent: hull(shares) };
  }
  const ratio = ratioBounds(
    units.map(({ possible, absent }) => ({
      options: [
        ...possible.map((own): Contribution => [positions.includes(own) ? 1 : 0, 1]),
        ...(absent === "no" ? [] : [[0, 0] as Contribution]),
      ],
      count: 1,
    })),
  );
  return { numerator, denominator: baseOf(units), percent: ratio && [100 * ratio[0], 100 * ratio[1]] };
}
