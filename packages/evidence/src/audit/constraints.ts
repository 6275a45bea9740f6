import type { Claim, PrintedValue } from "@metodika/core";
import type { Constraint } from "../deduction/constraint.ts";
import { type Counting, countingOf, type Definitions, QueryProblem } from "../query/counting.ts";
import { negated } from "../world/predicate.ts";

/**
 * The claims that can say something about cells, as constraints. A claim without a query, one that is told to stay out,
 * and one that reads no cell have nothing to say; one that cannot be asked is a problem of `checkClaims`.
 */
export function constraintsOf(definitions: Definitions): Constraint[] {
  return [...definitions.claims.values()].flatMap((claim) => {
    const constraint = constraintOf(claim, definitions);
    return constraint ? [constraint] : [];
  });
}

function constraintOf(claim: Claim, definitions: Definitions): Constraint | undefined {
  if (!claim.query || claim.printed === undefined || claim.use === false) return undefined;
  try {
    const counting = countingOf(claim, definitions);
    const reads = counting.kind === "counts" ? counting.counters.some(({ cells }) => cells.length > 0) : true;
    if (!reads) return undefined;
    return {
      claim: claim.id,
      inferred: claim.inferred ?? false,
      counting: countable(counting, claim.printed),
      printed: claim.printed,
    };
  } catch (error) {
    if (error instanceof QueryProblem) return undefined;
    throw error;
  }
}

/** "Not all of them" names nobody, so that it asks nothing of one municipality: it is a count that is not full. */
function countable(counting: Counting, printed: PrintedValue): Counting {
  if (counting.kind !== "members" || counting.mode !== "every" || printed !== false) return counting;
  return {
    kind: "counts",
    counters: [negated(counting.of)],
    value: ([exceptions = 0]) => ({ kind: "truth", value: exceptions === 0 }),
  };
}
