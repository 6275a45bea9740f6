import { finished, type Progress } from "../steps/steps.ts";
import type { World } from "../world/world.ts";
import type { Variable } from "./components.ts";
import { consistentSets } from "./consistent-sets.ts";
import { type Constraint, cellsReadBy, predicatesOf } from "./constraint.ts";
import { bitsOf, isOpen } from "./model.ts";
import { type PossibleAt, possibleUnder, type Reasons, reasonsIn } from "./reasons.ts";
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

/**
 * Deduces open cells from claims. A value stays if and only if some assignment of all open cells has it and satisfies the
 * claims; when claims conflict, if any maximal consistent set of them allows it. A list is one statement per municipality
 * here: where one of them cannot hold the others still do. Claims that rest on an inferred rule come second and their
 * results stand apart. Without claims every cell stays as the tables have it.
 *
 * @example
 * deduce(world, constraintsOf(definitionsOf(world)))
 */
export function deduce(world: World, constraints: readonly Constraint[]): Deduced[] {
  return finished(deduceSteps(world, constraints));
}

/** The same step by step, cell by cell, for a page that must not freeze. */
export function* deduceSteps(world: World, constraints: readonly Constraint[]): Generator<Progress, Deduced[]> {
  const solver = solverOf(world, constraints);
  const parts = solver.constraints;
  const sure = parts.filter(({ inferred }) => !inferred);
  const isAll = sure.length === parts.length;
  const first = yield* deduceOnce(solver, sure, isAll ? 1 : 2);
  if (isAll) return first;
  const second = yield* deduceOnce(solver, parts, 2, first);
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
function* deduceOnce(
  solver: Solver,
  constraints: readonly Constraint[],
  rounds: number,
  before?: readonly Deduced[],
): Generator<Progress, Deduced[]> {
  const { model } = solver;
  const groups: { group: readonly Constraint[]; isExact: boolean; reasons: Reasons; possible: PossibleAt }[] = [];
  for (const group of solver.groupsOf(constraints)) {
    const found = consistentSets(solver, group);
    const isExact = found.exact && found.sets.every((set) => solver.solve(set).exact);
    groups.push({ group, isExact, reasons: reasonsIn(solver, group, found), possible: possibleUnder(solver, found) });
  }
  // A list that asks nothing of open cells is followed; a count over what cells cannot decide is not.
  const inexact = new Set(groups.flatMap(({ group, isExact }) => (isExact ? [] : group)));
  const clouded = new Set(
    constraints
      .filter((own) => inexact.has(own) || !predicatesOf(own.counting).every(model.isDecidable))
      .flatMap(cellsReadBy),
  );
  const variables = model.whole.flatMap((row, municipality) =>
    row.flatMap((bits, cell) => (isOpen(bits) ? [{ municipality, cell }] : [])),
  );
  const total = variables.length * rounds;
  const results: Deduced[] = [];
  for (const [index, variable] of variables.entries()) {
    const { municipality, cell } = variable;
    const whole = model.whole[municipality]?.[cell] ?? 0;
    // Groups share no open cell: at most one of them narrows this one.
    const own = groups.find(({ possible }) => possible(variable) !== whole);
    const bits = own?.possible(variable) ?? whole;
    const known = before?.[index] ? maskOf(before[index].possible) : whole;
    const because = own && bits !== known ? own.reasons(variable, bits) : [];
    results.push({ municipality, cell, possible: bitsOf(bits), because, exact: !clouded.has(cell) });
    yield { done: index + 1 + (before ? variables.length : 0), total };
  }
  return results;
}

function maskOf(positions: readonly number[]): number {
  return positions.reduce((mask, position) => mask | (1 << position), 0);
}
