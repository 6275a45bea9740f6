import type { World } from "../world/world.ts";
import type { Variable } from "./components.ts";
import { type ConsistentSets, consistentSets } from "./consistent-sets.ts";
import { type Constraint, cellsReadBy, predicatesOf } from "./constraint.ts";
import { bitsOf, isOpen } from "./model.ts";
import { type Solver, solverOf } from "./solver.ts";

/** What claims leave possible of a cell that the tables leave open. */
export interface Deduced extends Variable {
  /** Positions in the world's outcomes of the cell, ascending; never empty. */
  possible: readonly number[];
  /** A smallest set of claims that suffices, as far as it is small; empty where nothing follows. */
  because: readonly string[];
  /** The same under the rules that the region has not approved; absent where they add nothing. */
  inferred?: { possible: readonly number[]; because: readonly string[] };
  /** False when a component was too large, or conflicts too many, for the last word. */
  exact: boolean;
}

/** Sets of claims up to this size are all tried for the smallest that suffices; beyond, a set is only made minimal. */
const exhaustiveSize = 2;

/**
 * Deduces open cells from claims. A value stays if and only if some assignment of all open cells has it and satisfies the
 * claims; when claims conflict, if any maximal consistent set of them allows it. Claims that rest on an inferred rule
 * come second and their results stand apart. Without claims every cell stays as the tables have it.
 *
 * @example
 * deduce(world, constraintsOf(definitionsOf(world)))
 */
export function deduce(world: World, constraints: readonly Constraint[]): Deduced[] {
  const solver = solverOf(world, constraints);
  const first = deduceOnce(
    solver,
    constraints.filter(({ inferred }) => !inferred),
  );
  if (!constraints.some(({ inferred }) => inferred)) return first;
  const second = deduceOnce(solver, constraints, first);
  return first.map((cell, index) => {
    const more = second[index];
    const isNarrower =
      more &&
      more.possible.length < cell.possible.length &&
      more.possible.every((position) => cell.possible.includes(position));
    if (!isNarrower) return cell;
    return { ...cell, inferred: { possible: more.possible, because: more.because }, exact: cell.exact && more.exact };
  });
}

/** @param before results that are already explained: a cell that is not narrower than there needs no reasons */
function deduceOnce(solver: Solver, constraints: readonly Constraint[], before?: readonly Deduced[]): Deduced[] {
  const { model } = solver;
  const groups = solver.groupsOf(constraints).map((group) => {
    const found = consistentSets(solver, group);
    const isExact = found.exact && found.sets.every((set) => solver.solve(set).exact);
    return { group, isExact, conflicts: found.conflicts, possible: possibleUnder(solver, found) };
  });
  const inexact = new Set(groups.flatMap(({ group, isExact }) => (isExact ? [] : group)));
  const followed = constraints.map(
    (own) => !inexact.has(own) && predicatesOf(own.counting).every((predicate) => model.isDecidable(predicate)),
  );
  const variables = model.whole.flatMap((row, municipality) =>
    row.flatMap((bits, cell) => (isOpen(bits) ? [{ municipality, cell }] : [])),
  );
  return variables.map((variable, index) => {
    const { municipality, cell } = variable;
    const whole = model.whole[municipality]?.[cell] ?? 0;
    // Groups share no open cell: at most one of them narrows this one.
    const own = groups.find(({ possible }) => possible(variable) !== whole);
    const bits = own?.possible(variable) ?? whole;
    const known = before?.[index] ? maskOf(before[index].possible) : whole;
    const because = own && bits !== known ? reasonsFor(solver, own.group, own.conflicts, variable, bits) : [];
    const exact = followed.every((isFollowed, place) => isFollowed || !reads(constraints[place], cell));
    return { municipality, cell, possible: bitsOf(bits), because, exact };
  });
}

function reads(constraint: Constraint | undefined, cell: number): boolean {
  return constraint !== undefined && cellsReadBy(constraint).includes(cell);
}

/** What each cell can be: anything that one of the sets allows. */
function possibleUnder(solver: Solver, { sets }: ConsistentSets): (variable: Variable) => number {
  const solutions = sets.map((set) => solver.solve(set));
  return ({ municipality, cell }) =>
    solutions.reduce((union, { domains }) => union | (domains[municipality]?.[cell] ?? 0), 0);
}

/** A smallest set of claims that by itself says the same of a cell as the whole group. */
function reasonsFor(
  solver: Solver,
  group: readonly Constraint[],
  conflicts: readonly (readonly Constraint[])[],
  variable: Variable,
  bits: number,
): string[] {
  const isCalm = (some: readonly Constraint[]) =>
    !conflicts.some((conflict) => conflict.every((own) => some.includes(own)));
  const suffices = (some: readonly Constraint[]) =>
    possibleUnder(
      solver,
      isCalm(some) ? { sets: [some], conflicts: [], exact: true } : consistentSets(solver, some),
    )(variable) === bits;
  // One claim at least reads the column. Those that do are tried first, and lists before counts: with them it is quick.
  const isNear = (constraint: Constraint) => reads(constraint, variable.cell);
  const isList = ({ counting }: Constraint) => counting.kind === "members";
  const sorted = [...group.filter(isList), ...group.filter((own) => !isList(own))];
  const near = sorted.filter(isNear);
  const far = sorted.filter((own) => !isNear(own));
  const namesOf = (some: readonly Constraint[]) => group.filter((own) => some.includes(own)).map(({ claim }) => claim);
  // Where nothing conflicts, a claim without which the rest does not suffice is in every set that does.
  const needed = conflicts.length > 0 ? [] : sorted.filter((own) => !suffices(group.filter((other) => other !== own)));
  if (needed.length > 0 && suffices(needed)) return namesOf(needed);
  const others = [...near, ...far].filter((own) => !needed.includes(own));
  for (let size = 1; size <= exhaustiveSize - needed.length; size++)
    for (const more of combinations(others, size)) {
      const chosen = [...needed, ...more];
      if (chosen.some(isNear) && suffices(chosen)) return namesOf(chosen);
    }
  let kept = suffices(near) ? near : group;
  for (const constraint of [...kept.filter((own) => !isList(own)), ...kept.filter(isList)]) {
    const without = kept.filter((other) => other !== constraint);
    if (suffices(without)) kept = without;
  }
  return namesOf(kept);
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= items.length - size; place++)
    for (const rest of combinations(items, size - 1, place + 1)) yield [items[place] as T, ...rest];
}

function maskOf(positions: readonly number[]): number {
  return positions.reduce((mask, position) => mask | (1 << position), 0);
}
