import type { Claim } from "@metodika/core";
import type { Finding } from "@metodika/evidence";

/**
 * The disagreements of an audit that concern one municipality: printed points of its row, lists that disagree about it,
 * and statements that name it in what they ask.
 */
export function findingsAbout(findings: readonly Finding[], claims: readonly Claim[], municipality: string): Finding[] {
  const queries = new Map(claims.map(({ id, query }) => [id, JSON.stringify(query ?? null)]));
  return findings.filter(({ id, kind, verdict, disagreeing, printed }) => {
    if (verdict !== "contradicted") return false;
    if (kind === "points") return id.endsWith(`/${municipality}`);
    if (disagreeing) return disagreeing.includes(municipality);
    if (Array.isArray(printed) && printed.some((one) => one === municipality)) return true;
    return queries.get(id)?.includes(`"${municipality}"`) ?? false;
  });
}
