import {
  type CellState,
  type Column,
  type Columns,
  compare,
  type Decimal,
  type Lineage,
  type Municipality,
} from "@metodika/core";
import type { Match } from "../match/match-municipalities.ts";

/** What is compared: one municipality of the later round and what it was in the earlier. */
export interface Unit {
  /** Id in the later round. */
  municipality: string;
  /** Ids in the earlier round; several for a merger. */
  before: readonly string[];
  kind: Match["kind"];
  links: readonly Lineage[];
}

/** How a merged municipality is compared: not at all, or with all that any of its predecessors was. */
export type MergerRule = "not-compared" | "any-predecessor";

/**
 * The units that can be compared and the matches that cannot. One continues one; a merger is compared only where the rule
 * allows it. Who appeared, is gone or was split has nothing to be compared with.
 */
export function unitsOf(matches: readonly Match[], rule: MergerRule): { units: Unit[]; apart: Match[] } {
  const units: Unit[] = [];
  const apart: Match[] = [];
  for (const match of matches) {
    const [municipality] = match.after;
    const isOne = match.after.length === 1 && match.before.length === 1;
    const isMerger = match.kind === "merger" && rule === "any-predecessor";
    if (municipality !== undefined && (isOne || isMerger))
      units.push({ municipality, before: match.before, kind: match.kind, links: match.links });
    else apart.push(match);
  }
  return { units, apart };
}

/**
 * The columns of a round with one row per unit. Where a unit was several municipalities, its cell can be all that any of
 * theirs can: whatever predecessor one compares with, the true change lies within the interval.
 *
 * @param idsOf the municipalities that a unit was or is in this round
 */
export function gatherColumns(
  { columns }: Columns,
  municipalities: readonly Pick<Municipality, "id">[],
  units: readonly Unit[],
  idsOf: (unit: Unit) => readonly string[],
): Columns {
  const positions = new Map<string, number>();
  municipalities.forEach(({ id }, row) => {
    positions.set(id, row);
  });
  const first = new Int32Array(units.length);
  const several = new Map<number, number[]>();
  units.forEach((unit, index) => {
    const ids = idsOf(unit);
    first[index] = positions.get(ids[0] ?? "") ?? 0;
    if (ids.length > 1)
      several.set(
        index,
        ids.flatMap((id) => positions.get(id) ?? []),
      );
  });
  return { size: units.length, columns: columns.map((column) => gather(column, first, several)) };
}

function gather(
  { states, dictionary }: Column,
  first: Int32Array,
  several: ReadonlyMap<number, readonly number[]>,
): Column {
  const gathered = new Uint16Array(first.length);
  for (let unit = 0; unit < first.length; unit++) gathered[unit] = states[first[unit]!]!;
  if (several.size === 0) return { states: gathered, dictionary };
  const known = [...dictionary];
  const unions = new Map<string, number>();
  for (const [unit, rows] of several) {
    const positions = [...new Set(rows.map((row) => states[row] ?? 0))].sort((a, b) => a - b);
    const key = positions.join();
    let position = positions.length === 1 ? positions[0] : unions.get(key);
    if (position === undefined) {
      position = known.push(unionOf(positions.flatMap((state) => known[state] ?? []))) - 1;
      unions.set(key, position);
    }
    gathered[unit] = position;
  }
  return { states: gathered, dictionary: known };
}

/** All that any of some cells can be. */
export function unionOf(states: readonly CellState[]): CellState {
  const ranges = states.flatMap(({ range }) => (range ? [range] : []));
  const pick = (ends: Decimal[], sign: number) =>
    ends.reduce((best, end) => (compare(end, best) * sign > 0 ? end : best));
  const range: [Decimal, Decimal] | undefined =
    ranges.length > 0
      ? [
          pick(
            ranges.map(([low]) => low),
            -1,
          ),
          pick(
            ranges.map(([, high]) => high),
            1,
          ),
        ]
      : undefined;
  return {
    codes: [...new Set(states.flatMap(({ codes }) => codes))].sort((a, b) => a - b),
    ...(range ? { range } : {}),
    missing: [...new Set(states.flatMap(({ missing }) => missing))],
  };
}
