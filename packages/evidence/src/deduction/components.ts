import { type Constraint, predicatesOf } from "./constraint.ts";
import type { Unit } from "./units.ts";

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
 * cells on which it still depends; the part of a list ties those of its municipality. A predicate that is settled depends
 * on nothing any more. Open cells on which nothing depends are in no component.
 */
export function componentsOf(units: readonly Unit[], constraints: readonly Constraint[]): Component[] {
  const width = units[0]?.row.length ?? 0;
  const ties = tiesOf(units.length * width);
  const touches = constraints.map((constraint) => {
    const keys = touchedBy(units, constraint);
    ties.tie(keys);
    return keys;
  });
  const groups = new Map<number, { keys: Set<number>; constraints: Constraint[] }>();
  touches.forEach((keys, index) => {
    const [first] = keys;
    const constraint = constraints[index];
    if (first === undefined || !constraint) return;
    const root = ties.rootOf(first);
    const group = groups.get(root) ?? { keys: new Set(), constraints: [] };
    for (const key of keys) group.keys.add(key);
    group.constraints.push(constraint);
    groups.set(root, group);
  });
  return [...groups.values()].map(({ keys, constraints: own }) => ({
    variables: [...keys]
      .sort((a, b) => a - b)
      .map((key) => ({ municipality: Math.floor(key / width), cell: key % width })),
    constraints: own,
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
  const most = constraints.reduce((top, own) => reachOf(own).reduce((a, b) => Math.max(a, b), top), -1);
  const ties = tiesOf(most + 1);
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

/** Numbers of the open cells on which a constraint depends; a cell may be told twice. */
export function touchedBy(units: readonly Unit[], constraint: Constraint): number[] {
  const width = units[0]?.row.length ?? 0;
  const touched: number[] = [];
  for (const predicate of predicatesOf(constraint.counting)) {
    if (predicate.cells.length === 0) continue;
    if (constraint.municipality === undefined) for (const unit of units) add(unit, predicate);
    else add(units[constraint.municipality], predicate);
  }
  return touched;

  function add(unit: Unit | undefined, predicate: Parameters<Unit["hinges"]>[0]): void {
    if (unit) for (const cell of unit.hinges(predicate)) touched.push(unit.municipality * width + cell);
  }
}

/** Numbers below `size` that belong together: a union-find. */
function tiesOf(size: number) {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  const rootOf = (key: number): number => {
    let root = key;
    while (parents[root] !== root) root = parents[root] as number;
    parents[key] = root;
    return root;
  };
  const tie = (keys: readonly number[]): void => {
    const [first] = keys;
    if (first !== undefined) for (const key of keys) parents[rootOf(key)] = rootOf(first);
  };
  return { rootOf, tie };
}
