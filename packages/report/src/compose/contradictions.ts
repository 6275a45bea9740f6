import type { Claim } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import type { Bounds, DistributionRow } from "@metodika/presentation";

/** The statements of the report that its tables contradict, asked by what they speak of. */
export interface Contradictions {
  /** Those about one value of an indicator or level, or about so many points, that no state of the cells allows. */
  about(row: Pick<DistributionRow, "item" | "key" | "certain" | "possible" | "members" | "denominator">): Finding[];
  /** How many municipalities the text gives one value of an indicator or level, where nothing contradicts it. */
  stated(row: Pick<DistributionRow, "item" | "key">): number | undefined;
  /** Those that stand at a place of the report and print this. */
  at(source: string, printed: (value: Finding["printed"]) => boolean): Finding[];
  /** Those among statements named by their ids, points of rows too. */
  of(ids: readonly string[]): Finding[];
  all: readonly Finding[];
}

/** Reads an audit. Without findings nothing is contradicted. */
export function contradictionsOf(findings: readonly Finding[], claims: readonly Claim[]): Contradictions {
  const all = findings.filter(({ kind, verdict }) => kind === "claim" && verdict === "contradicted");
  const queries = new Map(claims.map(({ id, query }) => [id, query]));
  return {
    all,
    about: ({ item, key, certain, possible, members, denominator }) =>
      all.filter(({ id, printed }) => {
        const query = queries.get(id);
        if (!query) return false;
        const condition =
          "count" in query
            ? query.count
            : "share" in query
              ? query.share
              : "list" in query
                ? query.list
                : "every" in query
                  ? query.every
                  : undefined;
        if (!condition || !subjectIs(condition, item, key)) return false;
        if ("list" in query) return Array.isArray(printed) && !isBetween(printed, members.certain, members.possible);
        if ("every" in query) return printed === true && certain < denominator;
        if ("count" in query) return typeof printed === "number" && !isWithin(printed, [certain, possible]);
        // A share of another base is no statement about the count; only one that is false of this base too is.
        return (
          printed !== null &&
          typeof printed === "object" &&
          "percent" in printed &&
          denominator > 0 &&
          !isWithin(Number(printed.percent), [
            (100 * certain) / denominator - 0.05,
            (100 * possible) / denominator + 0.05,
          ])
        );
      }),
    stated: ({ item, key }) => {
      for (const { id, kind, verdict, printed, universe } of findings) {
        const query =
          kind === "claim" && verdict !== "contradicted" && universe === "all" ? queries.get(id) : undefined;
        if (query && "count" in query && typeof printed === "number" && subjectIs(query.count, item, key))
          return printed;
      }
      return undefined;
    },
    of: (ids) => findings.filter(({ id, verdict }) => verdict === "contradicted" && ids.includes(id)),
    at: (source, fits) => all.filter((finding) => finding.source === source && fits(finding.printed)),
  };
}

function subjectIs(condition: object, item: string, key: string): boolean {
  const { indicator, level, is, points, at_least } = condition as {
    indicator?: string;
    level?: string;
    is?: string[];
    points?: string;
    at_least?: number | string;
  };
  if (points !== undefined) return points === item && String(at_least) === key;
  return (indicator ?? level) === item && is?.length === 1 && is[0] === key;
}

function isWithin(value: number, [low, high]: Bounds): boolean {
  return value >= low && value <= high;
}

function isBetween(members: readonly string[], certain: readonly string[], possible: readonly string[]): boolean {
  return certain.every((id) => members.includes(id)) && members.every((id) => possible.includes(id));
}
