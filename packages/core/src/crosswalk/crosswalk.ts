import * as z from "zod";
import { Condition } from "../claim/condition.ts";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";
import { Lens } from "./lens.ts";
import { MatchKind } from "./match-kind.ts";

/** Who counts, of whom, in one region. */
export const Measure = z.strictObject({
  /** A municipality counts where this holds. */
  holds: Condition,
  /** It may count where this holds: the region's data do not tell. */
  possibly: Condition.optional(),
  /** Of those where this holds; absent: of all municipalities. */
  of: Condition.optional(),
  /** What the denominator counts. */
  counts: Text,
});
export type Measure = z.infer<typeof Measure>;

/** How one region measures a concept. */
export const Mapping = z.strictObject({
  region: Id,
  kind: MatchKind.describe("of the region's indicators against the concept"),
  /** Indicators of the region's methodology; none where facts of the text speak, or nothing does. */
  indicators: z.array(Id),
  reason: Text,
  /** Absent where the region has nothing to count. */
  measure: Measure.optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** Where a comparison misleads, and the redefinition that makes it fair. */
export const Caution = z.strictObject({
  id: Id,
  text: Text,
  /** By region: what to count in place of the measure of the mapping. */
  fair: z.strictObject({ title: Text, measures: z.record(Id, Measure) }).optional(),
});
export type Caution = z.infer<typeof Caution>;

/** Something that several regions measure, each in its own way. */
export const Concept = z.strictObject({
  id: Id,
  title: Text,
  definition: Text,
  mappings: z.array(Mapping).min(1),
  cautions: z.array(Caution).optional(),
});
export type Concept = z.infer<typeof Concept>;

/** The indicators of several methodologies mapped to shared concepts. `crosswalk.yaml`. */
export const Crosswalk = z.strictObject({
  concepts: z.array(Concept).min(1),
  /** Absent: no region's data are read by another's methodology. */
  lenses: z.array(Lens).optional(),
});
export type Crosswalk = z.infer<typeof Crosswalk>;
