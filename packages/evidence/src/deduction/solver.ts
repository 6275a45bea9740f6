import type { Value } from "../query/counting.ts";
import type { World } from "../world/world.ts";
import { type Component, componentsOf, tiedGroups, touchedBy, type Variable } from "./components.ts";
import { accepts, type Constraint, demandOn, partsOf, predicatesOf } from "./constraint.ts";
import { type Model, modelOf } from "./model.ts";
import { narrow } from "./narrow.ts";
import { remembered } from "./remembered.ts";
import { type ComponentSolution, solveComponent } from "./solve-component.ts";
import { type Unit, unitsOf } from "./units.ts";

/** What some constraints leave possible of all cells. */
export interface Solution {
  feasible: boolean;
  exact: boolean;
  units: readonly Unit[];
  /** The values of the question, where one was asked; none where they cannot be told. */
  values: readonly Value[];
  /** Where nothing is possible: the constraints of the component that failed, when it was one. */
  failed?: readonly Constraint[];
}

/** Solves subsets of the same constraints again and again, remembering everything that it has solved. */
export interface Solver {
  model: Model;
  /** The constraints, lists in parts. */
  constraints: readonly Constraint[];
  /**
   * Those of some constraints that can say something about open cells, in groups that no open cell connects: each can be
   * solved, and its conflicts found, apart from the others.
   */
  groupsOf(constraints: readonly Constraint[]): readonly (readonly Constraint[])[];
  /** The groups of some constraints, whole, that share open cells with those that are asked. */
  groupsAround(asked: readonly Constraint[], constraints: readonly Constraint[]): readonly (readonly Constraint[])[];
  /** Numbers of the open cells of the tables on which a constraint depends; none where cells cannot decide it. */
  reachOf(constraint: Constraint): readonly number[];
  /** @param question a count to ask beside the constraints */
  solve(active: readonly Constraint[], question?: Constraint): Solution;
  /** The same without a question, and only so far as the cells of some other constraints are concerned where that is enough. */
  solveNear(active: readonly Constraint[], asked: readonly Constraint[]): Solution;
  /** False when a constraint cannot hold even by itself. */
  holdsAlone(constraint: Constraint): boolean;
  /** True when all of some constraints are known to hold together, because more of them do. */
  isCalm(active: readonly Constraint[]): boolean;
  /** What one cell can be, by its bits, under constraints that are known to hold together: only its component is solved. */
  possibleAt(active: readonly Constraint[], variable: Variable): number;
}

/** Prepares a world and all constraints that will be asked of it; lists are taken apart here. */
export function solverOf(world: World, whole: readonly Constraint[]): Solver {
  const model = modelOf(world);
  const units = unitsOf(model);
  const ids = world.data.municipalities.map(({ id }) => id);
  const constraints = whole.flatMap((constraint) => partsOf(constraint, ids));
  const numbers = new Map<Constraint, number>();
  const numberOf = (constraint: Constraint): number => {
    const number = numbers.get(constraint) ?? numbers.size;
    numbers.set(constraint, number);
    return number;
  };
  const keys = new WeakMap<readonly Constraint[], string>();
  const keyOf = (all: readonly Constraint[]): string => {
    const key = keys.get(all) ?? Int32Array.from(all, numberOf).sort().join();
    keys.set(all, key);
    return key;
  };
  const reaches = new Map<Constraint, readonly number[]>();
  const components = new Map<string, ComponentSolution>();
  const solved = new WeakMap<Component, ComponentSolution>();
  const calmness = new WeakMap<readonly Constraint[], boolean>();
  let calm: ReadonlySet<Constraint> | undefined;
  const readersOf = new Map<number, Constraint[]>();
  const narrowed = new Map<string, Unit | null>();
  const split = new Map<string, Split | null>();
  const solutions = new Map<string, Solution>();
  return {
    model,
    constraints,
    groupsOf: (some) => tiedGroups(some, reachOf),
    groupsAround,
    reachOf,
    solve,
    solveNear,
    holdsAlone,
    isCalm,
    possibleAt,
  };

  function reachOf(constraint: Constraint): readonly number[] {
    return remembered(reaches, constraint, () => {
      const isDecidable = predicatesOf(constraint.counting).every((predicate) => model.isDecidable(predicate));
      return isDecidable ? [...new Set(touchedBy(units.whole, constraint))] : [];
    });
  }

  function groupsAround(asked: readonly Constraint[], some: readonly Constraint[]): Constraint[][] {
    if (readersOf.size === 0)
      for (const constraint of constraints)
        for (const cell of reachOf(constraint)) remembered(readersOf, cell, () => []).push(constraint);
    const left = new Set(some);
    const seen = new Set<number>();
    const groups: Constraint[][] = [];
    for (const start of new Set(asked.flatMap(reachOf))) {
      if (seen.has(start)) continue;
      seen.add(start);
      const found = new Set<Constraint>();
      const pending = [start];
      for (let cell = pending.pop(); cell !== undefined; cell = pending.pop())
        for (const constraint of readersOf.get(cell) ?? []) {
          if (!left.has(constraint) || found.has(constraint)) continue;
          found.add(constraint);
          for (const next of reachOf(constraint)) {
            if (seen.has(next)) continue;
            seen.add(next);
            pending.push(next);
          }
        }
      if (found.size > 0) groups.push(some.filter((own) => found.has(own)));
    }
    return groups;
  }

  function solve(active: readonly Constraint[], question?: Constraint): Solution {
    const key = keyOf(active);
    if (!question) return remembered(solutions, key, () => solveAnew(active, key));
    return remembered(solutions, `${key}?${numberOf(question)}`, () => ask(active, question));
  }

  function solveNear(active: readonly Constraint[], asked: readonly Constraint[]): Solution {
    if (!isCalm(active)) return solve(active);
    return solveAnew(active, keyOf(active), new Set(asked.flatMap(reachOf)));
  }

  /** The part of a list that says something about open cells can always be met; a count may be out of reach. */
  function holdsAlone(constraint: Constraint): boolean {
    return constraint.counting.kind === "members" || solve([constraint]).feasible;
  }

  function isCalm(active: readonly Constraint[]): boolean {
    calm ??= new Set(
      tiedGroups(constraints.filter(holdsAlone), reachOf)
        .filter((group) => {
          const { feasible, exact } = solve(group);
          return feasible && exact;
        })
        .flat(),
    );
    const known = calm;
    return remembered(calmness, active, () => active.every((constraint) => known.has(constraint)));
  }

  /** @param near where the constraints are known to hold together: the cells that matter, all others may stay wide */
  function solveAnew(active: readonly Constraint[], key: string, near?: ReadonlySet<number>): Solution {
    const infeasible: Solution = { feasible: false, exact: true, units: units.whole, values: [] };
    const parts = splitOf(active, key);
    if (!parts) return infeasible;
    let exact = true;
    const rows = new Map<number, number[]>();
    for (const component of near ? componentsAt(parts, near) : parts.components) {
      const solution = solveOnce(parts.units, component);
      if (!solution.feasible) return { ...infeasible, failed: component.constraints };
      exact &&= solution.exact;
      component.variables.forEach(({ municipality, cell }, index) => {
        const row = rows.get(municipality) ?? [...(parts.units[municipality]?.row ?? [])];
        row[cell] = solution.possible[index] ?? 0;
        rows.set(municipality, row);
      });
    }
    // Counts that the domains have settled belong to no component: they hold or they do not.
    for (const constraint of near ? [] : parts.settled)
      if (!accepts(constraint, settledCounts(constraint, parts.units))) return { ...infeasible, failed: [constraint] };
    const left = parts.units.map((unit, municipality) => {
      const row = rows.get(municipality);
      return row ? units.at(municipality, row) : unit;
    });
    return { feasible: true, exact, units: left, values: [] };
  }

  /** Asks a count of what is left possible: only the components in which it stands matter. */
  function ask(active: readonly Constraint[], question: Constraint): Solution {
    const solution = solveNear(active, [question]);
    const parts = splitOf(active, keyOf(active));
    if (!solution.feasible || !parts || question.counting.kind !== "counts") return solution;
    const near = componentsAt(parts, touchedBy(parts.units, question)).flatMap((component) => component.constraints);
    const component = componentsOf(solution.units, [...near, question]).find(({ constraints: own }) =>
      own.includes(question),
    );
    if (!component) return { ...solution, values: [question.counting.value(settledCounts(question, solution.units))] };
    const { exact, values } = solveComponent(model, solution.units, component, question);
    return { ...solution, exact: solution.exact && exact, values };
  }

  function componentsAt({ places }: Split, keys: Iterable<number>): Component[] {
    const found = new Set<Component>();
    for (const key of keys) {
      const place = places.get(key);
      if (place) found.add(place.component);
    }
    return [...found];
  }

  function possibleAt(active: readonly Constraint[], { municipality, cell }: Variable): number {
    const parts = splitOf(active, keyOf(active));
    if (!parts) return 0;
    const unit = parts.units[municipality];
    const place = parts.places.get(municipality * (unit?.row.length ?? 0) + cell);
    if (!place) return unit?.row[cell] ?? 0;
    return solveOnce(parts.units, place.component).possible[place.index] ?? 0;
  }

  /** Narrows by lists, and splits what is left into components; null when a list cannot be met. */
  function splitOf(active: readonly Constraint[], key: string): Split | null {
    return remembered(split, key, () => {
      const own = byLists(active);
      if (!own) return null;
      const found = componentsOf(own, active);
      const dependent = new Set(found.flatMap((component) => component.constraints));
      const places: Split["places"] = new Map();
      for (const component of found)
        component.variables.forEach(({ municipality, cell }, index) => {
          places.set(municipality * (own[municipality]?.row.length ?? 0) + cell, { component, index });
        });
      const settled = active.filter((constraint) => !dependent.has(constraint));
      return { units: own, components: found, places, settled };
    });
  }

  /** Every municipality narrowed by what the lists ask of it. */
  function byLists(active: readonly Constraint[]): Unit[] | null {
    const lists = new Map<number, Constraint[]>();
    for (const constraint of active) {
      if (constraint.municipality === undefined) continue;
      const own = lists.get(constraint.municipality);
      if (own) own.push(constraint);
      else lists.set(constraint.municipality, [constraint]);
    }
    const found: Unit[] = [];
    for (const unit of units.whole) {
      const own = lists.get(unit.municipality);
      const left = own ? narrowedBy(unit, own) : unit;
      if (!left) return null;
      found.push(left);
    }
    return found;
  }

  function narrowedBy(unit: Unit, lists: readonly Constraint[]): Unit | null {
    return remembered(narrowed, keyOf(lists), () => {
      const asked = lists.flatMap((list) =>
        list.counting.kind === "members"
          ? [{ demand: demandOn(list, ids[unit.municipality] ?? ""), of: list.counting.of }]
          : [],
      );
      const row = narrow(model, unit.municipality, unit.row, asked);
      return row ? units.at(unit.municipality, row) : null;
    });
  }

  /** A component is known by its constraints, the municipalities in it, and what all others add to its counts. */
  function solveOnce(own: readonly Unit[], component: Component): ComponentSolution {
    return remembered(solved, component, () => solveAlike(own, component));
  }

  function solveAlike(own: readonly Unit[], component: Component): ComponentSolution {
    const involved = new Set(component.variables.map(({ municipality }) => municipality));
    let key = `${keyOf(component.constraints)}|`;
    for (const municipality of involved) key += `${own[municipality]?.id},`;
    for (const { counting } of component.constraints)
      if (counting.kind === "counts")
        for (const counter of counting.counters) {
          let base = 0;
          for (const unit of own) if (!involved.has(unit.municipality) && unit.truth(counter) === "yes") base++;
          key += `|${base}`;
        }
    return remembered(components, key, () => solveComponent(model, own, component));
  }

  function settledCounts({ counting }: Constraint, own: readonly Unit[]): number[] {
    if (counting.kind !== "counts") return [];
    return counting.counters.map((counter) => own.filter((unit) => unit.truth(counter) === "yes").length);
  }
}

/** What is left after the lists. */
interface Split {
  units: readonly Unit[];
  components: readonly Component[];
  /** Where each open cell stands, by its number. */
  places: Map<number, { component: Component; index: number }>;
  /** Constraints that belong to no component. */
  settled: readonly Constraint[];
}
