import type { PrintedValue, Truth } from "@metodika/core";
import { type Counting, fits } from "../query/counting.ts";
import type { Predicate } from "../world/predicate.ts";

/** A claim, or the part of a list that speaks of one municipality, as a constraint on cells. */
export interface Constraint {
  claim: string;
  /** It rests on a rule that the region has not approved. */
  inferred: boolean;
  counting: Counting;
  printed: PrintedValue;
  /** A list is one statement per municipality: the position of the one that this part speaks of. Absent for counts. */
  municipality?: number;
}

/**
 * A constraint as statements that stand and fall by themselves: a list asks something of each municipality, and that one
 * of them is wrong says nothing of the others. A count is one statement.
 *
 * @param ids the municipalities of the round in their order
 */
export function partsOf(constraint: Constraint, ids: readonly string[]): Constraint[] {
  if (constraint.counting.kind === "counts" || constraint.municipality !== undefined) return [constraint];
  return ids.flatMap((id, municipality) =>
    demandOn(constraint, id) === undefined ? [] : [{ ...constraint, municipality }],
  );
}

/** Everything that a constraint asks of cells. */
export function predicatesOf(counting: Counting): readonly Predicate[] {
  return counting.kind === "counts" ? counting.counters : [counting.of];
}

/** The positions of all cells that a constraint reads. */
export function cellsReadBy({ counting }: Constraint): readonly number[] {
  return predicatesOf(counting).flatMap(({ cells }) => cells);
}

/** What is demanded of a predicate for one municipality. */
export type Demand = "yes" | "no" | undefined;

/** What a list asks of one municipality: that it is a member, that it is none, or nothing (always so for counts). */
export function demandOn({ counting, printed }: Constraint, id: string): Demand {
  if (counting.kind === "counts") return undefined;
  if (counting.mode === "every") return printed === true ? "yes" : undefined;
  if (Array.isArray(printed) && printed.includes(id)) return "yes";
  return counting.mode === "list" ? "no" : undefined;
}

/** True when a truth does not stand against what is demanded. */
export function meets(demand: Demand, truth: Truth): boolean {
  return demand === undefined || truth === "maybe" || truth === demand;
}

/** True when the counts of a whole assignment fit what is printed. */
export function accepts({ counting, printed }: Constraint, counts: readonly number[]): boolean {
  return counting.kind !== "counts" || fits(counting.value(counts), printed);
}

/** What the only counter of a constraint must reach exactly; undefined where several counters or a bound decide. */
export function targetOf({ counting, printed }: Constraint): number | undefined {
  if (counting.kind !== "counts" || counting.counters.length !== 1 || typeof printed !== "number") return undefined;
  const [zero, one] = [counting.value([0]), counting.value([1])];
  return zero.kind === "number" && one.kind === "number" && zero.value === 0 && one.value === 1 ? printed : undefined;
}
