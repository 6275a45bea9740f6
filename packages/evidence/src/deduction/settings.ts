import type { Predicate } from "../world/predicate.ts";
import { type Constraint, demandOn, meets } from "./constraint.ts";
import { eachSetting, type Model } from "./model.ts";
import type { Unit } from "./units.ts";

/** Settings of one municipality that add the same to every count. */
export interface SettingGroup {
  /** 1 or 0 for each count. */
  adds: readonly number[];
  /** For each own cell, the outcomes that occur among the settings. */
  bits: number[];
}

/**
 * The settings of some cells of a municipality that its lists allow, grouped by what they add to the counts. Undefined
 * when they are too many to be tried.
 *
 * @param lists the parts of lists that speak of this municipality
 */
export function settingGroups(
  model: Model,
  unit: Unit,
  cells: readonly number[],
  lists: readonly Constraint[],
  counters: readonly Predicate[],
): SettingGroup[] | undefined {
  const { municipality, row } = unit;
  const id = model.world.data.municipalities[municipality]?.id ?? "";
  const demands = lists.flatMap((list) =>
    list.counting.kind === "members" ? [{ demand: demandOn(list, id), of: list.counting.of }] : [],
  );
  // What is settled here adds the same whatever the setting; the rest is looked at setting by setting.
  const adds: number[] = counters.map((counter) => (unit.truth(counter) === "yes" ? 1 : 0));
  const moving = counters.flatMap((counter, index) => (unit.hinges(counter).length > 0 ? [{ counter, index }] : []));
  // Open cells on which nothing here hinges may have any of their values: the first will do.
  const plain = row.map((bits, cell) => (cells.includes(cell) ? bits : bits & -bits));
  const groups = new Map<string, SettingGroup>();
  const isTried = eachSetting(plain, cells, (settled) => {
    for (const { demand, of } of demands) if (!meets(demand, model.test(of, municipality, settled))) return;
    let key = "";
    for (const { counter } of moving) key += model.test(counter, municipality, settled) === "yes" ? "1" : "0";
    let group = groups.get(key);
    if (!group) {
      const own = [...adds];
      moving.forEach(({ index }, place) => {
        own[index] = Number(key[place]);
      });
      group = { adds: own, bits: cells.map(() => 0) };
      groups.set(key, group);
    }
    for (let place = 0; place < cells.length; place++)
      group.bits[place] = (group.bits[place] ?? 0) | (settled[cells[place] ?? 0] ?? 0);
  });
  return isTried ? [...groups.values()] : undefined;
}
