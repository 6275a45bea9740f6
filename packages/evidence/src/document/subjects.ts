import { type Claim, criteriaOf, indicatorsOf, type RoundData } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import { claimsOf } from "../audit/claims-of.ts";
import { contentStems, denies, stemOf, wordsOf } from "./words.ts";

/** What a figure of a draft can be about: a claim of the round, by its words. */
export interface Subject {
  finding: Finding;
  /** `some`: the text names some of a list, not all. */
  kind: "count" | "percent" | "list" | "some" | "date";
  stems: ReadonlySet<string>;
  /** Of the titles of its indicators: another way to say the same. */
  titles: ReadonlySet<string>;
  denies: boolean;
  /** Stems after the number of its statement. */
  unit: readonly string[];
}

/** The subjects of a round and how much a word tells them apart. */
export interface Subjects {
  all: readonly Subject[];
  /** Weight of a stem: rare ones tell more; 0 for a stem that no subject has. */
  weight(stem: string): number;
  /** True of a stem that few subjects share. */
  isTelling(stem: string): boolean;
}

/** All claims of a round that a figure can be held against. */
export function subjectsOf(data: RoundData, findings: readonly Finding[]): Subjects {
  const claims = new Map(claimsOf(data).map((claim) => [claim.id, claim]));
  const titles = new Map(indicatorsOf(data.methodology).map(({ indicator }) => [indicator.id, indicator.title.ru]));
  const places = placeStems(data);
  const all = findings.flatMap((finding): Subject[] => {
    const claim = claims.get(finding.id);
    const kind = claim && finding.kind === "claim" ? kindOf(claim) : undefined;
    if (!claim || kind === undefined) return [];
    const isList = kind === "list" || kind === "some";
    const words = contentStems(finding.statement.ru).filter((stem) => !isList || !places.has(stem));
    const named = [...JSON.stringify(claim.query ?? {}).matchAll(/"indicator":"([^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    const own = new Set(named).size === 1 ? contentStems(titles.get(named[0] ?? "") ?? "") : [];
    return [
      {
        finding,
        kind,
        stems: new Set(words),
        titles: new Set(own),
        denies: denies(finding.statement.ru),
        unit: unitIn(finding.statement.ru),
      },
    ];
  });
  const counts = new Map<string, number>();
  for (const { stems, titles: own } of all)
    for (const stem of new Set([...stems, ...own])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const few = Math.max(3, all.length * 0.06);
  return {
    all,
    weight: (stem) => {
      const count = counts.get(stem);
      return count === undefined ? 0 : Math.log(1 + all.length / count);
    },
    isTelling: (stem) => (counts.get(stem) ?? Number.POSITIVE_INFINITY) <= few,
  };
}

/** Stems of the names of municipalities: a list is not about its names. */
export function placeStems({ municipalities }: Pick<RoundData, "municipalities">): Set<string> {
  const names = municipalities.flatMap(({ name, aliases }) => [name, ...aliases]);
  return new Set([...names.flatMap(contentStems), "район", "округ", "город", "зато", "пгт"]);
}

function kindOf({ query, printed, statement }: Claim): Subject["kind"] | undefined {
  if (Array.isArray(printed)) return query && ("includes" in query || "every" in query) ? "some" : "list";
  if (typeof printed === "string") return /^\d{4}/.test(printed) ? "date" : undefined;
  if (typeof printed === "number")
    return printed > 1990 && printed < 2100 && /год/.test(statement.ru) && !query ? "date" : "count";
  if (typeof printed !== "object") return undefined;
  if ("percent" in printed) return query && "sum" in query ? undefined : "percent";
  // «More than half»: the number behind it counts, a difference behind it does not.
  return query && ("count" in query || "sum" in query || "count_facts" in query || "fact" in query)
    ? "count"
    : undefined;
}

const number = /\d+(?:[.,]\d+)?\s*%?/u;

/** The stems of the words right after the first number of a text. */
export function unitIn(text: string): string[] {
  const match = number.exec(text);
  return match ? unitAfter(text.slice(match.index + match[0].length)) : [];
}

/** The stems of the three words that follow a number, up to the end of its clause. */
export function unitAfter(text: string): string[] {
  const clause = /^[^.,;:()—–]*/.exec(text)?.[0] ?? "";
  return wordsOf(clause)
    .slice(0, 3)
    .map(({ folded }) => stemOf(folded));
}

/** Territories, services and authorities are counted one for one; teachers, hours and associations are not. */
const territorial =
  /^(муниципалитет|муниципальн|территор|омсу|моуо|ммс|служб|орган|район|округ|город|городск|команд|отдел|управлен)/;

/** Can two numbers count the same things? Where one has no word beside it, they can. */
export function countTheSame(ours: readonly string[], theirs: Subject): boolean {
  if (ours.length === 0) return true;
  const own = ours.some((stem) => territorial.test(stem));
  const other = theirs.unit.some((stem) => territorial.test(stem));
  if (theirs.unit.length === 0) return own || ours.some((stem) => theirs.stems.has(stem));
  return own === other && (own || ours.some((stem) => theirs.unit.includes(stem)));
}

/** The criteria that give points, by the words of their titles. */
export function criteriaByWords({ methodology }: Pick<RoundData, "methodology">) {
  return criteriaOf(methodology).map(({ id, title, short }) => ({
    id,
    title,
    names: [title, short].flatMap((text) => (text ? [new Set(contentStems(text.ru))] : [])),
  }));
}
