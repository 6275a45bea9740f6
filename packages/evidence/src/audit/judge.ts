import type { Claim, PrintedValue } from "@metodika/core";
import { type ConsistentSets, consistentSets } from "../deduction/consistent-sets.ts";
import type { Constraint } from "../deduction/constraint.ts";
import type { Solution, Solver } from "../deduction/solver.ts";
import { type Counting, fits, type Value } from "../query/counting.ts";
import type { Predicate } from "../world/predicate.ts";

export type Verdict = "confirmed" | "contradicted" | "undetermined" | "not-checkable";

/** What the tables and the other claims make of one statement. */
export interface Judgement {
  verdict: Exclude<Verdict, "not-checkable">;
  /** Every value that the query can have; empty for a list. */
  values: readonly Value[];
  /** For a list: ids that certainly, and that possibly belong to it. */
  certain: readonly string[];
  possible: readonly string[];
  /** False when the deduction behind it was too large for the last word. */
  exact: boolean;
}

/**
 * Judges a statement by the printed cells and the other claims, never by itself.
 *
 * @param others the constraints of all other claims that may speak here
 */
export function judge(
  solver: Solver,
  claim: Claim,
  counting: Counting,
  printed: PrintedValue,
  others: readonly Constraint[],
): Judgement {
  const question: Constraint = { claim: claim.id, inferred: false, counting, printed };
  if (counting.kind === "members") return judgeMembers(solver, question, counting, others);
  if (!counting.counters.every((counter) => solver.model.isDecidable(counter)))
    return { verdict: "undetermined", values: [], certain: [], possible: [], exact: false };
  const { sets, exact } = setsAround(solver, question, others);
  const solutions = sets.map((set) => solver.solve(set, question));
  const found = new Map(solutions.flatMap(({ values }) => values).map((value) => [JSON.stringify(value), value]));
  const values = [...found.values()];
  const fitting = values.filter((value) => fits(value, printed)).length;
  const isKnown = exact && solutions.every((solution) => solution.exact);
  const verdict =
    values.length === 0 || (!isKnown && fitting < values.length)
      ? "undetermined"
      : fitting === values.length
        ? "confirmed"
        : fitting === 0
          ? "contradicted"
          : "undetermined";
  return { verdict, values, certain: [], possible: [], exact: isKnown };
}

/** The maximal consistent sets of those claims that share open cells with a question, be it through others. */
function setsAround(solver: Solver, question: Constraint, others: readonly Constraint[]): ConsistentSets {
  const asked = new Set(solver.reachOf(question));
  const isNear = (own: Constraint) => solver.reachOf(own).some((key) => asked.has(key));
  const parts = solver
    .groupsOf(others)
    .filter((part) => part.some(isNear))
    .map((part) => consistentSets(solver, part));
  return {
    sets: parts.reduce<Constraint[][]>(
      (sets, part) => sets.flatMap((set) => part.sets.map((more) => [...set, ...more])),
      [[]],
    ),
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
    exact: parts.every(({ exact }) => exact),
  };
}

function judgeMembers(
  solver: Solver,
  question: Constraint,
  counting: Extract<Counting, { kind: "members" }>,
  others: readonly Constraint[],
): Judgement {
  const { model } = solver;
  const { printed } = question;
  const ids = model.world.data.municipalities.map(({ id }) => id);
  // All municipalities are asked of, the free ones too.
  const whole: Constraint = { ...question, counting: { ...counting, mode: "list" }, printed: ids };
  const { sets, exact: isComplete } = setsAround(solver, whole, others);
  const solutions = sets.map((set) => solver.solve(set));
  const exact = isComplete && model.isDecidable(counting.of) && solutions.every((solution) => solution.exact);
  const memberships = ids.map((_, municipality) => {
    const truths = new Set(sets.flatMap((set, index) => truthsIn(set, solutions[index], municipality)));
    return { canBe: truths.has(true), canFail: truths.has(false) };
  });
  const possible = ids.filter((_, index) => memberships[index]?.canBe);
  const certain = ids.filter((_, index) => memberships[index]?.canBe && !memberships[index].canFail);
  // Every name may be possible by itself and the list impossible as a whole.
  const asPrinted: Constraint = counting.mode === "every" ? { ...question, printed: true } : question;
  const together = sets.some((set) => solver.solve([...set, asPrinted]).feasible);
  return { verdict: verdictOf(), values: [], certain, possible, exact };

  /** Can a municipality be a member, and can it be none? A cell alone decides by its own values; several are asked together. */
  function truthsIn(set: readonly Constraint[], solution: Solution | undefined, municipality: number): boolean[] {
    const row = solution?.domains[municipality] ?? [];
    const truth = model.truth(counting.of, municipality, row);
    if (truth !== "maybe") return [truth === "yes"];
    if (model.hingesOn(counting.of, municipality, row).length <= 1) return [true, false];
    const one: Constraint = {
      claim: `${question.claim}?${ids[municipality]}`,
      inferred: false,
      counting: {
        kind: "counts",
        counters: [only(counting.of, municipality)],
        value: ([count = 0]) => ({ kind: "truth", value: count > 0 }),
      },
      printed: true,
    };
    const { values } = solver.solve(set, one);
    return values.length === 0 ? [true, false] : values.map((value) => value.kind === "truth" && value.value);
  }

  function verdictOf(): Judgement["verdict"] {
    const named = Array.isArray(printed) ? printed : [];
    if (counting.mode === "every") {
      const all = certain.length === ids.length;
      const some = possible.length === ids.length && together;
      if (printed !== false) return all ? "confirmed" : some ? "undetermined" : "contradicted";
      return !some ? "confirmed" : all ? "contradicted" : "undetermined";
    }
    const gone = named.filter((id) => !possible.includes(id));
    const extra = counting.mode === "list" ? certain.filter((id) => !named.includes(id)) : [];
    if (gone.length > 0 || extra.length > 0 || !together) return "contradicted";
    const open = counting.mode === "list" ? possible : named;
    return open.every((id) => certain.includes(id)) ? "confirmed" : "undetermined";
  }
}

/** A predicate asked of one municipality; it holds of no other. */
function only(of: Predicate, municipality: number): Predicate {
  return {
    cells: of.cells,
    byCells: false,
    test: (other, outcomes) => (other === municipality ? of.test(other, outcomes) : "no"),
  };
}
