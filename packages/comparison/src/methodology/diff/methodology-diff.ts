import {
  alignMethodologies,
  type Criterion,
  type Crosswalk,
  criteriaOf,
  fold,
  type Methodology,
  meaningOfPart,
  missingStatuses,
  type Problem,
  type Text,
} from "@metodika/core";
import { type ConceptDifference, conceptDifferences } from "./concept-differences.ts";
import {
  type DifferenceKind,
  type MethodologyDifference,
  type MethodologyPart,
  methodologyParts,
} from "./difference.ts";

/** Two methodologies side by side. */
export interface MethodologyDiff {
  /** `<id>@<version>` */
  before: string;
  after: string;
  /** How their indicators are matched: by what the later version declares and by ids, or by shared concepts. */
  matched: "versions" | "concepts";
  /** Parts that differ; none where they mean and say the same. */
  differences: readonly MethodologyDifference[];
  /** Of two regions: concept by concept. */
  concepts: readonly ConceptDifference[];
  /** Parts that did not change, by kind. */
  same: Readonly<Record<MethodologyPart, number>>;
}

/**
 * What differs between two versions of a methodology, or between the methodologies of two regions: added, dropped,
 * reworded, rescaled, rerated. Versions are matched by what the later one declares and by ids, regions through the
 * crosswalk, and its indicators that no concept takes up are added or dropped.
 *
 * @returns no difference and the reason for two regions without a crosswalk, or with nothing in common in it
 */
export function methodologyDiff(
  before: Methodology,
  after: Methodology,
  crosswalk?: Crosswalk,
): { diff: MethodologyDiff | undefined; problems: Problem[] } {
  const frame = { before: `${before.id}@${before.version}`, after: `${after.id}@${after.version}` };
  if (before.region !== after.region) {
    const { concepts, differences, problems } = conceptDifferences(before, after, crosswalk);
    if (problems.length > 0) return { diff: undefined, problems };
    return { diff: { ...frame, matched: "concepts", differences, concepts, same: noneSame }, problems };
  }
  const all: MethodologyDifference[] = [
    ...indicatorDifferences(before, after),
    ...criterionDifferences(before, after),
    ...missingStatuses.map((status) =>
      both("missing", status, before.missing[status].policy === after.missing[status].policy ? [] : ["rerated"]),
    ),
    ...totalDifference(before, after),
    ...levelDifferences(before, after),
    ...recommendationDifferences(before, after),
  ];
  const same = { ...noneSame };
  for (const { part, kinds } of all) if (kinds.length === 0) same[part]++;
  const differences = all.filter(({ kinds }) => kinds.length > 0);
  return { diff: { ...frame, matched: "versions", differences, concepts: [], same }, problems: [] };
}

const noneSame = Object.fromEntries(methodologyParts.map((part) => [part, 0])) as Record<MethodologyPart, number>;

function both(part: MethodologyPart, id: string, kinds: readonly DifferenceKind[]): MethodologyDifference {
  return { part, before: id, after: id, kinds, declared: [] };
}

function indicatorDifferences(before: Methodology, after: Methodology): MethodologyDifference[] {
  return alignMethodologies(before, after).map(({ before: was, after: is, changes, declared }) => ({
    part: "indicator",
    ...(was ? { before: was.indicator.id } : {}),
    ...(is ? { after: is.indicator.id } : {}),
    kinds: [...changes, ...(was && is && was.criterion.id !== is.criterion.id ? (["moved"] as const) : [])],
    declared,
  }));
}

function criterionDifferences(before: Methodology, after: Methodology): MethodologyDifference[] {
  const parents = (methodology: Methodology) =>
    new Map(
      criteriaOf(methodology).flatMap(({ id, criteria = [] }) => criteria.map((child) => [child.id, id] as const)),
    );
  const [was, is] = [parents(before), parents(after)];
  const rule = ({ points, weight }: Criterion) =>
    meaningOfPart({ points: points ?? null, weight: String(weight ?? 1) });
  return paired("criterion", criteriaOf(before), criteriaOf(after), (a, b) => [
    ...(sameWords(a.title, b.title) ? [] : (["reworded"] as const)),
    ...(rule(a) === rule(b) ? [] : (["rerated"] as const)),
    ...(was.get(a.id) === is.get(b.id) ? [] : (["moved"] as const)),
  ]);
}

function totalDifference({ total: was }: Methodology, { total: is }: Methodology): MethodologyDifference[] {
  if (!was && !is) return [];
  if (was && is) return [both("total", "total", was.aggregate === is.aggregate ? [] : ["rerated"])];
  return [
    is
      ? { part: "total", after: "total", kinds: ["added"], declared: [] }
      : { part: "total", before: "total", kinds: ["dropped"], declared: [] },
  ];
}

function levelDifferences({ levels: was = [] }: Methodology, { levels: is = [] }: Methodology) {
  return paired("level", was, is, (a, b) => [
    ...(sameWords(a.title, b.title) ? [] : (["reworded"] as const)),
    ...(sameMeaning(
      a.codes.map(({ code, order }) => ({ code, order })),
      b.codes.map(({ code, order }) => ({ code, order })),
    )
      ? []
      : (["rescaled"] as const)),
    ...(sameMeaning([a.applies ?? null, a.rules], [b.applies ?? null, b.rules]) ? [] : (["rerated"] as const)),
  ]);
}

function recommendationDifferences({ recommendations: was = [] }: Methodology, after: Methodology) {
  return paired("recommendation", was, after.recommendations ?? [], (a, b) => [
    ...(sameWords(a.text, b.text) && JSON.stringify(a.parts ?? []) === JSON.stringify(b.parts ?? [])
      ? []
      : (["reworded"] as const)),
    ...(sameMeaning({ who: a.who, to: a.to }, { who: b.who, to: b.to }) ? [] : (["rerated"] as const)),
  ]);
}

/** Parts by id: those of the later methodology in its order, those that it dropped last. */
function paired<T extends { id: string }>(
  part: MethodologyPart,
  before: readonly T[],
  after: readonly T[],
  differs: (was: T, is: T) => DifferenceKind[],
): MethodologyDifference[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const current = new Set(after.map(({ id }) => id));
  return [
    ...after.map((is): MethodologyDifference => {
      const was = old.get(is.id);
      return was ? both(part, is.id, differs(was, is)) : { part, after: is.id, kinds: ["added"], declared: [] };
    }),
    ...before.flatMap(({ id }): MethodologyDifference[] =>
      current.has(id) ? [] : [{ part, before: id, kinds: ["dropped"], declared: [] }],
    ),
  ];
}

function sameWords(a: Text, b: Text): boolean {
  return fold(a.ru) === fold(b.ru) && fold(a.en) === fold(b.en);
}

function sameMeaning(a: unknown, b: unknown): boolean {
  return meaningOfPart(a) === meaningOfPart(b);
}
