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

/** Evaluates rows under every hybrid by the one scorer; a result that no hybrid has is left out. */
export function evaluateHybrids(
  hybrids: readonly Hybrid[],
  settled: SettledRows,
  results: readonly string[],
): Map<string, HybridValues> {
  const columnsOf = columnsOfRows(settled);
  const size = settled.rows.length;
  const found = new Map<string, (NumberColumns | undefined)[]>(results.map((id) => [id, []]));
  for (const hybrid of hybrids) {
    const program = compile(hybrid.methodology);
    const evaluated = evaluateColumns(program, { size, columns: columnsOf(hybrid) });
    for (const [id, columns] of found) columns.push(resultOf(id, program, evaluated));
  }
  return new Map(
    [...found].flatMap(([id, columns]) => {
      const known = columns.filter((column) => column !== undefined);
      if (known.length === 0) return [];
      const exact = known.every((column) => column.exact);
      const scale = exact ? Math.max(0, ...known.map((column) => column.scale)) : roundedDigits;
      const values = columns.map((column) => {
        if (!column) return new Float64Array(size).fill(Number.NaN);
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
