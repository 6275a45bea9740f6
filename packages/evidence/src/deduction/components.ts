import { type Constraint, predicatesOf } from "./constraint.ts";
import type { Domains, Model } from "./model.ts";

/** A cell whose value is open. */
export interface Variable {
  municipality: number;
  cell: number;
}

/** Open cells that constraints tie together, and the constraints that do. */
export interface Component {
  variables: readonly Variable[];
  constraints: readonly Constraint[];
}

/**
 * Splits the open cells that constraints depend on into components that no constraint connects. A count ties all the
 * cells on which it still depends; a list ties only those of one municipality. A predicate that is settled by the domains
 * depends on nothing any more. Open cells on which nothing depends are in no component.
 */
export function componentsOf(model: Model, domains: Domains, constraints: readonly Constraint[]): Component[] {
  const ties = tiesOf();
  const width = model.world.program.cells.length;
  const touches = constraints.map((constraint) => {
    const touched = touchedBy(model, domains, constraint);
    for (const keys of constraint.counting.kind === "members" ? touched : [touched.flat()]) ties.tie(keys);
    return touched.flat();
  });
  const groups = new Map<number, Set<number>>();
  for (const key of touches.flat()) {
    const root = ties.rootOf(key);
    groups.set(root, (groups.get(root) ?? new Set()).add(key));
  }
  return [...groups].map(([root, keys]) => ({
    variables: [...keys]
      .sort((a, b) => a - b)
      .map((key) => ({ municipality: Math.floor(key / width), cell: key % width })),
    constraints: constraints.filter((_, index) => touches[index]?.some((key) => ties.rootOf(key) === root)),
  }));
}

/**
 * Splits constraints into groups that share no open cell of the tables. Those that depend on no open cell are in none:
 * right or wrong, they say nothing about open cells.
 *
 * @param reachOf the open cells of the tables on which a constraint depends
 */
export function tiedGroups(
  constraints: readonly Constraint[],
  reachOf: (constraint: Constraint) => readonly number[],
): Constraint[][] {
  const ties = tiesOf();
  for (const constraint of constraints) ties.tie(reachOf(constraint));
  const groups = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    const [first] = reachOf(constraint);
    if (first === undefined) continue;
    const root = ties.rootOf(first);
    const group = groups.get(root) ?? [];
    group.push(constraint);
    groups.set(root, group);
  }
  return [...groups.values()];
}

/** Numbers of the open cells of the tables on which a constraint depends; none where cells cannot decide it. */
export function openCellsOf(model: Model, constraint: Constraint): number[] {
  const isDecidable = predicatesOf(constraint.counting).every((predicate) => model.isDecidable(predicate));
  return isDecidable ? [...new Set(touchedBy(model, model.whole, constraint).flat())] : [];
}

/** By municipality, numbers of the open cells on which a constraint depends. */
function touchedBy(model: Model, domains: Domains, constraint: Constraint): number[][] {
  const width = model.world.program.cells.length;
  const isList = constraint.counting.kind === "members";
  const predicates = predicatesOf(constraint.counting);
  const touched: number[][] = [];
  for (const [municipality, row] of domains.entries()) {
    if (isList && model.demand(constraint, municipality) === undefined) continue;
    const own: number[] = [];
    for (const predicate of predicates)
      for (const cell of model.hingesOn(predicate, municipality, row)) own.push(municipality * width + cell);
    if (own.length > 0) touched.push(own);
  }
  return touched;
}

/** Numbers that belong together: a union-find. */
function tiesOf() {
  const parents = new Map<number, number>();
  const rootOf = (key: number): number => {
    let root = key;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    parents.set(key, root);
    return root;
  };
  const tie = ([first, ...others]: readonly number[]): void => {
    if (first !== undefined) for (const key of others) parents.set(rootOf(key), rootOf(first));
  };
  return { rootOf, tie };
}
