import {
  type Crosswalk,
  checkCrosswalk,
  hasErrors,
  indicatorsOf,
  type Mapping,
  type Methodology,
  meaningOfPart,
  type PlacedIndicator,
  type Problem,
  type Text,
} from "@metodika/core";
import { refusal } from "../../problem/refusal.ts";
import type { DifferenceKind, MethodologyDifference } from "./difference.ts";

/** One shared concept in the methodologies of two regions. */
export interface ConceptDifference {
  concept: string;
  title: Text;
  mappings: readonly [Mapping | null, Mapping | null];
  /** Empty where both ask the same on the same scale for the same points. */
  kinds: readonly DifferenceKind[];
}

/**
 * Two methodologies matched by the concepts of a crosswalk. A concept that one alone measures is added or dropped; where
 * both do, indicators that do not coincide with it are another wording, and other sets of scales or points are told.
 */
export function conceptDifferences(
  before: Methodology,
  after: Methodology,
  crosswalk: Crosswalk | undefined,
): { concepts: ConceptDifference[]; differences: MethodologyDifference[]; problems: Problem[] } {
  const nothing = (problem: Problem) => ({ concepts: [], differences: [], problems: [problem] });
  if (!crosswalk)
    return nothing(
      refusal("diff/no-crosswalk", {
        ru: `«${before.id}» и «${after.id}» — методики разных регионов, а crosswalk.yaml нет: показатели не с чем соотнести`,
        en: `"${before.id}" and "${after.id}" belong to different regions and there is no crosswalk.yaml to match their indicators`,
      }),
    );
  const own: Crosswalk = {
    concepts: crosswalk.concepts.map(({ cautions: _, ...concept }) => ({
      ...concept,
      mappings: concept.mappings.filter(({ region }) => region === before.region || region === after.region),
    })),
  };
  const problems = checkCrosswalk(own, new Map([before, after].map((one) => [one.region, one])));
  if (hasErrors(problems)) return { concepts: [], differences: [], problems };
  const concepts = own.concepts.flatMap(({ id, title, mappings }): ConceptDifference[] => {
    const pair = [before, after].map(
      ({ region }) => mappings.find((mapping) => mapping.region === region && mapping.kind !== "none") ?? null,
    ) as [Mapping | null, Mapping | null];
    return pair[0] || pair[1] ? [{ concept: id, title, mappings: pair, kinds: kindsOf(pair, before, after) }] : [];
  });
  if (!concepts.some(({ mappings }) => mappings.every(Boolean)))
    return nothing(
      refusal("diff/nothing-in-common", {
        ru: `у методик «${before.id}» и «${after.id}» нет ни одного общего понятия в crosswalk.yaml`,
        en: `methodologies "${before.id}" and "${after.id}" share no concept in crosswalk.yaml`,
      }),
    );
  const differences = [
    ...unmapped(after, own).map(
      (id): MethodologyDifference => ({ part: "indicator", after: id, kinds: ["added"], declared: [] }),
    ),
    ...unmapped(before, own).map(
      (id): MethodologyDifference => ({ part: "indicator", before: id, kinds: ["dropped"], declared: [] }),
    ),
  ];
  return { concepts, differences, problems: [] };
}

function kindsOf([was, is]: readonly [Mapping | null, Mapping | null], before: Methodology, after: Methodology) {
  if (!was) return ["added"] as const;
  if (!is) return ["dropped"] as const;
  const [a, b] = [placedOf(was, before), placedOf(is, after)];
  const kinds: DifferenceKind[] = [];
  if (was.kind !== "same" || is.kind !== "same") kinds.push("reworded");
  if (a.length > 0 && b.length > 0) {
    const set = (of: (placed: PlacedIndicator) => unknown) => (list: readonly PlacedIndicator[]) =>
      JSON.stringify([...new Set(list.map((placed) => meaningOfPart(of(placed))))].sort());
    const scales = set(({ scale }) => scale);
    if (scales(a) !== scales(b)) kinds.push("rescaled");
    const points = set(({ indicator }) => ({
      points: indicator.points ?? null,
      weight: String(indicator.weight ?? 1),
    }));
    if (points(a) !== points(b)) kinds.push("rerated");
  }
  return kinds;
}

function placedOf({ indicators }: Mapping, methodology: Methodology): PlacedIndicator[] {
  return indicatorsOf(methodology).filter(({ indicator }) => indicators.includes(indicator.id));
}

function unmapped(methodology: Methodology, { concepts }: Crosswalk): string[] {
  const taken = new Set(
    concepts.flatMap(({ mappings }) =>
      mappings.flatMap(({ region, indicators }) => (region === methodology.region ? indicators : [])),
    ),
  );
  return indicatorsOf(methodology).flatMap(({ indicator: { id } }) => (taken.has(id) ? [] : [id]));
}
