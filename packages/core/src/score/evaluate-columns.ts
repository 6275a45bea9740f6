import { toNumber, unitsAt } from "../decimal/decimal.ts";
import { cellsOf } from "../expression/cells-of.ts";
import type { Program } from "../expression/compile.ts";
import { exactLevel, exactNumber } from "../expression/completions.ts";
import { evaluateNumber } from "../expression/evaluate.ts";
import type { AggregateOf, PointsOf } from "../expression/expression.ts";
import { real } from "../expression/number.ts";
import { type Outcome, outcomesOf } from "../expression/outcome.ts";
import type { Column, Columns } from "./columns.ts";
import { maximumOf } from "./maximum.ts";

/** Points of many municipalities: pairs of columns. Where `scored` is 0 the numbers mean nothing. */
export interface NumberColumns {
  /** Least and greatest points × 10^`scale`, exact integers; scale 0 and binary numbers where `exact` is false. */
  low: Float64Array;
  high: Float64Array;
  /** The most that could have been reached with the indicators that count. */
  maximum: Float64Array;
  scale: number;
  exact: boolean;
  /** 0 not scored, 1 scored, 2 possibly. */
  scored: Uint8Array;
  /** 0 where the interval may be wider than what is possible: too many completions to try. */
  tight: Uint8Array;
}

/** Levels of many municipalities: bit i stands for code i, bit 31 for "no level". */
export interface LevelColumns {
  possible: Uint32Array;
  tight: Uint8Array;
}

/** The results of a program over columns, in the order of the program's criteria and levels. */
export interface ColumnResults {
  criteria: readonly (NumberColumns | undefined)[];
  total: NumberColumns | undefined;
  levels: readonly LevelColumns[];
}

/** The bit of `LevelColumns.possible` that stands for "no level". */
export const noLevel = 2 ** 31;

/**
 * Evaluates a program column by column. Sums of points are look-ups and additions of whole columns; everything else is
 * evaluated once per distinct tuple of states.
 */
export function evaluateColumns(program: Program, columns: Columns): ColumnResults {
  const outcomes = columns.columns.map(({ dictionary }, position) =>
    dictionary.map((state) => outcomesOf(state, scaleAt(program, position), program.missing)),
  );
  const number = (expression: AggregateOf | undefined) =>
    expression &&
    (sumColumns(expression, columns, outcomes, program) ?? tupleColumns(expression, columns, outcomes, program));
  return {
    criteria: program.criteria.map(({ expression }) => number(expression)),
    total: number(program.total),
    levels: program.levels.map((level) => {
      const result: LevelColumns = { possible: new Uint32Array(columns.size), tight: new Uint8Array(columns.size) };
      perTuple(cellsOf(level, program.levels), columns, outcomes, (tuple) => {
        const { possible, none, tight } = exactLevel(level, tuple, program.levels);
        const bits = possible.reduce((sum, code) => sum + 2 ** code, none ? noLevel : 0);
        return (row) => {
          result.possible[row] = bits;
          result.tight[row] = Number(tight);
        };
      });
      return result;
    }),
  };
}

/** Outcomes by column and state. */
type OutcomeTable = readonly (readonly (readonly Outcome[])[])[];

/**
 * The fast way: a sum (of sums) of points by look-up. Undefined where it does not apply: another aggregate, a weight that
 * is given to siblings, numbers that are not exact or too large, or a municipality that may or may not have a value.
 */
function sumColumns(
  expression: AggregateOf,
  { columns, size }: Columns,
  outcomes: OutcomeTable,
  program: Program,
): NumberColumns | undefined {
  const terms = flatTerms(expression);
  if (!terms) return undefined;
  const tables = terms.map(({ of, weight }) => {
    const column = columns[of.cell];
    const states = outcomes[of.cell] ?? [];
    return column && { column, states: states.map((state) => lookUp({ of, weight }, state, program)) };
  });
  const scale = Math.max(0, ...tables.flatMap((table) => table?.states.flatMap((state) => state?.scale ?? 0) ?? 0));
  const result: NumberColumns = {
    low: new Float64Array(size),
    high: new Float64Array(size),
    maximum: new Float64Array(size),
    scale,
    exact: true,
    scored: new Uint8Array(size),
    tight: new Uint8Array(size).fill(1),
  };
  let reach = 0;
  for (const table of tables) {
    if (!table || table.states.some((state) => state === undefined)) return undefined;
    const entry = table.states.map((state) => state!);
    const look = (pick: (state: LookUp) => LookUp["low"]) =>
      Float64Array.from(entry, (state) => Number(unitsAt(pick(state), scale)));
    const [low, high, maximum] = [look((s) => s.low), look((s) => s.high), look((s) => s.maximum)];
    reach += Math.max(...low.map(Math.abs), ...high.map(Math.abs), ...maximum.map(Math.abs));
    if (reach > Number.MAX_SAFE_INTEGER) return undefined;
    addColumn(result.low, table.column, low);
    addColumn(result.high, table.column, high);
    addColumn(result.maximum, table.column, maximum);
    const valued = Uint8Array.from(entry, (state) => state.valued);
    const { states } = table.column;
    for (let row = 0; row < size; row++) result.scored[row]! |= valued[states[row]!]!;
  }
  // Bit 0 set: a value is certain. Only bit 1 set: whether there is any value is open, so every completion must be tried.
  for (let row = 0; row < size; row++) {
    if (result.scored[row] === 2) return undefined;
    result.scored[row] = result.scored[row]! & 1;
  }
  return result;
}

function addColumn(sum: Float64Array, { states }: Column, table: Float64Array): void {
  const size = sum.length;
  for (let row = 0; row < size; row++) sum[row]! += table[states[row]!]!;
}

interface LookUp {
  low: { units: bigint; scale: number };
  high: { units: bigint; scale: number };
  maximum: { units: bigint; scale: number };
  scale: number;
  /** 0 no value, 1 a value, 2 possibly one. */
  valued: 0 | 1 | 2;
}

/** What one state of a cell adds to a sum; undefined when that is not one exact interval. */
function lookUp(term: WeightedPoints, state: readonly Outcome[], program: Program): LookUp | undefined {
  if (state.some((outcome) => outcome.kind === "missing" && outcome.policy === "redistribute")) return undefined;
  const sum: AggregateOf = { kind: "aggregate", id: "", method: "sum", terms: [term] };
  const tuple: Outcome[][] = [];
  tuple[term.of.cell] = [...state];
  const { valued } = evaluateNumber(term.of, tuple);
  // The value test of the whole is made over all terms; here a lone missing value that counts as zero must stay zero.
  const { low, high, present } = evaluateNumber(term.of, tuple);
  const none = { units: 0n, scale: 0 };
  const maximum = present === "no" ? none : maximumOf(sum, tuple, program);
  const ends = [low, high, maximum];
  if (ends.some((end) => typeof end === "number")) return undefined;
  const weigh = (end: (typeof ends)[number]) =>
    end === undefined || typeof end === "number"
      ? none
      : { units: end.units * term.weight.units, scale: end.scale + term.weight.scale };
  let [least, greatest] = [weigh(low), weigh(high)];
  if (present === "maybe") {
    if (least.units > 0n) least = none;
    if (greatest.units < 0n) greatest = none;
  }
  const most = maximum === undefined || typeof maximum === "number" ? none : maximum;
  return {
    low: least,
    high: greatest,
    maximum: most,
    scale: Math.max(least.scale, greatest.scale, most.scale),
    valued: valued === "yes" ? 1 : valued === "maybe" ? 2 : 0,
  };
}

interface WeightedPoints {
  of: PointsOf;
  weight: { units: bigint; scale: number };
}

/** The points of a sum of sums with their weights multiplied; undefined when anything else than a sum stands in it. */
function flatTerms({ method, terms }: AggregateOf): WeightedPoints[] | undefined {
  if (method !== "sum") return undefined;
  const flat: WeightedPoints[] = [];
  for (const { of, weight } of terms) {
    if (of.kind === "points") {
      flat.push({ of, weight });
      continue;
    }
    const below = flatTerms(of);
    if (!below) return undefined;
    for (const term of below) {
      const product = { units: weight.units * term.weight.units, scale: weight.scale + term.weight.scale };
      flat.push({ of: term.of, weight: product });
    }
  }
  return flat;
}

/** The general way: once per distinct tuple of states. */
function tupleColumns(
  expression: AggregateOf,
  columns: Columns,
  outcomes: OutcomeTable,
  program: Program,
): NumberColumns {
  const { size } = columns;
  const result: NumberColumns = {
    low: new Float64Array(size),
    high: new Float64Array(size),
    maximum: new Float64Array(size),
    scale: 0,
    exact: false,
    scored: new Uint8Array(size),
    tight: new Uint8Array(size),
  };
  perTuple(cellsOf(expression), columns, outcomes, (tuple) => {
    const { low, high, present, tight } = exactNumber(expression, tuple);
    const maximum = maximumOf(expression, tuple, program);
    return (row) => {
      result.low[row] = low === undefined ? 0 : real(low);
      result.high[row] = high === undefined ? 0 : real(high);
      result.maximum[row] = maximum === undefined ? 0 : real(maximum);
      result.scored[row] = present === "yes" ? 1 : present === "maybe" ? 2 : 0;
      result.tight[row] = Number(tight);
    };
  });
  return result;
}

/** Calls `evaluate` once per distinct tuple of states of some cells, and what it returns for every row that has it. */
function perTuple(
  cells: readonly number[],
  { columns, size }: Columns,
  outcomes: OutcomeTable,
  evaluate: (tuple: readonly (readonly Outcome[])[]) => (row: number) => void,
): void {
  const memo = new Map<string, (row: number) => void>();
  for (let row = 0; row < size; row++) {
    const states = cells.map((cell) => columns[cell]?.states[row] ?? 0);
    const key = states.join();
    let write = memo.get(key);
    if (!write) {
      const tuple: (readonly Outcome[])[] = [];
      cells.forEach((cell, index) => {
        tuple[cell] = outcomes[cell]?.[states[index] ?? 0] ?? [];
      });
      write = evaluate(tuple);
      memo.set(key, write);
    }
    write(row);
  }
}

function scaleAt({ cells }: Program, position: number) {
  const cell = cells[position];
  if (!cell) throw new TypeError("the columns belong to another methodology");
  return cell.scale;
}

/** A number of `NumberColumns` as the nearest binary number. */
export function columnNumber(column: NumberColumns, values: Float64Array, row: number): number {
  const value = values[row] ?? Number.NaN;
  return column.exact ? toNumber({ units: BigInt(value), scale: column.scale }) : value;
}
