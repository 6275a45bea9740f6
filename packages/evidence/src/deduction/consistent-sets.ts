import type { Constraint } from "./constraint.ts";
import type { Solver } from "./solver.ts";

/** The maximal sets of constraints that can hold together; one, all of them, when nothing conflicts. */
export interface ConsistentSets {
  sets: readonly (readonly Constraint[])[];
  /** Smallest sets that cannot hold together, found on the way. */
  conflicts: readonly (readonly Constraint[])[];
  /** False when the search was cut short. */
  exact: boolean;
}

/** So many ways to leave out constraints are looked at. */
const nodeCap = 200;

/**
 * Finds all maximal consistent sets of constraints that are tied together, by a hitting-set tree (Reiter, A theory of diagnosis from first principles, 1987): a
 * conflict is made minimal, and each of its members is left out in turn until nothing conflicts. Cut short, the empty set
 * is among the sets: what was not looked at may allow anything.
 */
export function consistentSets(solver: Solver, all: readonly Constraint[]): ConsistentSets {
  // What cannot hold even by itself is a conflict of one, and in no set.
  const conflicts: (readonly Constraint[])[] = all.filter((own) => !solver.holdsAlone(own)).map((own) => [own]);
  const constraints = conflicts.length === 0 ? all : all.filter((own) => solver.holdsAlone(own));
  if (solver.isCalm(constraints)) return { sets: [constraints], conflicts, exact: true };
  const whole = new Set(constraints);
  const dropped: ReadonlySet<Constraint>[] = [];
  let level: ReadonlySet<Constraint>[] = [new Set()];
  const seen = new Set<string>();
  let nodes = 0;
  while (level.length > 0) {
    const next: ReadonlySet<Constraint>[] = [];
    for (const drop of level) {
      if (dropped.some((smaller) => [...smaller].every((constraint) => drop.has(constraint)))) continue;
      if (++nodes > nodeCap) return { sets: [...setsOf(), []], conflicts, exact: false };
      const kept = constraints.filter((constraint) => !drop.has(constraint));
      const met = conflicts.find((conflict) => conflict.every((constraint) => !drop.has(constraint)));
      const known =
        met ?? solver.conflicts.find((conflict) => conflict.every((own) => whole.has(own) && !drop.has(own)));
      if (!known && solver.solve(kept).feasible) {
        dropped.push(drop);
        continue;
      }
      const conflict = known ?? smallestConflict(solver, kept);
      if (!known) solver.conflicts.push(conflict);
      if (!met) conflicts.push(conflict);
      for (const constraint of conflict) {
        const more = new Set([...drop, constraint]);
        const key = [...more]
          .map(({ claim, municipality }) => `${claim} ${municipality ?? ""}`)
          .sort()
          .join();
        if (!seen.has(key)) next.push(more);
        seen.add(key);
      }
    }
    level = next;
  }
  return { sets: setsOf(), conflicts, exact: true };

  function setsOf() {
    return dropped.map((drop) => constraints.filter((constraint) => !drop.has(constraint)));
  }
}

/**
 * Leaves out of a conflicting set whatever is not needed for the conflict. Lists go last: they keep the open cells few,
 * and with them every attempt is quick.
 */
function smallestConflict(solver: Solver, constraints: readonly Constraint[]): Constraint[] {
  const isList = ({ counting }: Constraint) => counting.kind === "members";
  const { failed } = solver.solve(constraints);
  const near = failed
    ? constraints.filter((constraint) => isList(constraint) || failed.includes(constraint))
    : constraints;
  let kept = solver.solve(near).feasible ? [...constraints] : [...near];
  for (const constraint of [...kept.filter((own) => !isList(own)), ...kept.filter(isList)]) {
    const without = kept.filter((other) => other !== constraint);
    if (!solver.solve(without).feasible) kept = without;
  }
  return kept;
}
