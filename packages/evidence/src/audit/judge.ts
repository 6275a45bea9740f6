import type { Claim, PrintedValue } from "@metodika/core";
import { type ConsistentSets, consistentSets } from "../deduction/consistent-sets.ts";
import { type Constraint, partsOf } from "../deduction/constraint.ts";
import type { Solution, Solver } from "../deduction/solver.ts";
import { type Counting, fits, type Value } from "../query/counting.ts";

export type Verdict = "confirmed" | "contradicted" | "undetermined" | "not-checkable";

/** What the tables and the other claims make of one statement. */
export interface Judgement {
  verdict: Exclude<Verdict, "not-checkable">;
  /** Every value that the query can have; empty for a list. */
  values: readonly Value[];
  /** For a list: ids that certainly, and that possibly belong to it. */
  certain: readonly string[];
  possible: readonly string[];
  /** For a list: ids that it names and that cannot belong to it, and those that certainly do and are not named. */
  disagreeing: readonly string[];
  /** Claims that cannot all hold, by id, where the answer depends on which of them is left out. */
  conflicts: readonly (readonly string[])[];
  /** False when the deduction behind it was too large for the last word. */
  exact: boolean;
}

/**
 * Judges a statement by the printed cells and the other claims, never by itself.
 *
 * @param maySpeak which constraints may speak here: those of other claims
 */
export function judge(
  solver: Solver,
  claim: Claim,
  counting: Counting,
  printed: PrintedValue,
  maySpeak: (constraint: Constraint) => boolean,
): Judgement {
  const question: Constraint = { claim: claim.id, inferred: false, counting, printed };
  if (counting.kind === "members") return judgeMembers(solver, question, counting, maySpeak);
  if (!counting.counters.every((counter) => solver.model.isDecidable(counter)))
    return {
      verdict: "undetermined",
      values: [],
      certain: [],
      possible: [],
      disagreeing: [],
      conflicts: [],
      exact: false,
    };
  const { sets, conflicts: found, exact } = setsAround(solver, [question], maySpeak);
  const solutions = sets.map((set) => solver.solve(set, question));
  const distinct = new Map(solutions.flatMap(({ values }) => values).map((value) => [JSON.stringify(value), value]));
  const values = [...distinct.values()];
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
  const isSplit = solutions.some((solution) => solution.values.length < values.length);
  const conflicts = isSplit ? namesIn(found) : [];
  return { verdict, values, certain: [], possible: [], disagreeing: [], conflicts, exact: isKnown };
}

/** Conflicts by the claims in them, each once and without those that hold another. A claim that fails by itself is no conflict of several. */
function namesIn(conflicts: readonly (readonly Constraint[])[]): string[][] {
  const named = conflicts
    .filter(({ length }) => length > 1)
    .map((conflict) => [...new Set(conflict.map(({ claim }) => claim))])
    .sort((a, b) => a.length - b.length);
  return named.filter(
    (own, index) => !named.slice(0, index).some((smaller) => smaller.every((claim) => own.includes(claim))),
  );
}

/** The maximal consistent sets of those claims that share open cells with a question, be it through others. */
function setsAround(
  solver: Solver,
  asked: readonly Constraint[],
  maySpeak: (constraint: Constraint) => boolean,
): ConsistentSets {
  const parts = solver.groupsAround(asked, maySpeak).map((part) => consistentSets(solver, part));
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
  maySpeak: (constraint: Constraint) => boolean,
): Judgement {
  const { model } = solver;
  const { printed } = question;
  const ids = model.world.data.municipalities.map(({ id }) => id);
  // All municipalities are asked of, the free ones too.
  const member = partsOf({ ...question, counting: { ...counting, mode: "list" }, printed: ids }, ids);
  const none = partsOf({ ...question, counting: { ...counting, mode: "list" }, printed: [] }, ids);
  const { sets, conflicts: found, exact: isComplete } = setsAround(solver, member, maySpeak);
  const solutions = sets.map((set) => solver.solveNear(set, member));
  const exact = isComplete && model.isDecidable(counting.of) && solutions.every((solution) => solution.exact);
  let isSplit = false;
  const memberships = ids.map((_, municipality) => {
    const bySet = sets.map((set, index) => truthsIn(set, solutions[index], municipality));
    const truths = new Set(bySet.flat());
    isSplit ||= bySet.some(({ length }) => length < truths.size);
    return { canBe: truths.has(true), canFail: truths.has(false) };
  });
  const possible = ids.filter((_, index) => memberships[index]?.canBe);
  const certain = ids.filter((_, index) => memberships[index]?.canBe && !memberships[index].canFail);
  const named = Array.isArray(printed) ? printed : [];
  const gone = named.filter((id) => !possible.includes(id));
  const extra = counting.mode === "list" ? certain.filter((id) => !named.includes(id)) : [];
  const everyone = counting.mode === "every" && printed !== false ? ids.filter((id) => !possible.includes(id)) : [];
  const conflicts = isSplit ? namesIn(found) : [];
  const disagreeing = [...gone, ...extra, ...everyone];
  return { verdict: verdictOf(), values: [], certain, possible, disagreeing, conflicts, exact };

  /** Can a municipality be a member, and can it be none? A cell alone decides by its own values; several are asked together. */
  function truthsIn(set: readonly Constraint[], solution: Solution | undefined, municipality: number): boolean[] {
    const unit = solution?.units[municipality];
    const truth = unit?.truth(counting.of) ?? "maybe";
    if (truth !== "maybe") return [truth === "yes"];
    if (!unit || unit.hinges(counting.of).length <= 1) return [true, false];
    const canBe = (part: Constraint | undefined) => part !== undefined && solver.canJoin(part, set);
    return [...(canBe(member[municipality]) ? [true] : []), ...(canBe(none[municipality]) ? [false] : [])];
  }

  /** Every name may be possible by itself and the list impossible as a whole. */
  function canHoldTogether(): boolean {
    const asPrinted = partsOf(counting.mode === "every" ? { ...question, printed: true } : question, ids);
    return sets.some((set) => solver.solve([...set, ...asPrinted]).feasible);
  }

  function verdictOf(): Judgement["verdict"] {
    if (counting.mode === "every") {
      const all = certain.length === ids.length;
      const some = all || (possible.length === ids.length && canHoldTogether());
      if (printed !== false) return all ? "confirmed" : some ? "undetermined" : "contradicted";
      return !some ? "confirmed" : all ? "contradicted" : "undetermined";
    }
    if (gone.length > 0 || extra.length > 0) return "contradicted";
    const open = counting.mode === "list" ? possible : named;
    if (open.every((id) => certain.includes(id))) return "confirmed";
    return canHoldTogether() ? "undetermined" : "contradicted";
  }
}
