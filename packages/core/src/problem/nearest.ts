import { distance } from "fastest-levenshtein";
import { fold } from "../text/fold.ts";

/**
 * The candidate that looks most like a value, or undefined when none is near: more than half of its letters would have
 * to change. Ties go to the earlier candidate.
 *
 * @example
 * nearest("regulaton", ["programme", "regulation"]) // "regulation"
 */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(value);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const changes = distance(wanted, folded);
    if (changes < bestDistance && changes <= Math.max(wanted.length, folded.length) / 2) {
      best = candidate;
      bestDistance = changes;
    }
  }
  return best;
}
