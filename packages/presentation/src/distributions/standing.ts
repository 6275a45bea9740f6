import type { Bounds } from "../words/count-phrase.ts";

/** How many others are certainly and possibly above, level and below. */
export interface Standing {
  higher: Bounds;
  equal: Bounds;
  lower: Bounds;
  others: number;
}

/** A result that may have several values, and may be absent. */
export interface PeerResult {
  municipality: string;
  low: number;
  high: number;
  /** It may turn out to have no value. */
  open?: boolean;
}

/** One result of all municipalities that have it: points, a level or the value of an indicator. */
export interface PeerComparison {
  id: string;
  title: string;
  results: PeerResult[];
  /** Bounds of one's own tell nothing here. */
  exactOnly?: boolean;
}

/**
 * One's standing among others as bounds: whatever the open values turn out to be, the true counts lie within.
 *
 * @example
 * standingOf({ municipality: "a", low: 2, high: 2 }, [{ municipality: "b", low: 1, high: 3 }]) // { higher: [0, 1], equal: [0, 1], lower: [0, 1], others: 1 }
 */
export function standingOf(own: PeerResult, others: readonly PeerResult[]): Standing {
  const count = (certain: (one: PeerResult) => boolean, possible: (one: PeerResult) => boolean): Bounds => [
    others.filter((one) => !one.open && certain(one)).length,
    others.filter(possible).length,
  ];
  return {
    higher: count(
      ({ low }) => low > own.high,
      ({ high }) => high > own.low,
    ),
    equal: count(
      ({ low, high }) => low === high && own.low === own.high && low === own.low,
      ({ low, high }) => low <= own.high && high >= own.low,
    ),
    lower: count(
      ({ high }) => high < own.low,
      ({ low }) => low < own.high,
    ),
    others: others.length,
  };
}
