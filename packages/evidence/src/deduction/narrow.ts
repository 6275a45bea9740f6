import type { Predicate } from "../world/predicate.ts";
import { type Demand, meets } from "./constraint.ts";
import { eachSetting, isOpen, type Model } from "./model.ts";

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
      const kept = open.map(() => 0);
      const isTried = eachSetting(row, open, (settled) => {
        if (!meets(demand, model.test(of, municipality, settled))) return;
        open.forEach((cell, index) => {
          kept[index] = (kept[index] ?? 0) | (settled[cell] ?? 0);
        });
      });
      if (!isTried) continue;
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
