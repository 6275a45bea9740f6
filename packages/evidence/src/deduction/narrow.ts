import type { Predicate } from "../world/predicate.ts";
import { type Demand, meets } from "./constraint.ts";
import { bitsOf, isOpen, type Model, settingCap, settingsOf, someSetting } from "./model.ts";

/** What a list asks of one municipality, and of which predicate. */
export interface Asked {
  demand: Demand;
  of: Predicate;
}

/**
 * Narrows the cells of one municipality by what lists ask of it, until nothing changes. Counts are left for later.
 * Undefined when a list cannot be met, be it by cells that the tables know.
 */
export function narrow(
  model: Model,
  municipality: number,
  from: readonly number[],
  asked: readonly Asked[],
): number[] | undefined {
  const row = [...from];
  for (let changed = true; changed; ) {
    changed = false;
    for (const { demand, of } of asked) {
      const truth = model.answer(of, municipality, row).truth;
      if (demand === undefined || truth === demand) continue;
      if (truth !== "maybe") return undefined;
      const open = of.cells.filter((cell) => isOpen(row[cell] ?? 0));
      if (settingsOf(row, open) > settingCap) continue;
      const kept = supported(row, open, (settled) => meets(demand, model.test(of, municipality, settled)));
      if (kept.includes(0)) return undefined;
      open.forEach((cell, index) => {
        if (row[cell] === kept[index]) return;
        row[cell] = kept[index] ?? 0;
        changed = true;
      });
    }
  }
  return row;
}

/** For each open cell, the outcomes that some setting has which passes: one such setting speaks for all that it has. */
function supported(
  row: readonly number[],
  open: readonly number[],
  passes: (settled: readonly number[]) => boolean,
): number[] {
  const kept = open.map(() => 0);
  for (const [index, cell] of open.entries())
    for (const bit of bitsOf(row[cell] ?? 0)) {
      if ((kept[index] ?? 0) & (1 << bit)) continue;
      const held = [...row];
      held[cell] = 1 << bit;
      someSetting(held, open, (settled) => {
        if (!passes(settled)) return false;
        for (const [place, other] of open.entries()) kept[place] = (kept[place] ?? 0) | (settled[other] ?? 0);
        return true;
      });
    }
  return kept;
}
