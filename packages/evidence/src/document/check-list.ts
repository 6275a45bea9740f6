import type { Finding } from "../audit/audit.ts";
import { matchOf } from "./check-number.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { explainList } from "./explain-list.ts";
import { explainPossible, notCovered } from "./explain-match.ts";
import { type Context, fitMargin, fitOf } from "./match.ts";
import type { Chain } from "./municipality-names.ts";
import type { Quantity } from "./quantity.ts";
import { namesOf, type Reference } from "./reference.ts";
import { contentStems, denies, quantifiersOf } from "./words.ts";

/** «В том числе», «например»: some of a list, not all. */
export const partial = /(в том числе|например|среди них|в частности|наприм\.|и друг(?:ие|их)|и др\.)/i;

/** Holds a row of names against the lists that the words around it fit. */
export function checkList(
  base: Base,
  chain: Chain,
  sentence: string,
  head: string,
  reference: Reference,
): DraftFinding {
  const { groups, places } = reference;
  const stems = contentStems(sentence).filter((stem) => !places.has(stem));
  const context: Context = {
    near: new Set(stems),
    far: new Set(),
    head: new Set(contentStems(head)),
    denies: denies(sentence),
    quantifiers: quantifiersOf(sentence),
    unit: "none",
    unitStems: [],
  };
  const ids = [...new Set(chain.mentions.flatMap((mention) => (mention.ids.length === 1 ? mention.ids : [])))];
  const doubtful = chain.mentions.filter((mention) => mention.ids.length > 1).map(({ text }) => text);
  const rated = groups.all
    .flatMap((group) => {
      const words = fitOf(context, group, groups);
      if (words < 0.3) return [];
      const isStated = group.quantities.some(({ kind, finding }) => kind === "list" && finding !== undefined);
      return group.quantities
        .filter(
          ({ kind, universe, finding }) =>
            kind === "some" || (kind === "list" && (isStated ? finding !== undefined : universe === "all")),
        )
        .map((quantity) => {
          const set = tableSet(quantity);
          const alike = Math.max(
            alikeness(ids, printedSet(quantity.finding)),
            quantity.kind === "list" ? alikeness(ids, set?.certain ?? []) : 0,
          );
          // Words alone decide where they fit well; names that are nearly the same let fewer words do.
          const fit =
            words >= 0.65 && alike >= 0.3
              ? Math.max(words, (words + alike) / 2)
              : alike >= 0.6
                ? (words + alike) / 2
                : 0;
          return { quantity, fit, set };
        });
    })
    .filter(({ fit }) => fit >= 0.58)
    .sort(
      (a, b) => b.fit - a.fit || Number(b.quantity.finding !== undefined) - Number(a.quantity.finding !== undefined),
    );
  const [best] = rated;
  if (!best) return { ...base, status: "not-covered", explanation: notCovered("list", doubtful, chain.unknown) };
  const { quantity, fit, set } = best;
  const others = rated.filter(
    (other) => other !== best && fit - other.fit < fitMargin && JSON.stringify(other.set) !== JSON.stringify(set),
  );
  const found = { ...base, match: matchOf(quantity), fit: Math.round(fit * 100) / 100 };
  const isSome = quantity.kind === "some" || partial.test(sentence);
  const against = set ?? { certain: printedSet(quantity.finding), possible: printedSet(quantity.finding) };
  const missing = isSome ? [] : against.certain.filter((id) => !ids.includes(id));
  const beside = ids.filter((id) => !against.possible.includes(id));
  // Of whom the tables have no value at all, they cannot say that the draft is wrong.
  const blank = beside.filter((id) => hasNoValue(id, quantity.topic, reference));
  const extra = beside.filter((id) => !blank.includes(id));
  if (others.length > 0 && missing.length + extra.length > 0)
    return {
      ...found,
      status: "possible",
      candidates: [best, ...others].map((one) => matchOf(one.quantity)),
      explanation: explainPossible([best, ...others].map((one) => one.quantity)),
    };
  const isRead = doubtful.length === 0 && chain.unknown.length === 0;
  const isClosed = isSome
    ? ids.every((id) => against.certain.includes(id))
    : against.certain.length === against.possible.length;
  const differs = missing.length + extra.length > 0;
  const status =
    !set || !isRead ? "uncertain" : differs ? "disagrees" : isClosed && blank.length === 0 ? "agrees" : "uncertain";
  return {
    ...found,
    status,
    ...(set ? { expected: namesOf(set.certain, reference) } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    ...(extra.length > 0 ? { extra } : {}),
    explanation: explainList({
      status,
      missing: namesOf(missing, reference),
      extra: namesOf(extra, reference),
      blank: namesOf(blank, reference),
      checked: set !== undefined,
      doubtful,
      unknown: chain.unknown,
    }),
  };
}

function hasNoValue(municipality: string, indicator: string | undefined, { data }: Reference): boolean {
  const cell = data.cells.find((one) => one.municipality === municipality && one.indicator === indicator);
  return cell !== undefined && cell.state.codes.length === 0 && cell.state.range === undefined;
}

function printedSet(finding: Finding | undefined): string[] {
  return Array.isArray(finding?.printed) ? finding.printed : [];
}

function tableSet(quantity: Quantity): { certain: string[]; possible: string[] } | undefined {
  if (quantity.finding?.verdict === "not-checkable") return undefined;
  const computed = quantity.computed();
  if (computed === null || typeof computed !== "object" || !("certain" in computed)) return undefined;
  return computed;
}

/** The part that two lists share of all they name. */
function alikeness(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 0 : a.filter((id) => b.includes(id)).length / all.size;
}
