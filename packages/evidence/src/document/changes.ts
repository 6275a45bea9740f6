import type { RoundData } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import { claimsOf } from "../audit/claims-of.ts";
import { expectedOf } from "./compare.ts";

/** A figure of now and the same of the year before, as the report sets them against each other. */
export interface Change {
  /** The statement that compares them. */
  finding: Finding;
  now: Finding;
  before: Finding;
  /** Now less before, as the report prints them. */
  stated: number;
  /** The same by the tables, where they give both. */
  computed?: number;
}

/** The changes that a report tells: claims that ask for the difference of two others, both of which print a number. */
export function changesOf(data: RoundData, findings: readonly Finding[]): Change[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return claimsOf(data).flatMap((claim): Change[] => {
    const { query } = claim;
    if (!query || !("difference" in query)) return [];
    const [now, before] = query.difference.map((part) => ("claim" in part ? byId.get(part.claim) : undefined));
    const finding = byId.get(claim.id);
    if (!finding || !now || !before || typeof now.printed !== "number" || typeof before.printed !== "number") return [];
    const [after, earlier] = [now, before].map(({ verdict, computed }) =>
      verdict === "not-checkable" ? undefined : expectedOf(computed),
    );
    const isKnown = after && earlier && after.low === after.high && earlier.low === earlier.high;
    return [
      {
        finding,
        now,
        before,
        stated: now.printed - before.printed,
        ...(isKnown ? { computed: after.low - earlier.low } : {}),
      },
    ];
  });
}
