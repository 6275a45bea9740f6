import type { Crosswalk, Mapping, Methodology, Text } from "@metodika/core";
import { countBy } from "../relation/relation.ts";
import { indicatorIds } from "./share.ts";

/** What each region measures of each shared concept. */
export interface CoverageMatrix {
  regions: readonly string[];
  /** In the order of the crosswalk; `null` where it says nothing of a region. */
  concepts: readonly { id: string; title: Text; mappings: readonly (Mapping | null)[] }[];
  /** Indicators that no concept takes up, by region. */
  unmapped: Readonly<Record<string, readonly string[]>>;
  /** How many concepts of each kind, by region. */
  counts: readonly { region: string; kind: Mapping["kind"]; count: number }[];
}

/**
 * Concepts by regions: who measures what, how near, and by which indicators.
 *
 * @param methodologies of the regions to show, in their order
 */
export function coverageMatrix(crosswalk: Crosswalk, methodologies: readonly Methodology[]): CoverageMatrix {
  const regions = methodologies.map(({ region }) => region);
  const concepts = crosswalk.concepts.map(({ id, title, mappings }) => ({
    id,
    title,
    mappings: regions.map((region) => mappings.find((mapping) => mapping.region === region) ?? null),
  }));
  const mapped = crosswalk.concepts
    .flatMap(({ mappings }) => mappings)
    .filter(({ region }) => regions.includes(region))
    .map(({ region, kind }) => ({ region, kind }));
  const taken = new Set(
    crosswalk.concepts.flatMap(({ mappings }) =>
      mappings.flatMap(({ region, indicators }) => indicators.map((indicator) => `${region} ${indicator}`)),
    ),
  );
  return {
    regions,
    concepts,
    unmapped: Object.fromEntries(
      methodologies.map((methodology) => [
        methodology.region,
        indicatorIds(methodology).filter((indicator) => !taken.has(`${methodology.region} ${indicator}`)),
      ]),
    ),
    counts: countBy(mapped, "region", "kind"),
  };
}
