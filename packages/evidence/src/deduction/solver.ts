import type { Value } from "../query/counting.ts";
import type { World } from "../world/world.ts";
import { type Component, componentsOf, openCellsOf, tiedGroups } from "./components.ts";
import { accepts, type Constraint, cellsReadBy } from "./constraint.ts";
import { type Domains, type Model, modelOf } from "./model.ts";
import { narrow } from "./narrow.ts";
import { type ComponentSolution, solveComponent } from "./solve-component.ts";

/** What some constraints leave possible of all cells. */
export interface Solution {
  feasible: boolean;
  exact: boolean;
  domains: Domains;
  /** The values of the question, where one was asked; none where they cannot be told. */
  values: readonly Value[];
  /** Where nothing is possible: the constraints of the component that failed, when it was one. */
  failed?: readonly Constraint[];
}

/** Solves subsets of the same constraints again and again, remembering everything that it has solved. */
export interface Solver {
  model: Model;
  constraints: readonly Constraint[];
  /**
   * Those of some constraints that can say something about open cells, in groups that no open cell connects: each can be
   * solved, and its conflicts found, apart from the others.
   */
  groupsOf(constraints: readonly Constraint[]): readonly (readonly Constraint[])[];
  /** Numbers of the open cells of the tables on which a constraint depends; none where cells cannot decide it. */
  reachOf(constraint: Constraint): readonly number[];
  /** @param question a count to ask beside the constraints */
  solve(active: readonly Constraint[], question?: Constraint): Solution;
}

/** Prepares a world and all constraints that will be asked of it. */
export function solverOf(world: World, constraints: readonly Constraint[]): Solver {
  const model = modelOf(world);
  const numbers = new Map<Constraint, number>();
  const numberOf = (constraint: Constraint): number => {
    const number = numbers.get(constraint) ?? numbers.size;
    numbers.set(constraint, number);
    return number;
  };
  const keyOf = (all: readonly Constraint[]) =>
    all
      .map(numberOf)
      .sort((a, b) => a - b)
      .join();
  const reaches = new Map<Constraint, readonly number[]>();
  const groups = new Map<string, readonly (readonly Constraint[])[]>();
  const components = new Map<string, ComponentSolution>();
  const solutions = new Map<string, Solution>();
  return { model, constraints, groupsOf, reachOf, solve };

  function reachOf(constraint: Constraint): readonly number[] {
    return remembered(reaches, constraint, () => openCellsOf(model, constraint));
  }

  function groupsOf(some: readonly Constraint[]): readonly (readonly Constraint[])[] {
    return remembered(groups, some.map(numberOf).join(), () => tiedGroups(some, reachOf));
  }

  function solve(active: readonly Constraint[], question?: Constraint): Solution {
    const key = `${keyOf(active)}?${question ? numberOf(question) : ""}`;
    return remembered(solutions, key, () => (question ? ask(active, question) : solveAnew(active)));
  }

  function solveAnew(active: readonly Constraint[]): Solution {
    const infeasible: Solution = { feasible: false, exact: true, domains: model.whole, values: [] };
    const narrowed = narrow(model, model.whole, active);
    if (!narrowed) return infeasible;
    let exact = true;
    // Counts that the domains have settled belong to no component: they hold or they do not.
    const dependent = new Set<Constraint>();
    for (const component of componentsOf(model, narrowed, active)) {
      for (const constraint of component.constraints) dependent.add(constraint);
      const solved = solveOnce(narrowed, component);
      if (!solved.feasible) return { ...infeasible, failed: component.constraints };
      exact &&= solved.exact;
      component.variables.forEach(({ municipality, cell }, index) => {
        const row = narrowed[municipality];
        if (row) row[cell] = solved.possible[index] ?? 0;
      });
    }
    for (const constraint of active)
      if (!dependent.has(constraint) && !accepts(constraint, settledCounts(constraint, narrowed)))
        return { ...infeasible, failed: [constraint] };
    return { feasible: true, exact, domains: narrowed, values: [] };
  }

  /** Asks a count of what is left possible: only the component in which it stands matters. */
  function ask(active: readonly Constraint[], question: Constraint): Solution {
    const solution = solve(active);
    if (!solution.feasible || question.counting.kind !== "counts") return solution;
    const component = componentsOf(model, solution.domains, [...active, question]).find(({ constraints: own }) =>
      own.includes(question),
    );
    if (!component)
      return { ...solution, values: [question.counting.value(settledCounts(question, solution.domains))] };
    const { exact, values } = solveComponent(model, solution.domains, component, question);
    return { ...solution, exact: solution.exact && exact, values };
  }

  /** A component is known by its constraints, its cells and all that the constraints read. */
  function solveOnce(domains: Domains, component: Component): ComponentSolution {
    const read = [...new Set(component.constraints.flatMap(cellsReadBy))];
    const key = [
      keyOf(component.constraints),
      component.variables.map(({ municipality, cell }) => `${municipality}.${cell}`).join(),
      domains.map((row) => read.map((cell) => row[cell]).join()).join(";"),
    ].join("|");
    return remembered(components, key, () => solveComponent(model, domains, component));
  }

  function settledCounts({ counting }: Constraint, domains: Domains): number[] {
    if (counting.kind !== "counts") return [];
    return counting.counters.map((counter) =>
      domains.reduce((sum, row, municipality) => sum + (model.truth(counter, municipality, row) === "yes" ? 1 : 0), 0),
    );
  }
}

function remembered<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
