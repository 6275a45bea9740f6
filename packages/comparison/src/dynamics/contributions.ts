import {
  type AggregateOf,
  type Column,
  type Columns,
  type Decimal,
  evaluateNumber,
  multiply,
  type Outcome,
  outcomesOf,
  type PointsOf,
  type Program,
  unitsAt,
} from "@metodika/core";

/** What one indicator adds to a sum, by the state of its cell. */
export interface TermTable {
  cell: number;
  low: readonly Decimal[];
  high: readonly Decimal[];
}

/** A leaf of a sum of sums, with the product of the weights on the way to it. */
interface Leaf {
  of: PointsOf;
  weight: Decimal;
}

/**
 * What each indicator adds to a criterion or total, taken from the trace of the scorer once per distinct state of its
 * cell. Undefined where the result is no sum of what indicators add: another aggregate somewhere, or inexact points.
 */
export function termTables(expression: AggregateOf, program: Program, { columns }: Columns): TermTable[] | undefined {
  const leaves = leavesOf(expression, { units: 1n, scale: 0 });
  if (!leaves) return undefined;
  const tables = leaves.map((leaf) => termTable(leaf, program, columns[leaf.of.cell]));
  return tables.every((table) => table !== undefined) ? (tables as TermTable[]) : undefined;
}

function leavesOf({ method, terms }: AggregateOf, weight: Decimal): Leaf[] | undefined {
  if (method !== "sum") return undefined;
  const leaves: Leaf[] = [];
  for (const term of terms) {
    const product = multiply(weight, term.weight);
    if (term.of.kind === "points") leaves.push({ of: term.of, weight: product });
    else {
      const below = leavesOf(term.of, product);
      if (!below) return undefined;
      leaves.push(...below);
    }
  }
  return leaves;
}

function termTable({ of, weight }: Leaf, program: Program, column: Column | undefined): TermTable | undefined {
  const scale = program.cells[of.cell]?.scale;
  if (!scale || !column) return undefined;
  const low: Decimal[] = [];
  const high: Decimal[] = [];
  for (const state of column.dictionary) {
    const ends = termOf(of, outcomesOf(state, scale, program.missing));
    if (!ends) return undefined;
    const [least, greatest] = [multiply(ends[0], weight), multiply(ends[1], weight)];
    low.push(least.units <= greatest.units ? least : greatest);
    high.push(least.units <= greatest.units ? greatest : least);
  }
  return { cell: of.cell, low, high };
}

/** The interval that a cell adds, by the trace; zero belongs to it where the cell may be left out. */
function termOf(of: PointsOf, outcomes: readonly Outcome[]): [Decimal, Decimal] | undefined {
  const tuple: (readonly Outcome[])[] = [];
  tuple[of.cell] = outcomes;
  const sum: AggregateOf = {
    kind: "aggregate",
    id: "",
    method: "sum",
    terms: [{ of, weight: { units: 1n, scale: 0 } }],
  };
  const trace = evaluateNumber(sum, tuple).terms[0]?.trace;
  const zero = { units: 0n, scale: 0 };
  if (!trace || trace.present === "no" || trace.low === undefined || trace.high === undefined) return [zero, zero];
  const { low, high } = trace;
  if (typeof low === "number" || typeof high === "number") return undefined;
  if (trace.present === "yes") return [low, high];
  return [low.units > 0n ? zero : low, high.units < 0n ? zero : high];
}

/** The number of digits that some term tables need. */
export function scaleOf(tables: readonly TermTable[]): number {
  return Math.max(0, ...tables.flatMap(({ low, high }) => [...low, ...high].map(({ scale }) => scale)));
}

/** The ends of a term table as whole numbers of the last digit. */
export function unitsOfTable({ low, high }: TermTable, scale: number): { low: Float64Array; high: Float64Array } {
  const units = (ends: readonly Decimal[]) => Float64Array.from(ends, (end) => Number(unitsAt(end, scale)));
  return { low: units(low), high: units(high) };
}
