import type { Bounds } from "../bounds/bounds.ts";
import { type Contribution, ratioBounds } from "../bounds/ratio-bounds.ts";
import type { ItemUnit } from "../category/item-categories.ts";
import type { RestPoints } from "./rest-scores.ts";

/** How an indicator and the rest of its criterion order the municipalities. */
export interface RestAgreement {
  /** Somers' D, −1 to 1. */
  d: Bounds;
  /** False where the bounds may be wider than what is possible: cells that are not known stand in several pairs. */
  exact: boolean;
}

/**
 * Of the pairs of municipalities that the indicator separates: the share in which the one with the better value has more
 * points for the rest, less the share in which it has fewer (Somers, A new asymmetric measure of association for ordinal
 * variables, American Sociological Review 27, 1962). Unlike a correlation it needs neither intervals between values nor many
 * municipalities, and a scale of two values can reach 1.
 *
 * @param rest points of the rest per unit; null where there are none
 * @returns null where no pair is or may be separated
 */
export function agreementWithRest(
  units: readonly ItemUnit[],
  rest: readonly (RestPoints | null)[],
): RestAgreement | null {
  const groups = new Map<string, { unit: ItemUnit; rest: RestPoints | null; count: number }>();
  units.forEach((unit, index) => {
    const own = rest[index] ?? null;
    const key = `${unit.possible}|${unit.absent}|${own?.points}|${own?.sure}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { unit, rest: own, count: 1 });
  });
  const all = [...groups.values()];
  const choices = all.flatMap((a, i) =>
    all.slice(i).flatMap((b, offset) => {
      const count = offset === 0 ? (a.count * (a.count - 1)) / 2 : a.count * b.count;
      return count > 0 ? [{ options: pairOptions(a.unit, b.unit, a.rest, b.rest), count }] : [];
    }),
  );
  const exact = choices.every(({ options }) => options.length === 1);
  const d = ratioBounds(choices);
  return d && { d, exact };
}

/** What a pair can add: the sign of agreement, and whether the indicator separates it. */
function pairOptions(a: ItemUnit, b: ItemUnit, restA: RestPoints | null, restB: RestPoints | null): Contribution[] {
  const found = new Map<string, Contribution>();
  const add = (option: Contribution) => found.set(option.join(), option);
  const out = a.absent === "yes" || b.absent === "yes" || !restA || !restB;
  if (out || a.absent === "maybe" || b.absent === "maybe" || !restA.sure || !restB.sure) add([0, 0]);
  if (!out) {
    const signs = restSigns(restA.points, restB.points);
    for (const x of a.possible)
      for (const y of b.possible) {
        if (x === y) add([0, 0]);
        else for (const sign of signs) add([Math.sign(x - y) * sign + 0, 1]);
      }
  }
  return [...found.values()].sort(([n, d], [m, e]) => n - m || d - e);
}

function restSigns(a: readonly [number, number], b: readonly [number, number]): number[] {
  return [...(a[1] > b[0] ? [1] : []), ...(a[0] <= b[1] && b[0] <= a[1] ? [0] : []), ...(a[0] < b[1] ? [-1] : [])];
}
