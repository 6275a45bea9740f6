import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";
import { LevelDefinition } from "./level.ts";
import { Missing } from "./missing.ts";
import { DecimalValue } from "./number.ts";
import { Points } from "./points.ts";
import { PreviousVersion } from "./previous-version.ts";
import { Recommendation } from "./recommendation.ts";
import { Scale } from "./scale.ts";

/** A day, a month or a year. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** An order, regulation or other document that a methodology or a round stands on. */
export const LegalAct = z.strictObject({
  id: Id,
  role: z.string().optional(),
  title: Text,
  issuer: Text.optional(),
  number: z.string().optional(),
  date: PartialDate.optional(),
  source: z.string().optional(),
});
export type LegalAct = z.infer<typeof LegalAct>;

/** One indicator: one column of a table of the report. */
export const Indicator = z.strictObject({
  id: Id,
  /** Number of the column in its table, from 1. */
  column: z.number().int().positive().optional(),
  /** The heading as printed. */
  title: Text,
  /** One to three words for narrow columns. */
  short: Text.optional(),
  /** What else texts call it, in the language of the region: a draft is read by these words too. */
  aliases: z
    .array(z.string().min(1))
    .optional()
    .describe("what else texts call it; a draft is read by these words too"),
  scale: Id,
  /** Absent: the methodology gives no points for it. */
  points: Points.optional().describe(
    "points of each code, steps, normalize or value; absent: no points for this indicator",
  ),
  weight: DecimalValue.optional(),
  /** External frameworks that ask for the same. */
  frameworks: z.array(Id).optional(),
  /** What proves the value. */
  evidence: Text.optional(),
  note: Text.optional(),
});
export type Indicator = z.infer<typeof Indicator>;

/** How the points of the parts become the points of the whole. */
export const Aggregate = z.strictObject({
  aggregate: z.enum(["sum", "mean", "geometric-mean", "min", "max"]),
});
export type Aggregate = z.infer<typeof Aggregate>;

/** A criterion: indicators, or criteria again, to any depth. */
export interface Criterion {
  id: string;
  table?: number | undefined;
  title: Text;
  short?: Text | undefined;
  aliases?: string[] | undefined;
  points?: Aggregate | undefined;
  weight?: DecimalValue | undefined;
  indicators?: Indicator[] | undefined;
  criteria?: Criterion[] | undefined;
  note?: Text | undefined;
}
export const Criterion: z.ZodType<Criterion> = z.lazy(() =>
  z.strictObject({
    id: Id,
    table: z.number().int().positive().optional(),
    title: Text,
    short: Text.optional(),
    /** What else texts call it, in the language of the region: a draft is read by these words too. */
    aliases: z
      .array(z.string().min(1))
      .optional()
      .describe("what else texts call it; a draft is read by these words too"),
    /** Absent: the methodology gives no points here. */
    points: Aggregate.optional().describe(
      "how the points of the parts become those of the whole; absent: the methodology gives none here, even if indicators have points",
    ),
    weight: DecimalValue.optional(),
    indicators: z.array(Indicator).optional(),
    criteria: z.array(Criterion).optional(),
    note: Text.optional(),
  }),
);

/** A methodology: all that turns the answers of a round into results, as data. */
export const Methodology = z.strictObject({
  id: Id,
  region: Id,
  /** A changed meaning (points, scales, levels) is a new major version. */
  version: z
    .string()
    .describe("a changed meaning is a new major version")
    .regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(["draft", "agreed", "approved"]),
  /** Of an invented region: «условные данные», and whatever is shown says so. */
  synthetic: z.literal(true).optional().describe("of an invented region"),
  title: Text,
  /** How the region calls the municipal education authority. */
  authority: z.strictObject({ short: Text, title: Text }).optional(),
  orders: z.array(LegalAct),
  frameworks: z.array(z.strictObject({ id: Id, title: Text, publisher: Text.optional() })).optional(),
  scales: z.record(Id, Scale),
  missing: Missing.describe("what a missing value does, per SDMX status"),
  criteria: z.array(Criterion).min(1),
  /** Absent: the methodology defines no total. */
  total: Aggregate.optional().describe("absent: the methodology defines no total"),
  levels: z.array(LevelDefinition).optional(),
  /** The version before this one and what became of its indicators. */
  previous: PreviousVersion.optional(),
  recommendations: z.array(Recommendation).optional(),
});
export type Methodology = z.infer<typeof Methodology>;
