import type { Constraint } from "./constraint.ts";
import { remembered } from "./remembered.ts";
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
  const size = units.length * width;
  const ties = tiesOf(size);
  const seen = new Uint8Array(size);
  const firsts = new Int32Array(constraints.length).fill(-1);
  let first = -1;
  const touch = (key: number): void => {
    seen[key] = 1;
    if (first < 0) first = key;
    else ties.join(first, key);
  };
  for (const [index, constraint] of constraints.entries()) {
    first = -1;
    eachTouched(units, constraint, width, touch);
    firsts[index] = first;
  }
  const groups = new Map<number, { variables: Variable[]; constraints: Constraint[] }>();
  const groupAt = (key: number) => remembered(groups, ties.rootOf(key), () => ({ variables: [], constraints: [] }));
  constraints.forEach((constraint, index) => {
    const key = firsts[index] ?? -1;
    if (key >= 0) groupAt(key).constraints.push(constraint);
  });
  for (let key = 0; key < size; key++)
    if (seen[key]) groupAt(key).variables.push({ municipality: Math.floor(key / width), cell: key % width });
  return [...groups.values()];
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
  for (const constraint of constraints) {
    const [first = 0, ...rest] = reachOf(constraint);
    for (const key of rest) ties.join(first, key);
  }
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
  const touched: number[] = [];
  eachTouched(units, constraint, units[0]?.row.length ?? 0, (key) => touched.push(key));
  return touched;
}

function eachTouched(
  units: readonly Unit[],
  { counting, municipality }: Constraint,
  width: number,
  visit: (key: number) => void,
): void {
  const [from, to] = municipality === undefined ? [0, units.length] : [municipality, municipality + 1];
  for (const predicate of counting.kind === "counts" ? counting.counters : [counting.of]) {
    if (predicate.cells.length === 0) continue;
    for (let place = from; place < to; place++) {
      const unit = units[place];
      if (!unit?.isOpen) continue;
      for (const cell of unit.hinges(predicate)) visit(place * width + cell);
    }
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
  const join = (a: number, b: number): void => {
    parents[rootOf(b)] = rootOf(a);
  };
  return { rootOf, join };
}
