import type { Predicate } from "../world/predicate.ts";
import { type Constraint, demandOn, meets } from "./constraint.ts";
import { eachSetting, type Model } from "./model.ts";
import type { Pattern, Unit } from "./units.ts";

/** Settings of one municipality that add the same to every count. */
export interface SettingGroup {
  /** 1 or 0 for each count. */
  adds: readonly number[];
  /** For each own cell, the outcomes that occur among the settings. */
  bits: readonly number[];
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
  // Lists have narrowed the cells already; only one that reads several cells together has more to say.
  const demands = lists.flatMap((list) =>
    list.counting.kind === "members" && unit.truth(list.counting.of) === "maybe"
      ? [{ demand: demandOn(list, id), of: list.counting.of }]
      : [],
  );
  // What is settled here adds the same whatever the setting; the rest is looked at setting by setting.
  const adds: number[] = counters.map((counter) => (unit.truth(counter) === "yes" ? 1 : 0));
  const moving = counters.flatMap((counter, index) => (unit.hinges(counter).length > 0 ? [{ counter, index }] : []));
  const found = unit.remembered(
    [
      cells.join(),
      demands.map(({ demand, of }) => `${demand}${model.numberOf(of)}`).join(),
      moving.map(({ counter }) => model.numberOf(counter)).join(),
    ].join("|"),
    tried,
  );
  return found?.map(({ truths, bits }) => {
    const own = [...adds];
    moving.forEach(({ index }, place) => {
      own[index] = Number(truths[place]);
    });
    return { adds: own, bits };
  });

  function tried(): Pattern[] | undefined {
    // Open cells on which nothing here hinges may have any of their values: the first will do.
    const plain = row.map((bits, cell) => (cells.includes(cell) ? bits : bits & -bits));
    const patterns = new Map<string, Pattern>();
    const isTried = eachSetting(plain, cells, (settled) => {
      for (const { demand, of } of demands) if (!meets(demand, model.test(of, municipality, settled))) return;
      let truths = "";
      for (const { counter } of moving) truths += model.test(counter, municipality, settled) === "yes" ? "1" : "0";
      let pattern = patterns.get(truths);
      if (!pattern) {
        pattern = { truths, bits: cells.map(() => 0) };
        patterns.set(truths, pattern);
      }
      for (let place = 0; place < cells.length; place++)
        pattern.bits[place] = (pattern.bits[place] ?? 0) | (settled[cells[place] ?? 0] ?? 0);
    });
    return isTried ? [...patterns.values()] : undefined;
  }
}
