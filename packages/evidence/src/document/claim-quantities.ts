import type { Claim, ClaimCondition, RoundData } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import { claimsOf } from "../audit/claims-of.ts";
import { figuresOf } from "./figures.ts";
import { periodIn } from "./period.ts";
import { type Phrasing, phrasingOf } from "./phrasing.ts";
import type { Quantity, QuantityKind } from "./quantity.ts";

/** The statements of a report that a figure or a list can be held against, each with its own words. */
export function claimQuantities(
  data: RoundData,
  findings: readonly Finding[],
  places: ReadonlySet<string>,
): { quantity: Quantity; phrasing: Phrasing }[] {
  const claims = new Map(claimsOf(data).map((claim) => [claim.id, claim]));
  const partners = partnersOf([...claims.values()]);
  return findings.flatMap((finding) => {
    const claim = claims.get(finding.id);
    const kind = claim && finding.kind === "claim" ? kindOf(claim) : undefined;
    if (!claim || kind === undefined) return [];
    const condition = conditionOf(claim);
    const topic = condition ? topicOf(condition) : undefined;
    const isList = kind === "list" || kind === "some";
    const quantity: Quantity = {
      id: finding.id,
      group: condition ? groupId(condition) : finding.id,
      ...(topic === undefined ? {} : { topic }),
      kind,
      universe: claim.base ?? claim.universe ?? "all",
      statement: finding.statement,
      source: finding.source,
      period: periodIn(finding.statement.ru),
      finding,
      computed: () => finding.computed,
    };
    const texts = isList ? [finding.statement.ru] : [finding.statement.ru, ...firstClause(finding.statement.ru)];
    // «С 15 до 21»: two figures of one thing, the words of each are words of both.
    const other = partners.get(claim.id);
    if (other) texts.push(...other.map(({ statement }) => statement.ru));
    return texts.map((text) => ({ quantity, phrasing: phrasingOf(text, isList ? places : undefined) }));
  });
}

/** Statements of which a third asks for the difference: the same of two years. */
function partnersOf(claims: readonly Claim[]): Map<string, Claim[]> {
  const partners = new Map<string, Claim[]>();
  for (const { query } of claims) {
    if (!query || !("difference" in query)) continue;
    const [a, b] = query.difference.map((part) =>
      "claim" in part ? claims.find(({ id }) => id === part.claim) : undefined,
    );
    if (!a || !b) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      if (!partners.get(one.id)?.includes(other)) partners.set(one.id, [...(partners.get(one.id) ?? []), other]);
  }
  return partners;
}

/** «Структуры есть в 17 муниципалитетах, столько же даёт сумма»: what stands after the comma explains the figure. */
function firstClause(text: string): string[] {
  const clause = /^([^,;]*\p{L}[^,;]*),\s/u.exec(text)?.[1];
  return clause === undefined || /\d,\d/.test(text) || figuresOf(clause).length === 0 ? [] : [clause];
}

/** The same for the same condition. */
export function groupId(condition: ClaimCondition): string {
  return JSON.stringify(condition);
}

function conditionOf({ query }: Claim): ClaimCondition | undefined {
  if (!query) return undefined;
  if ("count" in query) return query.count;
  if ("share" in query) return query.share;
  return "list" in query ? query.list : undefined;
}

function topicOf(condition: ClaimCondition): string | undefined {
  if ("indicator" in condition) return condition.indicator;
  return "level" in condition ? `level/${condition.level}` : undefined;
}

function kindOf({ query, printed, statement }: Claim): QuantityKind | undefined {
  if (Array.isArray(printed)) return query && ("includes" in query || "every" in query) ? "some" : "list";
  if (typeof printed === "string") return /^\d{4}/.test(printed) ? "date" : undefined;
  if (typeof printed === "number")
    return printed > 1990 && printed < 2100 && /год/.test(statement.ru) && !query ? "date" : "count";
  if (typeof printed !== "object") return undefined;
  if ("percent" in printed) return query && "sum" in query ? undefined : "percent";
  // «More than half»: the number behind it counts, a difference behind it does not.
  return query && ("count" in query || "sum" in query || "count_facts" in query) ? "count" : undefined;
}
