import type { Claim, ClaimCondition, PrintedValue } from "@metodika/core";
import { type Invented, indicatorId, municipalityId } from "./invented.ts";

// The meaning of deduction, said again by trying everything: no line of the engine is used here.

/** One value for every cell: a code or `L`. */
export type Assignment = readonly (readonly string[])[];

/** Every way to settle all cells. */
export function assignmentsOf({ cells }: Invented): Assignment[] {
  let all: string[][][] = [cells.map(() => [])];
  cells.forEach((row, municipality) => {
    for (const possible of row)
      all = all.flatMap((partial) =>
        possible.map((value) => partial.map((own, index) => (index === municipality ? [...own, value] : own))),
      );
  });
  return all;
}

function holds(condition: ClaimCondition, assignment: Assignment, municipality: number): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, assignment, municipality));
  if ("any" in condition) return condition.any.some((part) => holds(part, assignment, municipality));
  if ("not" in condition) return !holds(condition.not, assignment, municipality);
  if ("named" in condition) return condition.named.includes(municipalityId(municipality));
  if (!("indicator" in condition)) throw new TypeError("the brute force does not know this condition");
  const value = (assignment[municipality] ?? []).find((_, index) => indicatorId(index) === condition.indicator) ?? "";
  return condition.is?.includes(value) ?? condition.status?.includes(value as "L") ?? false;
}

/** What a claim's query gives in one assignment. */
export type Answer = number | boolean | readonly string[] | { numerator: number; denominator: number };

export function answer(claim: Partial<Claim>, { universes = {} }: Invented, assignment: Assignment): Answer {
  const { query } = claim;
  if (!query) throw new TypeError("no query");
  const everyone = assignment.map((_, index) => index);
  const within = (id: string | undefined) =>
    everyone.filter(
      (index) => id === undefined || (universes[id] !== undefined && holds(universes[id], assignment, index)),
    );
  const own = within(claim.universe);
  const those = (condition: ClaimCondition, of: readonly number[]) =>
    of.filter((index) => holds(condition, assignment, index));
  if ("count" in query) return those(query.count, own).length;
  if ("share" in query)
    return {
      numerator: those(query.share, own).length,
      denominator: (claim.base === undefined ? own : within(claim.base)).length,
    };
  if ("list" in query) return those(query.list, own).map(municipalityId);
  if ("includes" in query) return those(query.includes, everyone).map(municipalityId);
  if ("every" in query) return those(query.every, own).length === own.length;
  throw new TypeError("the brute force does not know this query");
}

/** Does an answer fit what is printed? */
export function isTrue(claim: Partial<Claim>, given: Answer): boolean {
  const printed = claim.printed as PrintedValue;
  if (Array.isArray(printed)) {
    const members = given as readonly string[];
    const isComplete = claim.query !== undefined && "list" in claim.query;
    return printed.every((id) => members.includes(id)) && (!isComplete || members.length === printed.length);
  }
  if (typeof given === "object" && "numerator" in given) {
    if (given.denominator === 0) return false;
    const percent = (100 * given.numerator) / given.denominator;
    if (typeof printed !== "object") return false;
    if ("percent" in printed) {
      const factor = 10 ** (printed.percent.split(".")[1]?.length ?? 0);
      return Math.floor(percent * factor + 0.5 + 1e-9) === Math.round(Number(printed.percent) * factor);
    }
    return "at_least" in printed ? percent >= printed.at_least - 1e-9 : percent > printed.more_than + 1e-9;
  }
  if (typeof printed === "object" && typeof given === "number") {
    if ("at_least" in printed) return given >= printed.at_least;
    if ("more_than" in printed) return given > printed.more_than;
  }
  return given === printed;
}

/** Claims as statements that stand or fall by themselves: a list is one of each municipality. */
function statementsOf(world: Invented, claims: readonly Partial<Claim>[]): ((assignment: Assignment) => boolean)[] {
  return claims.flatMap((claim) => {
    const { query, printed } = claim;
    if (!query || !("list" in query || "includes" in query || ("every" in query && printed === true)))
      return [(assignment: Assignment) => isTrue(claim, answer(claim, world, assignment))];
    return world.cells.map((_, municipality) => (assignment: Assignment) => {
      const isNamed = Array.isArray(printed) && printed.includes(municipalityId(municipality));
      if ("every" in query) {
        const universe = claim.universe === undefined ? undefined : world.universes?.[claim.universe];
        return (universe && !holds(universe, assignment, municipality)) || holds(query.every, assignment, municipality);
      }
      const members = answer(claim, world, assignment) as readonly string[];
      const isMember = members.includes(municipalityId(municipality));
      return "list" in query ? isMember === isNamed : isMember || !isNamed;
    });
  });
}

/** All assignments that some maximal consistent set of the statements allows. */
export function allowed(
  world: Invented,
  claims: readonly Partial<Claim>[],
  assignments = assignmentsOf(world),
): Assignment[] {
  const statements = statementsOf(world, claims);
  if (statements.length > 31) throw new RangeError("more statements than fit into a number");
  const truths = assignments.map((assignment) =>
    statements.reduce((bits, isMet, index) => bits | (isMet(assignment) ? 1 << index : 0), 0),
  );
  // The statements that an assignment makes true are consistent; the largest such sets are the maximal ones.
  const different = [...new Set(truths)];
  const maximal = new Set(
    different.filter((bits) => !different.some((other) => other !== bits && (other & bits) === bits)),
  );
  return assignments.filter((_, index) => maximal.has(truths[index] ?? 0));
}

/** What one cell can be in some assignments, sorted. */
export function valuesOf(assignments: readonly Assignment[], municipality: number, cell: number): string[] {
  return [...new Set(assignments.map((assignment) => assignment[municipality]?.[cell] ?? ""))].sort();
}
