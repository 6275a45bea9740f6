import type { Value } from "../query/counting.ts";
import type { Component } from "./components.ts";
import { accepts, type Constraint, targetOf } from "./constraint.ts";
import type { Model } from "./model.ts";
import { type SettingGroup, settingGroups } from "./settings.ts";
import type { Unit } from "./units.ts";

/** What the constraints of a component leave possible. */
export interface ComponentSolution {
  feasible: boolean;
  /** False when the component was too large: everything that it was asked is answered by "possible". */
  exact: boolean;
  /** For each variable, one bit per outcome that some assignment has. */
  possible: readonly number[];
  /** The values of the question, when it is a count. */
  values: readonly Value[];
}

/** More states than this are not followed. */
export const stateCap = 50_000;

/**
 * Solves a component exactly. Municipalities are passed one after another; the state is how far each count has got. What
 * can still lead to an end that fits is found by going back (forward and backward passes over the used counts), which is
 * cheap because counts are small numbers.
 *
 * A state is one whole number with a digit for each count, so that passing a municipality is an addition. Statements
 * that count the same share a digit.
 *
 * @param question a count to be asked of every assignment; it must be among the constraints, which do not hold it to
 *   what is printed
 */
export function solveComponent(
  model: Model,
  units: readonly Unit[],
  { variables, constraints }: Component,
  question?: Constraint,
): ComponentSolution {
  const unknown = (): ComponentSolution => ({
    feasible: true,
    exact: false,
    possible: variables.map(({ municipality, cell }) => units[municipality]?.row[cell] ?? 0),
    values: [],
  });
  const counters = [
    ...new Set(constraints.flatMap(({ counting }) => (counting.kind === "counts" ? counting.counters : []))),
  ];
  const steps: { own: number[]; groups: SettingGroup[] }[] = [];
  const involved = new Set(variables.map(({ municipality }) => municipality));
  for (const municipality of involved) {
    const unit = units[municipality];
    if (!unit) continue;
    const own = variables.flatMap((variable, index) => (variable.municipality === municipality ? [index] : []));
    const cells = own.map((index) => variables[index]?.cell ?? 0);
    const lists = constraints.filter((constraint) => constraint.municipality === municipality);
    const groups = settingGroups(model, unit, cells, lists, counters);
    if (!groups) return unknown();
    steps.push({ own, groups });
  }

  /** What the municipalities add whose cells are no variables here. */
  const bases = counters.map(
    (counter) => units.filter((unit) => !involved.has(unit.municipality) && unit.truth(counter) === "yes").length,
  );
  /** For each count, what all municipalities from a step on add at most and at least. */
  const most = restsOf(steps, counters.length, (adds, index) => adds.some((own) => own[index] === 1));
  const least = restsOf(steps, counters.length, (adds, index) => adds.every((own) => own[index] === 1));
  const spans = (most[0] ?? []).map((top) => top + 1);
  const places: number[] = [];
  let span = 1;
  for (const own of spans) {
    places.push(span);
    span *= own;
  }
  if (span > Number.MAX_SAFE_INTEGER) return unknown();
  const count = (state: number, index: number): number =>
    (bases[index] ?? 0) + (Math.floor(state / (places[index] ?? 1)) % (spans[index] ?? 1));
  const sizes = steps.map(({ groups }) =>
    groups.map(({ adds }) => places.reduce((sum, place, index) => sum + place * (adds[index] ?? 0), 0)),
  );

  const counted = constraints.flatMap((constraint) =>
    constraint.counting.kind === "counts"
      ? [{ constraint, value: constraint.counting.value, own: constraint.counting.counters.map(indexOf) }]
      : [],
  );
  // Counts that one statement alone fixes.
  const targets = counted.flatMap(({ constraint, own: [index = 0] }) => {
    const target = constraint === question ? undefined : targetOf(constraint);
    return target === undefined ? [] : [{ index, target }];
  });

  // Forward: which counts can be reached after each municipality, and still lead to the fixed ones.
  const layers: Set<number>[] = [new Set([0])];
  for (const [passed, own] of sizes.entries()) {
    const bounds = targets.map(({ index, target }) => ({
      index,
      low: target - (most[passed + 1]?.[index] ?? 0),
      high: target - (least[passed + 1]?.[index] ?? 0),
    }));
    const canFit = (state: number) =>
      bounds.every(({ index, low, high }) => {
        const reached = count(state, index);
        return low <= reached && reached <= high;
      });
    const reached = new Set<number>();
    for (const state of layers[passed] ?? [])
      for (const size of own) if (!reached.has(state + size) && canFit(state + size)) reached.add(state + size);
    if (reached.size > stateCap) return unknown();
    layers.push(reached);
  }
  const countsOf = (state: number, own: readonly number[]) => own.map((index) => count(state, index));
  const ends = [...(layers.at(-1) ?? [])].filter((state) =>
    counted.every(({ constraint, own }) => constraint === question || accepts(constraint, countsOf(state, own))),
  );
  if (ends.length === 0) return { feasible: false, exact: true, possible: variables.map(() => 0), values: [] };

  const values = new Map<string, Value>();
  const asked = counted.find(({ constraint }) => constraint === question);
  if (asked)
    for (const state of ends) {
      const value = asked.value(countsOf(state, asked.own));
      values.set(JSON.stringify(value), value);
    }
  return { feasible: true, exact: true, possible: backward(), values: [...values.values()] };

  /** Which settings still lead to an end that fits. */
  function backward(): number[] {
    const possible = variables.map(() => 0);
    let alive = new Set(ends);
    for (let index = steps.length - 1; index >= 0; index--) {
      const before = new Set<number>();
      const { own = [], groups = [] } = steps[index] ?? {};
      groups.forEach(({ bits }, place) => {
        const size = sizes[index]?.[place] ?? 0;
        let isUsable = false;
        for (const state of layers[index] ?? []) {
          if (!alive.has(state + size)) continue;
          before.add(state);
          isUsable = true;
        }
        if (!isUsable) return;
        own.forEach((variable, position) => {
          possible[variable] = (possible[variable] ?? 0) | (bits[position] ?? 0);
        });
      });
      alive = before;
    }
    return possible;
  }

  function indexOf(counter: (typeof counters)[number]): number {
    return counters.indexOf(counter);
  }
}

/** For each step, and after the last one, how many of the steps from it on a test holds of, count by count. */
function restsOf(
  steps: readonly { groups: readonly SettingGroup[] }[],
  width: number,
  holds: (adds: readonly (readonly number[])[], index: number) => boolean,
): number[][] {
  const rests: number[][] = [Array.from({ length: width }, () => 0)];
  for (const { groups } of [...steps].reverse()) {
    const adds = groups.map((group) => group.adds);
    const after = rests[0] ?? [];
    rests.unshift(after.map((sum, index) => sum + (holds(adds, index) ? 1 : 0)));
  }
  return rests;
}
