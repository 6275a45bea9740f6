import {
  type AlignedIndicator,
  type CellState,
  type Column,
  type Methodology,
  missingStatuses,
  type RoundData,
  unobserved,
} from "@metodika/core";
import type { Thresholds } from "../levels/limits.ts";
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
  ways: readonly number[];
}

/** The ways to settle the cells of some municipalities. */
export interface SettledWays {
  /** By municipality and indicator. */
  cells: readonly (readonly (readonly SettledCell[])[])[];
  /** Municipalities whose cells cannot be settled one by one: unlimited numbers, or too many ways. */
  beyond: ReadonlySet<number>;
}

/** The rows of some municipalities. */
export interface SettledRows extends SettledWays {
  rows: readonly SettledRow[];
}

/** Above so many ways to settle the cells of one municipality none are tried, unless indicators add up one by one. */
export const waysCap = 4096;

/** Which cells are settled, and what looks at them beside their points. */
export interface SettledReads {
  /** By the position of the aligned indicator; by default those that give points. */
  isRead: (pair: AlignedIndicator, place: number) => boolean;
  thresholds?: ReadonlyMap<number, Thresholds>;
}

/** Every way to settle every cell of some municipalities of a round. */
export function settledWays(
  { data, native }: EffectsSide,
  municipalities: readonly string[],
  aligned: readonly AlignedIndicator[],
  methodologies: Readonly<Record<Variant, Methodology>>,
  { isRead, thresholds }: SettledReads = { isRead: givesPoints },
): SettledWays {
  const states = new Map<string, CellState>(
    data.cells.map(({ municipality, indicator, state }) => [`${municipality} ${indicator}`, state]),
  );
  const beyond = new Set<number>();
  const cells = municipalities.map((municipality, unit) =>
    aligned.map((pair, place) => {
      const asked = pair[native]?.indicator.id;
      const state = asked === undefined ? undefined : (states.get(`${municipality} ${asked}`) ?? unobserved);
      const own = thresholds?.get(place);
      const ways = settledCells(pair, native, state, methodologies, own ? [own] : []) ?? [];
      // What nothing looks at, in either version, need not be settled.
      if (!isRead(pair, place)) return ways.length > 0 ? ways.slice(0, 1) : [{ missing: "O" as const }];
      if (ways.length === 0) beyond.add(unit);
      return ways;
    }),
  );
  return { cells, beyond };
}

/** True where an indicator gives points in one of the versions. */
export function givesPoints({ before, after }: AlignedIndicator): boolean {
  return before?.indicator.points !== undefined || after?.indicator.points !== undefined;
}

/** Every combination of ways as a row to evaluate; a municipality with too many is beyond. */
export function settledRows({ cells, beyond }: SettledWays): SettledRows {
  const out = new Set(beyond);
  const rows: SettledRow[] = [];
  cells.forEach((own, unit) => {
    if (out.has(unit)) return;
    const lengths = own.map(({ length }) => length);
    if (lengths.reduce((product, length) => product * length, 1) > waysCap) out.add(unit);
    else for (const ways of combinations(lengths)) rows.push({ unit, ways });
  });
  return { cells, beyond: out, rows };
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
