import { criteriaOf, indicatorsBelow, type MunicipalityType, type RoundData, scoreRound } from "@metodika/core";
import type { Bounds } from "../bounds/bounds.ts";
import { itemCategories } from "../category/item-categories.ts";

/** Points as a share of those that could have been reached, for the municipalities of one type or of all. */
export interface ShareDistribution {
  criterion: string;
  /** Undefined: all municipalities. */
  type: MunicipalityType | undefined;
  /** Municipalities with a result. */
  count: number;
  /** Municipalities of which it is open what counts, and so out of how much; they are in no figure here. */
  open: number;
  /** Shares, 0 to 1, each between the least and the greatest that is possible; null without municipalities. */
  least: Bounds | null;
  median: Bounds | null;
  mean: Bounds | null;
  greatest: Bounds | null;
}

/**
 * The distribution of the share of possible points (points divided by the maximum of what counts), per criterion that gives
 * points, for all municipalities and by type: on this footing criteria of different length, and regions, can stand side
 * by side. Order statistics of intervals are exact: each never falls when a value rises (so the low ends give the low one).
 */
export function possibleShares(data: RoundData): ShareDistribution[] {
  const score = scoreRound(data);
  const types = new Map(data.municipalities.map(({ id, type }) => [id, type]));
  const groups = [undefined, ...[...new Set(types.values())].sort()];
  const doubtful = new Set(
    itemCategories(data).flatMap((column) =>
      (column?.units ?? [])
        .filter(({ absent }) => absent === "maybe")
        .map(({ municipality }) => `${municipality} ${column?.placed.indicator.id}`),
    ),
  );
  return criteriaOf(data.methodology).flatMap((criterion, index) => {
    const own = indicatorsBelow(criterion).filter(({ points }) => points !== undefined);
    const shares = score.units.flatMap(({ municipality, criteria }) => {
      const { points, max } = criteria[index] ?? { points: null, max: null };
      if (!points || !max) return [];
      const isOpen = own.some(({ id }) => doubtful.has(`${municipality} ${id}`));
      return [{ type: types.get(municipality), isOpen, share: [points[0] / max, points[1] / max] as const }];
    });
    if (shares.length === 0) return [];
    return groups.map((type) => {
      const members = shares.filter((one) => type === undefined || one.type === type);
      const settled = members.filter(({ isOpen }) => !isOpen).map(({ share }) => share);
      const [low, high] = [0, 1].map((end) => settled.map((share) => share[end] ?? 0).sort((a, b) => a - b));
      const both = (of: (sorted: readonly number[]) => number): Bounds | null =>
        settled.length === 0 ? null : [of(low ?? []), of(high ?? [])];
      return {
        criterion: criterion.id,
        type,
        count: settled.length,
        open: members.length - settled.length,
        least: both((sorted) => sorted[0] ?? 0),
        median: both(medianOf),
        mean: both((sorted) => sorted.reduce((sum, value) => sum + value, 0) / sorted.length),
        greatest: both((sorted) => sorted.at(-1) ?? 0),
      };
    });
  });
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
