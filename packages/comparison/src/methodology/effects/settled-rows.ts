import {
  type AlignedIndicator,
  type CellState,
  type Column,
  type Methodology,
  missingStatuses,
  type RoundData,
  unobserved,
} from "@metodika/core";
import type { Hybrid, Variant } from "./hybrid-methodology.ts";
import { type SettledCell, settledCells, stateOf } from "./settled-cells.ts";

/** A round and the version of the methodology by which it asked. */
export interface EffectsSide {
  data: RoundData;
  native: Variant;
}

/** One way to settle all cells of a municipality: for every aligned indicator which of its ways. */
export interface SettledRow {
  unit: number;
  /** The indicator in which it differs from the first row of its municipality; undefined for that first row. */
  differsAt: number | undefined;
  /** It has as few values as possible: evaluated only to know that there always is a result. */
  isBarest?: true;
  ways: readonly number[];
}

/** The rows of some municipalities. */
export interface SettledRows {
  rows: readonly SettledRow[];
  /** By municipality and indicator. */
  cells: readonly (readonly (readonly SettledCell[])[])[];
  /** Municipalities whose cells cannot be settled one by one: unlimited numbers, or too many ways. */
  beyond: ReadonlySet<number>;
}

/** Above so many ways to settle the cells of one municipality none are tried, unless indicators add up one by one. */
export const waysCap = 4096;

/**
 * The rows to evaluate. Where results are sums of what indicators add, one row per way of one cell is enough: each cell
 * moves the sum by itself. Elsewhere every combination is a row.
 */
export function settledRows(
  { data, native }: EffectsSide,
  municipalities: readonly string[],
  aligned: readonly AlignedIndicator[],
  methodologies: Readonly<Record<Variant, Methodology>>,
  isAdditive: boolean,
): SettledRows {
  const states = new Map<string, CellState>(
    data.cells.map(({ municipality, indicator, state }) => [`${municipality} ${indicator}`, state]),
  );
  const beyond = new Set<number>();
  const rows: SettledRow[] = [];
  const cells = municipalities.map((municipality, unit) => {
    const own = aligned.map((pair) => {
      const asked = pair[native]?.indicator.id;
      const state = asked === undefined ? undefined : (states.get(`${municipality} ${asked}`) ?? unobserved);
      const ways = settledCells(pair, native, state, methodologies);
      const scored = pair.before?.indicator.points !== undefined || pair.after?.indicator.points !== undefined;
      // What gives no points in either version need not be settled.
      return scored ? ways : (ways ?? [{ missing: "O" as const }]).slice(0, 1);
    });
    if (own.some((ways) => ways === undefined || ways.length === 0)) beyond.add(unit);
    const known = own.map((ways) => ways ?? []);
    if (beyond.has(unit)) return known;
    const first = known.map(() => 0);
    if (isAdditive) {
      rows.push({ unit, differsAt: undefined, ways: first });
      known.forEach((ways, place) => {
        for (let way = 1; way < ways.length; way++)
          rows.push({ unit, differsAt: place, ways: first.map((_, other) => (other === place ? way : 0)) });
      });
      const barest = known.map((ways) =>
        Math.max(
          0,
          ways.findIndex(({ missing }) => missing !== undefined),
        ),
      );
      rows.push({ unit, differsAt: undefined, isBarest: true, ways: barest });
      return known;
    }
    if (known.reduce((product, ways) => product * ways.length, 1) > waysCap) beyond.add(unit);
    else
      for (const ways of combinations(known.map(({ length }) => length)))
        rows.push({ unit, differsAt: undefined, ways });
    return known;
  });
  return { rows, cells, beyond };
}

function combinations(lengths: readonly number[]): number[][] {
  return lengths.reduce<number[][]>(
    (all, length) => all.flatMap((start) => Array.from({ length }, (_, way) => [...start, way])),
    [[]],
  );
}

/** Rows as columns of a hybrid methodology; a column that several hybrids share is made once. */
export function columnsOfRows({ rows, cells }: SettledRows) {
  const made = new Map<string, Column>();
  return ({ variants, methodology }: Hybrid): Column[] => {
    const policies = missingStatuses
      .map((status) => (methodology.missing[status].policy === "bounds" ? 1 : 0))
      .join("");
    // The order of a hybrid's indicators is that of its criteria.
    return orderOf(methodology).map((place) => {
      const variant = variants[place] ?? "after";
      const key = `${place} ${variant} ${policies}`;
      const known = made.get(key);
      if (known) return known;
      const dictionary: CellState[] = [];
      const positions = new Map<SettledCell, number>();
      const states = Uint16Array.from(rows, ({ unit, ways }) => {
        const cell = cells[unit]?.[place]?.[ways[place] ?? 0] ?? {};
        let position = positions.get(cell);
        if (position === undefined) {
          position = dictionary.push(stateOf(cell, variant, methodology.missing)) - 1;
          positions.set(cell, position);
        }
        return position;
      });
      const column = { states, dictionary };
      made.set(key, column);
      return column;
    });
  };
}

/** The positions of the aligned indicators that a hybrid has, in the order of its program. */
function orderOf(methodology: Methodology): number[] {
  const walk = (criteria: Methodology["criteria"]): number[] =>
    criteria.flatMap(({ indicators = [], criteria: below = [] }) => [
      ...indicators.map(({ id }) => Number(id.slice("aligned-".length))),
      ...walk(below),
    ]);
  return walk(methodology.criteria);
}
