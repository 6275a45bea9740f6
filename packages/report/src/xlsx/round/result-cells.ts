import { type AggregateOf, aggregateFormulas, type Language, type Words } from "@metodika/core";
import { boundsValue } from "../table-sheet.ts";
import type { Look, SheetCell } from "../workbook.ts";
import type { Plan } from "./plan.ts";
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
  const { program, lang, words } = plan;
  const formulas = aggregateFormulas(expression, program, referencesAt(plan, place.sheet, municipality));
  const results = storedResults(plan, expression, municipality);
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
  const [stored, inReport] = issuedCells({ points, printed }, lang, words);
  cells.set(place.columns.stored, stored);
  cells.set(place.columns.printed, inReport);
  return cells;
}

/** What was issued and what was printed, side by side. */
export function issuedCells({ points, printed }: Issued, lang: Language, { notScored }: Words): [SheetCell, SheetCell] {
  const look: Look = { kind: "stored", align: "right", format: "number" };
  const issued = points ? boundsValue(points[0], points[1], lang) : notScored;
  return [plain(issued, look), plain(printed ?? "", look)];
}

/** What the formulas of an aggregate come to. */
export function storedResults({ evaluated }: Plan, { id }: AggregateOf, municipality: number) {
  const results = evaluated.points.get(id)?.[municipality];
  if (!results) throw new RangeError(`no results of "${id}" for the municipality ${municipality}`);
  return results;
}
