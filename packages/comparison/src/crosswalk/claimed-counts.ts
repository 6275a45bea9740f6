import { type ClaimCondition, meaningOfPart, type RoundData } from "@metodika/core";
import type { CountBounds } from "./share.ts";

/**
 * What the text of a round states of counts, as bounds for shares: a claim that counts all municipalities that meet a
 * condition, with an exact number, settles that count though no cell is settled. Statements that the audit contradicts
 * settle nothing, nor do those that rest on an unapproved rule.
 *
 * @param findings of the audit of these rounds, by which contradicted statements are known
 */
export function claimedCounts(findings: readonly { id: string; round: string; verdict: string }[]): CountBounds {
  const doubtful = new Set(
    findings.filter(({ verdict }) => verdict === "contradicted").map(({ id, round }) => `${round} ${id}`),
  );
  const known = new Map<RoundData, Map<string, number>>();
  const countsOf = (data: RoundData) => {
    const counts = new Map<string, number>();
    for (const { id, query, printed, universe, base, inferred } of data.claims?.claims ?? []) {
      if (!query || !("count" in query) || typeof printed !== "number") continue;
      if (universe !== undefined || base !== undefined || inferred || doubtful.has(`${data.round.id} ${id}`)) continue;
      counts.set(meaningOfPart(query.count), printed);
    }
    return counts;
  };
  return (data: RoundData, condition: ClaimCondition) => {
    const counts = known.get(data) ?? countsOf(data);
    known.set(data, counts);
    const count = counts.get(meaningOfPart(condition));
    return count === undefined ? undefined : [count, count];
  };
}
