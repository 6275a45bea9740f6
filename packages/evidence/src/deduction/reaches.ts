import { touchedBy } from "./components.ts";
import { type Constraint, predicatesOf } from "./constraint.ts";
import type { Model } from "./model.ts";
import { remembered } from "./remembered.ts";
import type { Unit } from "./units.ts";

/** Which open cells of the tables constraints depend on, and so which of them are tied together. */
export interface Reaches {
  /** Numbers of the open cells of the tables on which a constraint depends; none where cells cannot decide it. */
  reachOf(constraint: Constraint): readonly number[];
  /**
   * The groups, whole, of those constraints that may speak and share open cells with those that are asked, be it through
   * others; each in the order of the constraints.
   */
  groupsAround(
    asked: readonly Constraint[],
    maySpeak: (constraint: Constraint) => boolean,
  ): readonly (readonly Constraint[])[];
}

/** Prepares the reaches of constraints; what is asked need not be one of them. */
export function reachesIn(model: Model, whole: readonly Unit[], constraints: readonly Constraint[]): Reaches {
  const reaches = new Map<Constraint, readonly number[]>();
  /** Positions of the constraints that depend on a cell. */
  let readers: Map<number, number[]> | undefined;
  return { reachOf, groupsAround };

  function reachOf(constraint: Constraint): readonly number[] {
    return remembered(reaches, constraint, () => {
      const isDecidable = predicatesOf(constraint.counting).every((predicate) => model.isDecidable(predicate));
      return isDecidable ? [...new Set(touchedBy(whole, constraint))] : [];
    });
  }

  function readersOf(cell: number): readonly number[] {
    if (!readers) {
      const found = new Map<number, number[]>();
      for (const [position, constraint] of constraints.entries())
        for (const key of reachOf(constraint)) remembered(found, key, () => []).push(position);
      readers = found;
    }
    return readers.get(cell) ?? [];
  }

  function groupsAround(asked: readonly Constraint[], maySpeak: (constraint: Constraint) => boolean): Constraint[][] {
    const seen = new Set<number>();
    const groups: Constraint[][] = [];
    for (const start of asked.flatMap(reachOf)) {
      if (seen.has(start)) continue;
      seen.add(start);
      const found = new Map<number, Constraint>();
      const pending = [start];
      for (let cell = pending.pop(); cell !== undefined; cell = pending.pop())
        for (const position of readersOf(cell)) {
          const constraint = constraints[position];
          if (!constraint || found.has(position) || !maySpeak(constraint)) continue;
          found.set(position, constraint);
          for (const next of reachOf(constraint)) {
            if (seen.has(next)) continue;
            seen.add(next);
            pending.push(next);
          }
        }
      if (found.size > 0) groups.push([...found].sort(([a], [b]) => a - b).map(([, constraint]) => constraint));
    }
    return groups;
  }
}
