import { type Formula, writeFormula } from "@metodika/core";
import type { Look, SheetCell } from "../workbook.ts";

/** A cell of a text or number. */
export function plain(value: string | number, look: Look | Look["kind"] = "cell"): SheetCell {
  return { value, look: typeof look === "string" ? { kind: look } : look };
}

/** A cell of a formula with the result stored beside it. */
export function live(formula: Formula | string, result: string | number, look: Look = { kind: "live" }): SheetCell {
  return { value: { formula: typeof formula === "string" ? formula : writeFormula(formula), result }, look };
}

/** A heading. */
export function heading(value: string): SheetCell {
  return { value, look: { kind: "heading", align: "center" } };
}

/** A row of cells by column, from 1. */
export function rowOf(cells: ReadonlyMap<number, SheetCell>): (SheetCell | undefined)[] {
  const width = Math.max(0, ...cells.keys());
  return Array.from({ length: width }, (_, index) => cells.get(index + 1));
}
