import { type Decimal, multiply, toNumber, unitsAt } from "../decimal/decimal.ts";
import { cellsOf } from "../expression/cells-of.ts";
import type { Program } from "../expression/compile.ts";
import { exactLevel, exactNumber } from "../expression/completions.ts";
import { evaluatePart } from "../expression/evaluate.ts";
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
  const sums = new Map<string, Sum | undefined>();
  const number = (expression: AggregateOf | undefined) =>
    expression &&
    (settled(sumOf(expression, columns, outcomes, program, sums)) ??
      tupleColumns(expression, columns, outcomes, program));
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

/** A sum of points in the making; bit 0 of `scored`: a value is certain, bit 1: one is possible. */
interface Sum extends NumberColumns {
  /** No number in the columns is greater. */
  reach: number;
}

/**
 * The fast way: a sum (of sums) of points by look-up. Undefined where it does not apply: another aggregate, a weight that
 * is given to siblings, numbers that are not exact or too large. Sums are kept by id: a total adds up its criteria.
 */
function sumOf(
  expression: AggregateOf,
  columns: Columns,
  outcomes: OutcomeTable,
  program: Program,
  known: Map<string, Sum | undefined>,
): Sum | undefined {
  if (known.has(expression.id)) return known.get(expression.id);
  const sum = expression.method === "sum" ? newSum(expression, columns, outcomes, program, known) : undefined;
  known.set(expression.id, sum);
  return sum;
}

function newSum(
  { terms }: AggregateOf,
  { columns, size }: Columns,
  outcomes: OutcomeTable,
  program: Program,
  known: Map<string, Sum | undefined>,
): Sum | undefined {
  const parts: { sum: Sum; weight: Decimal }[] = [];
  const tables: { column: Column; states: LookUp[] }[] = [];
  for (const { of, weight } of terms) {
    if (of.kind === "aggregate") {
      const sum = sumOf(of, { columns, size }, outcomes, program, known);
      if (!sum) return undefined;
      parts.push({ sum, weight });
    } else {
      const column = columns[of.cell];
      const states = (outcomes[of.cell] ?? []).flatMap((state) => lookUp({ of, weight }, state, program) ?? []);
      if (!column || states.length < column.dictionary.length) return undefined;
      tables.push({ column, states });
    }
  }
  const scale = Math.max(
    0,
    ...parts.map(({ sum, weight }) => sum.scale + weight.scale),
    ...tables.flatMap(({ states }) => states.map((state) => state.scale)),
  );
  const result: Sum = {
    low: new Float64Array(size),
    high: new Float64Array(size),
    maximum: new Float64Array(size),
    scale,
    exact: true,
    scored: new Uint8Array(size),
    tight: new Uint8Array(size).fill(1),
    reach: 0,
  };
  const bundles: Bundle[] = [];
  for (const { column, states } of tables) {
    const look = (pick: (state: LookUp) => Decimal) =>
      Float64Array.from(states, (state) => Number(unitsAt(pick(state), scale)));
    const [low, high, maximum] = [look((s) => s.low), look((s) => s.high), look((s) => s.maximum)];
    result.reach += Math.max(...low.map(Math.abs), ...high.map(Math.abs), ...maximum.map(Math.abs));
    const alone = { keys: column.states, low, high, maximum, valued: Uint8Array.from(states, (state) => state.valued) };
    const last = bundles.at(-1);
    if (last && last.low.length * low.length <= bundleSize) bundles[bundles.length - 1] = bundle(last, alone);
    else bundles.push(alone);
  }
  const factors = parts.map(({ sum, weight }) => Number(unitsAt(weight, scale - sum.scale)));
  parts.forEach(({ sum }, index) => {
    result.reach += sum.reach * Math.abs(factors[index]!);
  });
  if (result.reach > Number.MAX_SAFE_INTEGER) return undefined;
  for (const { keys, low, high, maximum, valued } of bundles)
    for (let row = 0; row < size; row++) {
      const key = keys[row]!;
      result.low[row]! += low[key]!;
      result.high[row]! += high[key]!;
      result.maximum[row]! += maximum[key]!;
      result.scored[row]! |= valued[key]!;
    }
  parts.forEach(({ sum: { low, high, maximum, scored } }, index) => {
    const factor = factors[index]!;
    for (let row = 0; row < size; row++) {
      result.low[row]! += low[row]! * factor;
      result.high[row]! += high[row]! * factor;
      result.maximum[row]! += maximum[row]! * factor;
      result.scored[row]! |= scored[row]!;
    }
  });
  return result;
}

/** The sum with `scored` as results have it; undefined where a row may or may not have a value: all ways must be tried. */
function settled(sum: Sum | undefined): NumberColumns | undefined {
  if (!sum || sum.scored.includes(2)) return undefined;
  const { reach: _, ...columns } = sum;
  return { ...columns, scored: sum.scored.map((bits) => bits & 1) };
}

/** Several columns as one: a key per row, and by key what the row adds to the sums. */
interface Bundle {
  keys: Uint16Array;
  low: Float64Array;
  high: Float64Array;
  maximum: Float64Array;
  valued: Uint8Array;
}

/** So many keys a bundle may have: look-ups that stay in the cache of the processor. */
const bundleSize = 4096;

/** Two bundles as one: a row is looked up once for both. */
function bundle(a: Bundle, b: Bundle): Bundle {
  const width = b.low.length;
  const size = a.low.length * width;
  const keys = new Uint16Array(a.keys.length);
  for (let row = 0; row < keys.length; row++) keys[row] = a.keys[row]! * width + b.keys[row]!;
  const pairs = (of: "low" | "high" | "maximum") => {
    const sums = new Float64Array(size);
    for (let key = 0; key < size; key++) sums[key] = a[of][Math.floor(key / width)]! + b[of][key % width]!;
    return sums;
  };
  const valued = new Uint8Array(size);
  for (let key = 0; key < size; key++) valued[key] = a.valued[Math.floor(key / width)]! | b.valued[key % width]!;
  return { keys, low: pairs("low"), high: pairs("high"), maximum: pairs("maximum"), valued };
}

/** What one state of a cell adds to a sum, with the weight. */
interface LookUp {
  low: Decimal;
  high: Decimal;
  maximum: Decimal;
  scale: number;
  /** 0 no value, 1 a value, 2 possibly one. */
  valued: 0 | 1 | 2;
}

interface WeightedPoints {
  of: PointsOf;
  weight: Decimal;
}

/** What one state of a cell adds to a sum; undefined when that is not one exact interval. */
function lookUp(term: WeightedPoints, state: readonly Outcome[], program: Program): LookUp | undefined {
  if (state.some((outcome) => outcome.kind === "missing" && outcome.policy === "redistribute")) return undefined;
  const sum: AggregateOf = { kind: "aggregate", id: "", method: "sum", terms: [term] };
  const tuple: Outcome[][] = [];
  tuple[term.of.cell] = [...state];
  const { low, high, present, valued } = evaluatePart(term.of, tuple);
  const none = { units: 0n, scale: 0 };
  const maximum = present === "no" ? none : maximumOf(sum, tuple, program);
  const ends = [low, high, maximum];
  if (ends.some((end) => typeof end === "number")) return undefined;
  const weigh = (end: (typeof ends)[number]) =>
    end === undefined || typeof end === "number" ? none : multiply(end, term.weight);
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
  const read = cells.map((cell) => columns[cell]);
  const keys = tupleKeys(read, size);
  const memo = new Map<number | string, (row: number) => void>();
  for (let row = 0; row < size; row++) {
    const key = keys ? keys[row]! : read.map((column) => column?.states[row]).join();
    let write = memo.get(key);
    if (!write) {
      const tuple: (readonly Outcome[])[] = [];
      cells.forEach((cell, index) => {
        tuple[cell] = outcomes[cell]?.[read[index]?.states[row] ?? 0] ?? [];
      });
      write = evaluate(tuple);
      memo.set(key, write);
    }
    write(row);
  }
}

/** One number per row for the states of several columns; undefined where a number does not hold so many tuples. */
function tupleKeys(columns: readonly (Column | undefined)[], size: number): Float64Array | undefined {
  const keys = new Float64Array(size);
  let tuples = 1;
  for (const column of columns) {
    if (!column) continue;
    const width = column.dictionary.length;
    tuples *= width;
    if (tuples > Number.MAX_SAFE_INTEGER) return undefined;
    for (let row = 0; row < size; row++) keys[row] = keys[row]! * width + column.states[row]!;
  }
  return keys;
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
