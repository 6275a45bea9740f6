import {
  type AggregateOf,
  type Columns,
  columnNumber,
  type Decimal,
  type NumberColumns,
  type Program,
} from "@metodika/core";
import { scaleOf, type TermTable, termTables, unitsOfTable } from "./contributions.ts";

/** How a result changed: certainly up or down, not at all, or only possibly; `not-compared` where one side has none. */
export const changeClasses = ["rise", "fall", "possible", "none", "not-compared"] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** What an indicator adds to a change, by unit; `before` and `after` are its ids in the two rounds. */
export interface ContributionColumns {
  before?: string;
  after?: string;
  low: Float64Array;
  high: Float64Array;
}

/** The change of a result, by unit. Where the class is `not-compared` the numbers mean nothing. */
export interface ChangeColumns {
  /** Least and greatest change × 10^`scale`, exact whole numbers; binary numbers and scale 0 where `exact` is false. */
  low: Float64Array;
  high: Float64Array;
  scale: number;
  exact: boolean;
  /** Positions in `changeClasses`. */
  classes: Uint8Array;
  /** Undefined where the result is no sum of what indicators add. */
  contributions: readonly ContributionColumns[] | undefined;
  /** 1 where the contributions add up exactly to the change; elsewhere they are not shown. */
  additive: Uint8Array;
  counts: Readonly<Record<ChangeClass, number>>;
}

/** One side of a comparison: a program, its cells by unit, and its result. */
export interface Side {
  program: Program;
  columns: Columns;
  result: NumberColumns;
  expression: AggregateOf;
}

/** Pairs of cell positions that continue each other; one side may lack the indicator. */
export type CellPair = { before?: number; after?: number };

/** Two inexact numbers closer than this count as equal: the precision of the scorer. */
const tolerance = 1e-12;

/**
 * The change of one result: later minus earlier, as an interval over all that the cells of both rounds can be. The cells
 * of two rounds are settled apart, so the ends are reached: low = after.low − before.high.
 */
export function changeColumns(before: Side, after: Side, pairs: readonly CellPair[]): ChangeColumns {
  const terms = contributionsOf(before, after);
  const exact = before.result.exact && after.result.exact;
  const scale = exact ? Math.max(before.result.scale, after.result.scale, terms?.scale ?? 0) : 0;
  const size = before.columns.size;
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const classes = new Uint8Array(size);
  const counts = { rise: 0, fall: 0, possible: 0, none: 0, "not-compared": 0 };
  const ends = (side: Side, end: "low" | "high") => atScale(side.result, side.result[end], scale, exact);
  const [beforeLow, beforeHigh] = [ends(before, "low"), ends(before, "high")];
  const [afterLow, afterHigh] = [ends(after, "low"), ends(after, "high")];
  const slack = exact ? 0 : tolerance;
  for (let unit = 0; unit < size; unit++) {
    const [was, is] = [before.result.scored[unit]!, after.result.scored[unit]!];
    low[unit] = afterLow[unit]! - beforeHigh[unit]!;
    high[unit] = afterHigh[unit]! - beforeLow[unit]!;
    const kind = was === 0 || is === 0 ? 4 : was === 2 || is === 2 ? 2 : classOf(low[unit]!, high[unit]!, slack);
    classes[unit] = kind;
    counts[changeClasses[kind]!]++;
  }
  const contributions = exact && terms ? terms.columns(pairs, scale) : undefined;
  return {
    low,
    high,
    scale,
    exact,
    classes,
    contributions,
    additive: sumsUp(contributions, low, high, classes),
    counts,
  };
}

function classOf(low: number, high: number, slack: number): 0 | 1 | 2 | 3 {
  if (low > slack) return 0;
  if (high < -slack) return 1;
  return Math.abs(low) <= slack && Math.abs(high) <= slack ? 3 : 2;
}

/** The numbers of a result at a common scale; binary numbers where one of the two is not exact. */
function atScale(column: NumberColumns, values: Float64Array, scale: number, exact: boolean): Float64Array {
  if (!exact) return column.exact ? values.map((_, row) => columnNumber(column, values, row)) : values;
  const factor = 10 ** (scale - column.scale);
  return factor === 1 ? values : values.map((value) => value * factor);
}

function contributionsOf(before: Side, after: Side) {
  const earlier = termTables(before.expression, before.program, before.columns);
  const later = termTables(after.expression, after.program, after.columns);
  if (!earlier || !later) return undefined;
  return {
    scale: Math.max(scaleOf(earlier), scaleOf(later)),
    columns: (pairs: readonly CellPair[], scale: number): ContributionColumns[] => {
      const by = (tables: readonly TermTable[], cell: number | undefined) =>
        tables.find((table) => table.cell === cell);
      return pairs.flatMap((pair) => {
        const [was, is] = [by(earlier, pair.before), by(later, pair.after)];
        if (!was && !is) return [];
        const size = before.columns.size;
        const column = { low: new Float64Array(size), high: new Float64Array(size) };
        if (is) addTerm(column, after.columns, is, scale, 1);
        if (was) addTerm(column, before.columns, was, scale, -1);
        const id = (side: Side, cell: number | undefined) =>
          cell === undefined ? undefined : side.program.cells[cell]?.indicator.id;
        const [old, current] = [id(before, was?.cell), id(after, is?.cell)];
        return [
          {
            ...(old === undefined ? {} : { before: old }),
            ...(current === undefined ? {} : { after: current }),
            ...column,
          },
        ];
      });
    },
  };
}

function addTerm(
  { low, high }: { low: Float64Array; high: Float64Array },
  { columns }: Columns,
  table: TermTable,
  scale: number,
  sign: 1 | -1,
): void {
  const states = columns[table.cell]?.states;
  if (!states) return;
  const ends = unitsOfTable(table, scale);
  const [least, greatest] = sign === 1 ? [ends.low, ends.high] : [ends.high.map((x) => -x), ends.low.map((x) => -x)];
  for (let unit = 0; unit < states.length; unit++) {
    const state = states[unit]!;
    low[unit]! += least[state]!;
    high[unit]! += greatest[state]!;
  }
}

/** Where the contributions add up to the change; a weight that absent indicators gave away, say, keeps them from it. */
function sumsUp(
  contributions: readonly ContributionColumns[] | undefined,
  low: Float64Array,
  high: Float64Array,
  classes: Uint8Array,
): Uint8Array {
  const additive = new Uint8Array(low.length);
  if (!contributions) return additive;
  const least = new Float64Array(low.length);
  const greatest = new Float64Array(low.length);
  for (const column of contributions)
    for (let unit = 0; unit < low.length; unit++) {
      least[unit]! += column.low[unit]!;
      greatest[unit]! += column.high[unit]!;
    }
  for (let unit = 0; unit < low.length; unit++)
    additive[unit] = Number(classes[unit] !== 4 && least[unit] === low[unit] && greatest[unit] === high[unit]);
  return additive;
}

/** The change of one unit, in exact decimals where the result is exact. */
export interface UnitChange {
  class: ChangeClass;
  /** Undefined where nothing is compared; binary numbers where the result is not exact. */
  low: Decimal | number | undefined;
  high: Decimal | number | undefined;
  /** Those that are not certainly zero, in the order of the methodology; undefined where they do not add up. */
  contributions: { before?: string; after?: string; low: Decimal; high: Decimal }[] | undefined;
}

/** Reads one unit out of the columns. A position that is not there is a caller's mistake. */
export function unitChange(columns: ChangeColumns, unit: number): UnitChange {
  const kind = changeClasses[columns.classes[unit] ?? -1];
  if (kind === undefined) throw new RangeError(`no unit ${unit}`);
  if (kind === "not-compared") return { class: kind, low: undefined, high: undefined, contributions: undefined };
  const { scale, exact, contributions } = columns;
  const number = (value: number) => (exact ? { units: BigInt(value), scale } : value);
  const decimalOf = (value: number): Decimal => ({ units: BigInt(value), scale });
  return {
    class: kind,
    low: number(columns.low[unit]!),
    high: number(columns.high[unit]!),
    contributions: columns.additive[unit]
      ? contributions?.flatMap(({ before, after, low, high }) =>
          low[unit] === 0 && high[unit] === 0
            ? []
            : [
                {
                  ...(before === undefined ? {} : { before }),
                  ...(after === undefined ? {} : { after }),
                  low: decimalOf(low[unit]!),
                  high: decimalOf(high[unit]!),
                },
              ],
        )
      : undefined,
  };
}
