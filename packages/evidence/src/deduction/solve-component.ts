import type { Value } from "../query/counting.ts";
import type { Predicate } from "../world/predicate.ts";
import type { Component } from "./components.ts";
import { accepts, type Constraint, meets, targetOf } from "./constraint.ts";
import { type Domains, eachSetting, type Model } from "./model.ts";

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
 * A state is one whole number with a digit for each count, so that passing a municipality is an addition.
 *
 * @param question a count to be asked of every assignment; it must be among the constraints, which do not hold it to
 *   what is printed
 */
export function solveComponent(
  model: Model,
  domains: Domains,
  { variables, constraints }: Component,
  question?: Constraint,
): ComponentSolution {
  const unknown = (): ComponentSolution => ({
    feasible: true,
    exact: false,
    possible: variables.map(({ municipality, cell }) => domains[municipality]?.[cell] ?? 0),
    values: [],
  });
  const counters = constraints.flatMap(({ counting }) => (counting.kind === "counts" ? counting.counters : []));
  const involved = [...new Set(variables.map(({ municipality }) => municipality))];
  const units: { own: { cell: number; index: number }[]; groups: Group[] }[] = [];
  for (const municipality of involved) {
    const own = variables.flatMap((variable, index) =>
      variable.municipality === municipality ? [{ cell: variable.cell, index }] : [],
    );
    const cells = own.map(({ cell }) => cell);
    const groups = groupsOf(model, domains, municipality, cells, constraints, counters);
    if (!groups) return unknown();
    units.push({ own, groups });
  }
  const digits = counters.map((counter, index) => ({
    /** What the municipalities add whose cells are no variables here. */
    base: domains.filter(
      (row, municipality) => !involved.includes(municipality) && model.truth(counter, municipality, row) === "yes",
    ).length,
    most: units.filter(({ groups }) => groups.some(({ adds }) => adds[index])).length,
  }));
  const places: number[] = [];
  let span = 1;
  for (const { most } of digits) {
    places.push(span);
    span *= most + 1;
  }
  if (span > Number.MAX_SAFE_INTEGER) return unknown();
  const count = (state: number, index: number): number => {
    const { base, most } = digits[index] ?? { base: 0, most: 0 };
    return base + (Math.floor(state / (places[index] ?? 1)) % (most + 1));
  };
  const steps = units.map(({ groups }) =>
    groups.map((group) => ({
      group,
      step: places.reduce((sum, place, index) => sum + place * (group.adds[index] ?? 0), 0),
    })),
  );

  // Where each constraint finds its counts, and the counts that one constraint alone fixes.
  let next = 0;
  const counted = constraints.flatMap((constraint) => {
    if (constraint.counting.kind !== "counts") return [];
    const { counting } = constraint;
    const own = counting.counters.map((_, index) => next + index);
    next += own.length;
    return [{ constraint, counting, own }];
  });
  const targets = counted.flatMap(({ constraint, own: [index = 0] }) => {
    const target = constraint === question ? undefined : targetOf(constraint);
    return target === undefined ? [] : [{ index, target }];
  });

  // Forward: which counts can be reached after each municipality, and still lead to the fixed ones.
  const layers: Set<number>[] = [new Set([0])];
  for (const [passed, unit] of steps.entries()) {
    const rest = units.slice(passed + 1);
    const bounds = targets.map(({ index, target }) => ({
      index,
      low: target - rest.filter(({ groups }) => groups.some(({ adds }) => adds[index])).length,
      high: target - rest.filter(({ groups }) => groups.every(({ adds }) => adds[index])).length,
    }));
    const reached = new Set<number>();
    for (const state of layers[passed] ?? []) for (const { step } of unit) reached.add(state + step);
    for (const state of reached)
      if (bounds.some(({ index, low, high }) => count(state, index) < low || count(state, index) > high))
        reached.delete(state);
    if (reached.size > stateCap) return unknown();
    layers.push(reached);
  }
  const ends = [...(layers.at(-1) ?? [])].filter((state) =>
    counted.every(
      ({ constraint, own }) =>
        constraint === question ||
        accepts(
          constraint,
          own.map((index) => count(state, index)),
        ),
    ),
  );
  if (ends.length === 0) return { feasible: false, exact: true, possible: variables.map(() => 0), values: [] };

  // Backward: which settings still lead to an end that fits.
  const possible = variables.map(() => 0);
  let alive = new Set(ends);
  for (let index = units.length - 1; index >= 0; index--) {
    const before = new Set<number>();
    for (const { group, step } of steps[index] ?? []) {
      let isUsable = false;
      for (const state of layers[index] ?? []) {
        if (!alive.has(state + step)) continue;
        before.add(state);
        isUsable = true;
      }
      if (!isUsable) continue;
      units[index]?.own.forEach((variable, place) => {
        possible[variable.index] = (possible[variable.index] ?? 0) | (group.bits[place] ?? 0);
      });
    }
    alive = before;
  }
  const values = new Map<string, Value>();
  const asked = counted.find(({ constraint }) => constraint === question);
  if (asked)
    for (const state of ends) {
      const value = asked.counting.value(asked.own.map((index) => count(state, index)));
      values.set(JSON.stringify(value), value);
    }
  return { feasible: true, exact: true, possible, values: [...values.values()] };
}

/** Settings of one municipality that add the same to every count. */
interface Group {
  /** 1 or 0 for each count. */
  adds: readonly number[];
  /** For each own variable, the outcomes that occur among the settings. */
  bits: number[];
}

function groupsOf(
  model: Model,
  domains: Domains,
  municipality: number,
  cells: readonly number[],
  constraints: readonly Constraint[],
  counters: readonly Predicate[],
): Group[] | undefined {
  const row = domains[municipality] ?? [];
  // A list may tie other open cells of this municipality in a component of their own: it is kept there.
  const demands = constraints.flatMap((constraint) => {
    const demand = model.demand(constraint, municipality);
    if (!demand || constraint.counting.kind !== "members") return [];
    const { of } = constraint.counting;
    return model.hingesOn(of, municipality, row).every((cell) => cells.includes(cell)) ? [{ demand, of }] : [];
  });
  // Open cells on which nothing here hinges may have any of their values: the first will do.
  const plain = row.map((bits, cell) => (cells.includes(cell) ? bits : bits & -bits));
  const groups = new Map<string, Group>();
  const tried = eachSetting(plain, cells, (settled) => {
    if (demands.some(({ demand, of }) => !meets(demand, model.truth(of, municipality, settled)))) return;
    const adds = counters.map((counter) => (model.truth(counter, municipality, settled) === "yes" ? 1 : 0));
    const key = adds.join();
    const group = groups.get(key) ?? { adds, bits: cells.map(() => 0) };
    cells.forEach((cell, place) => {
      group.bits[place] = (group.bits[place] ?? 0) | (settled[cell] ?? 0);
    });
    groups.set(key, group);
  });
  return tried ? [...groups.values()] : undefined;
}
