import { type AggregateOf, aggregateFormulas, aggregateResults, outcomesOf } from "@metodika/core";
import { boundsValue } from "../table-sheet.ts";
import type { SheetCell } from "../workbook.ts";
import { type Plan, statesAt } from "./plan.ts";
import { referencesAt } from "./references-at.ts";
import { live, plain } from "./sheet-cells.ts";

/** What a round scored for one criterion or the total of one municipality, and what the region printed. */
export interface Issued {
  points: readonly [number, number] | null;
  printed: number | null;
}

/** The cells of an aggregate for one municipality, by column: formulas, the result as issued, the printed one. */
export function resultCells(
  plan: Plan,
  expression: AggregateOf,
  municipality: number,
  { points, printed }: Issued,
): Map<number, SheetCell> {
  const place = plan.results.get(expression.id);
  if (!place) throw new RangeError(`no results of "${expression.id}" in the workbook`);
  const { program, words, lang } = plan;
  const outcomes = statesAt(plan, municipality).map((state, cell) => {
    const scale = program.cells[cell]?.scale;
    return scale ? outcomesOf(state, scale, program.missing) : [];
  });
  const formulas = aggregateFormulas(expression, program, referencesAt(plan, place.sheet, municipality));
  const results = aggregateResults(expression, outcomes, program, words);
  const cells = new Map<number, SheetCell>();
  for (const part of ["low", "high", "maximum"] as const)
    cells.set(
      place.columns[part],
      live(formulas[part], results[part], { kind: "live", align: "right", format: "number" }),
    );
  for (const part of ["present", "valued", "top"] as const)
    cells.set(
      place.columns[part],
      live(formulas[part], results[part], { kind: "helper", align: "right", format: "number" }),
    );
  const issued = points ? boundsValue(points[0], points[1], lang) : words.notScored;
  cells.set(place.columns.stored, plain(issued, { kind: "stored", align: "right", format: "number" }));
  cells.set(place.columns.printed, plain(printed ?? "", { kind: "stored", align: "right", format: "number" }));
  return cells;
}
