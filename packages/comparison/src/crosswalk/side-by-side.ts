import {
  type Caution,
  type Concept,
  type ConceptMeasure,
  type Crosswalk,
  checkCrosswalk,
  hasErrors,
  type Mapping,
  type MunicipalityType,
  type Problem,
  type RoundData,
  type Text,
} from "@metodika/core";
import { refusal } from "../problem/refusal.ts";
import { type CountBounds, type Share, shareOf } from "./share.ts";

/** A share of a round, whole and by type of municipality; types that the region does not have stay out. */
export interface ConceptShare extends Share {
  byType: Readonly<Partial<Record<MunicipalityType, Share>>>;
}

/** One concept in two rounds. */
export interface ConceptComparison {
  concept: string;
  title: Text;
  definition: Text;
  /** How each region measures it; null where the crosswalk says nothing. */
  mappings: readonly [Mapping | null, Mapping | null];
  /** Null where the region has nothing to count. */
  shares: readonly [ConceptShare | null, ConceptShare | null];
  /** What a reader should know before comparing. */
  cautions: readonly Caution[];
  /** The shares by the redefinitions that make the comparison fair. */
  fair: readonly {
    caution: string;
    title: Text;
    shares: readonly [ConceptShare | null, ConceptShare | null];
  }[];
  /** True where both regions measure the same and no caution speaks against it. */
  straightforward: boolean;
}

/** Two regions, concept by concept; where a comparison misleads is said first. */
export interface SideBySide {
  rounds: readonly [string, string];
  warnings: readonly { concept: string; title: Text; caution: string; text: Text; hasFair: boolean }[];
  concepts: readonly ConceptComparison[];
}

/**
 * Puts two regions side by side through a crosswalk: per shared concept the shares with numerator, denominator, what it
 * counts, and bounds.
 *
 * @returns nothing and the reason for two rounds of one region, a crosswalk that names what does not exist, and regions
 *   that share no concept
 */
export function sideBySide(
  a: RoundData,
  b: RoundData,
  crosswalk: Crosswalk,
  options: { bounds?: CountBounds } = {},
): { sides: SideBySide | undefined; problems: Problem[] } {
  const regions = [a.round.region, b.round.region] as const;
  if (regions[0] === regions[1])
    return {
      sides: undefined,
      problems: [
        refusal(
          "comparison/same-region",
          {
            ru: `«${a.round.id}» и «${b.round.id}» — мониторинги одного региона; для них есть динамика`,
            en: `"${a.round.id}" and "${b.round.id}" are rounds of one region; dynamics compare them`,
          },
          regions[1],
        ),
      ],
    };
  const own = crosswalkOf(crosswalk, regions);
  const problems = checkCrosswalk(own, new Map([a, b].map(({ round, methodology }) => [round.region, methodology])));
  if (hasErrors(problems)) return { sides: undefined, problems };
  const concepts = own.concepts.map((concept) => compared(concept, a, b, options));
  if (!concepts.some(({ shares, mappings }) => shares.every(Boolean) || mappings.every(isShared)))
    return {
      sides: undefined,
      problems: [
        refusal("comparison/nothing-in-common", {
          ru: `у регионов «${regions[0]}» и «${regions[1]}» нет ни одного общего понятия в crosswalk.yaml`,
          en: `regions "${regions[0]}" and "${regions[1]}" share no concept in crosswalk.yaml`,
        }),
      ],
    };
  const warnings = concepts.flatMap(({ concept, title, cautions }) =>
    cautions.map(({ id, text, fair }) => ({ concept, title, caution: id, text, hasFair: fair !== undefined })),
  );
  return { sides: { rounds: [a.round.id, b.round.id], warnings, concepts }, problems };
}

function isShared(mapping: Mapping | null): boolean {
  return mapping !== null && mapping.kind !== "none";
}

/** The part of a crosswalk that speaks of two regions. */
function crosswalkOf({ concepts }: Crosswalk, regions: readonly string[]): Crosswalk {
  const speaks = (region: string) => regions.includes(region);
  return {
    concepts: concepts.map((concept) => ({
      ...concept,
      mappings: concept.mappings.filter(({ region }) => speaks(region)),
      ...(concept.cautions
        ? {
            cautions: concept.cautions.map((caution) => ({
              ...caution,
              ...(caution.fair
                ? {
                    fair: {
                      ...caution.fair,
                      measures: Object.fromEntries(
                        Object.entries(caution.fair.measures).filter(([region]) => speaks(region)),
                      ),
                    },
                  }
                : {}),
            })),
          }
        : {}),
    })),
  };
}

function compared(
  { id, title, definition, mappings, cautions = [] }: Concept,
  a: RoundData,
  b: RoundData,
  options: { bounds?: CountBounds },
): ConceptComparison {
  const of = (data: RoundData) => mappings.find(({ region }) => region === data.round.region) ?? null;
  const pair = [of(a), of(b)] as const;
  const share = (data: RoundData, measure: ConceptMeasure | undefined) =>
    measure ? conceptShare(data, measure, options) : null;
  // A caution speaks only where both regions give something to compare.
  const relevant = pair.every(isShared) ? cautions : [];
  return {
    concept: id,
    title,
    definition,
    mappings: pair,
    shares: [share(a, pair[0]?.measure), share(b, pair[1]?.measure)],
    cautions: relevant,
    fair: relevant.flatMap(({ id: caution, fair }) =>
      fair
        ? [
            {
              caution,
              title: fair.title,
              shares: [
                share(a, fair.measures[a.round.region] ?? pair[0]?.measure),
                share(b, fair.measures[b.round.region] ?? pair[1]?.measure),
              ] as const,
            },
          ]
        : [],
    ),
    straightforward: relevant.length === 0 && pair.every((mapping) => mapping?.kind === "same"),
  };
}

function conceptShare(data: RoundData, measure: ConceptMeasure, options: { bounds?: CountBounds }): ConceptShare {
  const types = [...new Set(data.municipalities.map(({ type }) => type))];
  return {
    ...shareOf(data, measure, options),
    byType: Object.fromEntries(
      types.map((type) => [
        type,
        shareOf(data, measure, {
          municipalities: data.municipalities.filter((municipality) => municipality.type === type),
        }),
      ]),
    ),
  };
}
