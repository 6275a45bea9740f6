import type { Bounds } from "../bounds/bounds.ts";

/** Where one thing can stand on an ordered scale. */
export interface OrderedThing {
  /** Places that it can have, a higher one is better; at least one unless it is absent. */
  possible: readonly number[];
  absent: "yes" | "maybe" | "no";
}

/** How often one of the first stands above one of the second. */
export interface Superiority {
  /** Probability that a random one of the first stands higher than one of the second, half of the ties added. */
  a: Bounds;
  /** The same from −1 to 1: more often higher than lower. */
  delta: Bounds;
  /** How many there are of each. */
  sizes: readonly [Bounds, Bounds];
  /** False where the bounds may be wider than what is possible: too many ways of who is there. */
  exact: boolean;
}

/** More ways of who is there than this are not tried. */
const subsetCap = 4096;

/**
 * The probability of superiority over all pairs: A = P(x > y) + ½ P(x = y) (Vargha and Delaney, A critique and improvement of
 * the CL common language effect size statistics, Journal of Educational and Behavioral Statistics 25, 2000); δ = 2A − 1
 * (Cliff, Dominance statistics, Psychological Bulletin 114, 1993). It uses the order of the values alone. Places that are
 * open give exact bounds: A never falls when one of the first rises or one of the second falls, so each takes its end.
 *
 * @returns null where one side may be empty
 * @example
 * superiority([{ possible: [1, 2], absent: "no" }], [{ possible: [1], absent: "no" }])?.a // [0.5, 1]
 */
export function superiority(first: readonly OrderedThing[], second: readonly OrderedThing[]): Superiority | null {
  const sizes = [sizeOf(first), sizeOf(second)] as const;
  if (sizes[0][0] === 0 || sizes[1][0] === 0) return null;
  const low = leastOf(ends(first, "low"), ends(second, "high"));
  // The greatest is one less the least of the other way round.
  const mirrored = leastOf(ends(second, "low"), ends(first, "high"));
  const exact = low !== undefined && mirrored !== undefined;
  const a: Bounds = [low ?? 0, mirrored === undefined ? 1 : 1 - mirrored];
  return { a, delta: [2 * a[0] - 1, 2 * a[1] - 1], sizes, exact };
}

function sizeOf(things: readonly OrderedThing[]): Bounds {
  return [
    things.filter(({ absent }) => absent === "no").length,
    things.filter(({ absent }) => absent !== "yes").length,
  ];
}

/** Places by how many surely and how many possibly stand there. */
type Places = ReadonlyMap<number, { sure: number; maybe: number }>;

function ends(things: readonly OrderedThing[], end: "low" | "high"): Places {
  const places = new Map<number, { sure: number; maybe: number }>();
  for (const { possible, absent } of things) {
    if (absent === "yes") continue;
    const place = end === "low" ? Math.min(...possible) : Math.max(...possible);
    const known = places.get(place) ?? { sure: 0, maybe: 0 };
    if (absent === "no") known.sure++;
    else known.maybe++;
    places.set(place, known);
  }
  return places;
}

/** The least A over who is there; undefined above the cap. */
function leastOf(first: Places, second: Places): number | undefined {
  const optional = [...second].filter(([, { maybe }]) => maybe > 0);
  if (optional.reduce((ways, [, { maybe }]) => ways * (maybe + 1), 1) > subsetCap) return undefined;
  let least = Infinity;
  const tryAll = (index: number, counts: Map<number, number>): void => {
    const next = optional[index];
    if (!next) {
      least = Math.min(least, leastAgainst(first, counts));
      return;
    }
    const [place, { sure, maybe }] = next;
    for (let extra = 0; extra <= maybe; extra++) tryAll(index + 1, new Map(counts).set(place, sure + extra));
  };
  tryAll(0, new Map([...second].map(([place, { sure }]) => [place, sure])));
  return least;
}

/** The least mean over the first: those who need not be there come only while they lower it, the lowest first. */
function leastAgainst(first: Places, second: ReadonlyMap<number, number>): number {
  const size = [...second.values()].reduce((sum, count) => sum + count, 0);
  // Twice the number of those below, so that ties stay whole.
  const wins = (place: number) =>
    [...second].reduce((sum, [other, count]) => sum + (other < place ? 2 * count : other === place ? count : 0), 0);
  let [sum, count] = [0, 0];
  for (const [place, { sure }] of first) {
    sum += wins(place) * sure;
    count += sure;
  }
  for (const [place, { maybe }] of [...first].sort(([a], [b]) => a - b))
    for (let extra = 0; extra < maybe; extra++) {
      if (count > 0 && wins(place) * count >= sum) break;
      sum += wins(place);
      count++;
    }
  return sum / (2 * size * count);
}
