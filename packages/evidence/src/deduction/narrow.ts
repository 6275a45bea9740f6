import { type Constraint, meets } from "./constraint.ts";
import { type Domains, eachSetting, isOpen, type Model } from "./model.ts";

/**
 * Narrows domains by the lists alone, each municipality by itself, until nothing changes. Counts are left for later.
 * Undefined when a list cannot be met, be it by cells that the tables know.
 */
export function narrow(model: Model, domains: Domains, constraints: readonly Constraint[]): number[][] | undefined {
  const rows = domains.map((row) => [...row]);
  for (const [municipality, row] of rows.entries()) {
    const demands = constraints.flatMap((constraint) => {
      const demand = model.demand(constraint, municipality);
      return demand && constraint.counting.kind === "members" ? [{ demand, of: constraint.counting.of }] : [];
    });
    for (let changed = true; changed; ) {
      changed = false;
      for (const { demand, of } of demands) {
        const truth = model.truth(of, municipality, row);
        if (truth === demand) continue;
        if (truth !== "maybe") return undefined;
        const open = of.cells.filter((cell) => isOpen(row[cell] ?? 0));
        const kept = open.map(() => 0);
        if (
          !eachSetting(row, open, (settled) => {
            if (!meets(demand, model.truth(of, municipality, settled))) return;
            open.forEach((cell, index) => {
              kept[index] = (kept[index] ?? 0) | (settled[cell] ?? 0);
            });
          })
        )
          continue;
        if (kept.includes(0)) return undefined;
        open.forEach((cell, index) => {
          if (row[cell] === kept[index]) return;
          row[cell] = kept[index] ?? 0;
          changed = true;
        });
      }
    }
  }
  return rows;
}
