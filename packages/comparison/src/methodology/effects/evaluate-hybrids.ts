import { type ColumnResults, compile, evaluateColumns, type NumberColumns } from "@metodika/core";
import type { Hybrid } from "./hybrid-methodology.ts";
import { columnsOfRows, type SettledRows } from "./settled-rows.ts";

/** The points of one result for every hybrid and row, as whole numbers of the last digit; NaN where it is not scored. */
export interface HybridValues {
  /** By hybrid, then by row. */
  values: readonly Float64Array[];
  scale: number;
  /** False where some points are no exact decimals: they are rounded to the ninth digit, better than any display. */
  exact: boolean;
}

/** Sums over 2¹² combinations of points below 1,000 stay whole numbers that are exact. */
const roundedDigits = 9;

/** Evaluates rows under every hybrid by the one scorer; a result that some hybrid does not have is left out. */
export function evaluateHybrids(
  hybrids: readonly Hybrid[],
  settled: SettledRows,
  results: readonly string[],
): Map<string, HybridValues> {
  const columnsOf = columnsOfRows(settled);
  const size = settled.rows.length;
  const found = new Map<string, NumberColumns[]>(results.map((id) => [id, []]));
  for (const hybrid of hybrids) {
    const program = compile(hybrid.methodology);
    const evaluated = evaluateColumns(program, { size, columns: columnsOf(hybrid) });
    for (const [id, columns] of found) {
      const column = resultOf(id, program, evaluated);
      if (column) columns.push(column);
    }
  }
  return new Map(
    [...found].flatMap(([id, columns]) => {
      if (columns.length < hybrids.length) return [];
      const exact = columns.every((column) => column.exact);
      const scale = exact ? Math.max(0, ...columns.map((column) => column.scale)) : roundedDigits;
      const values = columns.map((column) => {
        const factor = 10 ** (scale - column.scale);
        const units = (value: number) => (exact ? value * factor : Math.round(value * factor));
        return column.low.map((value, row) => (column.scored[row] === 1 ? units(value) : Number.NaN));
      });
      return [[id, { values, scale, exact }] as const];
    }),
  );
}

function resultOf(id: string, program: ReturnType<typeof compile>, { criteria, total }: ColumnResults) {
  if (id === "total") return total;
  return criteria[program.criteria.findIndex(({ criterion }) => criterion.id === id)];
}
