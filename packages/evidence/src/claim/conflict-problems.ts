import { type Problem, problem, type RoundData } from "@metodika/core";
import { constraintsOf } from "../audit/constraints.ts";
import { definitionsOf } from "../audit/definitions.ts";
import { consistentSets } from "../deduction/consistent-sets.ts";
import { solverOf } from "../deduction/solver.ts";
import { worldOf } from "../world/world.ts";

/** More outcomes of one cell than this are more than deduction can follow. */
const outcomeCap = 31;

/**
 * One warning per smallest set of claims that cannot hold together. Deduction still goes on: it takes every largest set
 * that can. A claim that the tables alone refute is in no conflict: its verdict says so. Where the search is cut short a
 * note says so.
 *
 * @param sound the round with those of its claims that can be asked
 * @param written the round as it is written, for the place of each claim
 */
export function conflictProblems(sound: RoundData, written: RoundData): Problem[] {
  const world = worldOf(sound);
  if (world.outcomes.some((row) => row.some(({ length }) => length > outcomeCap))) return [notExact()];
  const solver = solverOf(world, constraintsOf(definitionsOf(world)));
  const groups = solver.groupsOf(solver.constraints).map((group) => consistentSets(solver, group));
  const exact = groups.every((group) => group.exact);
  // Two lists that disagree on several municipalities are one problem.
  const conflicts = new Map(
    groups
      .flatMap((group) => group.conflicts)
      .map((conflict) => [...new Set(conflict.map(({ claim }) => claim))])
      .map((claims) => [[...claims].sort().join(), claims]),
  );
  const claims = written.claims?.claims ?? [];
  const placeOf = (id: string) => {
    const place = claims.findIndex((claim) => claim.id === id);
    return place < 0 ? claims.length : place;
  };
  const inOrder = [...conflicts.values()]
    .filter(({ length }) => length > 1)
    .map((conflict) => conflict.sort((a, b) => placeOf(a) - placeOf(b)))
    .map((ids) => ({ ids, places: ids.map(placeOf) }))
    .sort((a, b) => compare(a.places, b.places));
  const found = inOrder.map(({ ids, places: [first = claims.length] }) => {
    const listed = (open: string, close: string) =>
      ids
        .map((id) => {
          const source = claims[placeOf(id)]?.source;
          return `${open}${id}${close}${source === undefined ? "" : ` (${source})`}`;
        })
        .join(", ");
    return problem(
      "warning",
      "claim/conflict",
      first < claims.length ? `claims.${first}` : "claims",
      {
        ru: `эти сведения не могут быть верны вместе: ${listed("«", "»")}`,
        en: `these claims cannot hold together: ${listed('"', '"')}`,
      },
      ids.join(", "),
    );
  });
  return exact ? found : [...found, notExact()];
}

function notExact(): Problem {
  return problem("note", "claim/conflicts-not-exact", "claims", {
    ru: "поиск несовместимых сведений остановлен по объёму; показано найденное",
    en: "the search for claims that cannot hold together was cut short; what was found is shown",
  });
}

/** Two lists of numbers, by the first in which they differ. */
function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((number, index) => number !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
