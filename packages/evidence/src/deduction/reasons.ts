import type { Variable } from "./components.ts";
import { type ConsistentSets, consistentSets } from "./consistent-sets.ts";
import type { Constraint } from "./constraint.ts";
import type { Solver } from "./solver.ts";

/** What one cell can be, one bit per outcome. */
export type PossibleAt = (variable: Variable) => number;

/** A smallest set of claims, by id, that by itself says of a cell what the whole group says. */
export type Reasons = (variable: Variable, bits: number) => string[];

/** Sets of claims up to this size are all tried for the smallest that suffices; beyond, a set is only made minimal. */
const exhaustiveSize = 2;

/** What each cell can be: anything that one of the sets allows. */
export function possibleUnder(solver: Solver, { sets }: ConsistentSets): PossibleAt {
  const solutions = sets.map((set) => solver.solve(set));
  return ({ municipality, cell }) =>
    solutions.reduce((union, { units }) => union | (units[municipality]?.row[cell] ?? 0), 0);
}

/** A claim with all its parts in the group. */
interface Statement {
  claim: string;
  parts: readonly Constraint[];
  isList: boolean;
}

/** Prepares the search for reasons in a group of claims whose conflicts are known. */
export function reasonsIn(solver: Solver, all: readonly Constraint[], found: ConsistentSets): Reasons {
  // What cannot hold even by itself is in no set and is no reason.
  const conflicts = found.conflicts.filter(({ length }) => length > 1);
  const group = all.filter((own) => solver.holdsAlone(own));
  const byClaim = new Map<string, Constraint[]>();
  for (const constraint of group) byClaim.set(constraint.claim, [...(byClaim.get(constraint.claim) ?? []), constraint]);
  const statements = [...byClaim].map(
    ([claim, parts]): Statement => ({
      claim,
      parts,
      isList: parts.every(({ counting }) => counting.kind === "members"),
    }),
  );
  // Claims that read the cell are tried first, and lists before counts: with them it is quick.
  const sorted = [...statements.filter(({ isList }) => isList), ...statements.filter(({ isList }) => !isList)];
  const width = solver.model.world.program.cells.length;
  const conflictsOf = conflicts.map((conflict) => new Set(conflict));
  const chosen = new Map<string, readonly Constraint[]>();
  /** The same statements are always the same array: what was solved is found again at once. */
  const partsOf = (some: readonly Statement[]): readonly Constraint[] => {
    const key = some.map(({ claim }) => claim).join("\n");
    const parts = chosen.get(key) ?? some.flatMap((own) => own.parts);
    chosen.set(key, parts);
    return parts;
  };
  const without = new Map(statements.map((own) => [own, statements.filter((other) => other !== own)]));
  const namesOf = (some: readonly Statement[]) =>
    statements.filter((own) => some.includes(own)).map(({ claim }) => claim);

  return (variable, bits) => {
    const key = variable.municipality * width + variable.cell;
    const suffices = (some: readonly Statement[]): boolean => {
      const parts = partsOf(some);
      const isCalm = conflictsOf.every((conflict) => parts.filter((own) => conflict.has(own)).length < conflict.size);
      if (isCalm) return solver.possibleAt(parts, variable) === bits;
      return possibleUnder(solver, consistentSets(solver, parts))(variable) === bits;
    };
    // One claim at least depends on the cell.
    const isNear = ({ parts }: Statement) => parts.some((part) => solver.reachOf(part).includes(key));
    const near = sorted.filter(isNear);
    const far = sorted.filter((own) => !near.includes(own));
    // Where nothing conflicts, a claim without which the rest does not suffice is in every set that does.
    const needed = conflicts.length > 0 ? [] : sorted.filter((own) => !suffices(without.get(own) ?? []));
    if (needed.length > 0 && suffices(needed)) return namesOf(needed);
    const others = [...near, ...far].filter((own) => !needed.includes(own));
    for (let size = 1; size <= exhaustiveSize - needed.length; size++)
      for (const more of combinations(others, size)) {
        const chosen = [...needed, ...more];
        if (chosen.some((own) => near.includes(own)) && suffices(chosen)) return namesOf(chosen);
      }
    let kept: readonly Statement[] = suffices(near) ? near : statements;
    for (const own of [...kept.filter(({ isList }) => !isList), ...kept.filter(({ isList }) => isList)]) {
      const fewer = kept.filter((other) => other !== own);
      if (suffices(fewer)) kept = fewer;
    }
    return namesOf(kept);
  };
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= items.length - size; place++)
    for (const rest of combinations(items, size - 1, place + 1)) yield [items[place] as T, ...rest];
}
