import type { Value } from "../query/counting.ts";
import type { World } from "../world/world.ts";
import { type Component, componentsOf, tiedGroups, touchedBy, type Variable } from "./components.ts";
import { accepts, type Constraint, demandOn, partsOf } from "./constraint.ts";
import { type Model, modelOf } from "./model.ts";
import { narrow } from "./narrow.ts";
import { numberingOf } from "./numbering.ts";
import { type Reaches, reachesIn } from "./reaches.ts";
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
export interface Solver extends Reaches {
  model: Model;
  /** The constraints, lists in parts. */
  constraints: readonly Constraint[];
  /** What the tables alone leave of every municipality. */
  whole: readonly Unit[];
  /**
   * Those of some constraints that can say something about open cells, in groups that no open cell connects: each can be
   * solved, and its conflicts found, apart from the others.
   */
  groupsOf(constraints: readonly Constraint[]): readonly (readonly Constraint[])[];
  /** @param question a count to ask beside the constraints */
  solve(active: readonly Constraint[], question?: Constraint): Solution;
  /** The same without a question, and only so far as the cells of some other constraints are concerned where that is enough. */
  solveNear(active: readonly Constraint[], asked: readonly Constraint[]): Solution;
  /** Smallest sets of several constraints that cannot hold together, as far as any search has met them. */
  conflicts: (readonly Constraint[])[];
  /** False when a constraint cannot hold even by itself. */
  holdsAlone(constraint: Constraint): boolean;
  /** True when all of some constraints are known to hold together, because more of them do. */
  isCalm(active: readonly Constraint[]): boolean;
  /** Can the part of a list hold beside constraints that can hold together? Only what is tied to it is solved. */
  canJoin(part: Constraint, active: readonly Constraint[]): boolean;
  /** What one cell can be, by its bits, under constraints that are known to hold together: only its component is solved. */
  possibleAt(active: readonly Constraint[], variable: Variable): number;
}

/** Prepares a world and all constraints that will be asked of it; lists are taken apart here. */
export function solverOf(world: World, whole: readonly Constraint[]): Solver {
  const model = modelOf(world);
  const units = unitsOf(model);
  const ids = world.data.municipalities.map(({ id }) => id);
  const constraints = whole.flatMap((constraint) => partsOf(constraint, ids));
  const { numberOf, keyOf } = numberingOf(constraints);
  const { reachOf, groupsAround } = reachesIn(model, units.whole, constraints);
  const components = new Map<string, ComponentSolution>();
  const solved = new WeakMap<Component, ComponentSolution>();
  const calmness = new WeakMap<readonly Constraint[], boolean>();
  let calm: ReadonlySet<Constraint> | undefined;
  const narrowed = new Map<string, Unit | null>();
  const split = new Map<string, Split | null>();
  const solutions = new Map<string, Solution>();
  return {
    model,
    constraints,
    whole: units.whole,
    groupsOf: (some) => tiedGroups(some, reachOf),
    groupsAround,
    reachOf,
    solve,
    solveNear,
    conflicts: [],
    holdsAlone,
    isCalm,
    canJoin,
    possibleAt,
  };

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

  function canJoin(part: Constraint, active: readonly Constraint[]): boolean {
    const parts = splitOf(active, keyOf(active));
    const { municipality } = part;
    const unit = municipality === undefined ? undefined : parts?.units[municipality];
    if (!parts || !unit || municipality === undefined) return solve([...active, part]).feasible;
    const own = active.filter((other) => other.municipality === municipality);
    const left = narrowedBy(unit, [...own, part]);
    if (!left) return false;
    const changed = parts.units.with(municipality, left);
    const start = municipality * unit.row.length;
    const tied = componentsAt(
      parts,
      unit.row.map((_, cell) => start + cell),
    );
    const near = [...tied.flatMap((component) => component.constraints), part];
    const found = componentsOf(changed, near);
    const dependent = new Set(found.flatMap((component) => component.constraints));
    return (
      near.every((other) => dependent.has(other) || accepts(other, settledCounts(other, changed))) &&
      found.every((component) => solveOnce(changed, component).feasible)
    );
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
    const lists: Constraint[][] = [];
    for (const constraint of active) {
      const { municipality } = constraint;
      if (municipality === undefined) continue;
      const own = lists[municipality];
      if (own) own.push(constraint);
      else lists[municipality] = [constraint];
    }
    const found: Unit[] = [];
    for (const unit of units.whole) {
      const own = lists[unit.municipality];
      const left = own ? narrowedBy(unit, own) : unit;
      if (!left) return null;
      found.push(left);
    }
    return found;
  }

  function narrowedBy(unit: Unit, lists: readonly Constraint[]): Unit | null {
    let key = "";
    for (const list of lists) key += `${numberOf(list)},`;
    return remembered(narrowed, key, () => {
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
