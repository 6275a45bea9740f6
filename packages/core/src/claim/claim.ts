import * as z from "zod";
import { Id, MunicipalityType } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";
import { ClaimId } from "./claim-id.ts";
import { Condition } from "./condition.ts";
import { Query } from "./query.ts";

/** What a text prints: an exact number, a bound, a percentage with its digits, a complete list, a truth, a text or date. */
export const PrintedValue = z.union([
  z.number(),
  z.boolean(),
  z.array(Id),
  z.strictObject({ percent: z.string().regex(/^\d+(\.\d+)?$/) }),
  z.strictObject({ at_least: z.number() }),
  z.strictObject({ more_than: z.number() }),
  z.string().min(1),
]);
export type PrintedValue = z.infer<typeof PrintedValue>;

/** A fair way to read a sentence in which its words mean something else. */
export const Reading = z.strictObject({
  id: Id,
  title: Text,
  universe: Id.optional(),
  base: Id.optional(),
  query: Query.optional(),
  printed: PrintedValue.optional(),
});
export type Reading = z.infer<typeof Reading>;

/** What tests a conclusion about influence: does an indicator differ between groups of municipalities? */
export const Inference = z.strictObject({
  indicator: Id,
  /** Of whom the sentence can speak: ids of universes, or `all`. */
  universes: z.array(Id).min(1),
  /** Ways of putting the types of municipalities into groups. */
  groupings: z.array(z.array(z.array(MunicipalityType).min(1)).min(2)).min(1),
});
export type Inference = z.infer<typeof Inference>;

/** A checkable statement of a text, in our own words, with the query that recomputes it and the universe it speaks of. */
export const Claim = z.strictObject({
  id: ClaimId,
  /** Report and place. */
  source: z.string().min(1),
  statement: Text,
  /** Absent: every municipality of the region. */
  universe: Id.optional(),
  /** What a share divides by; absent: the universe. */
  base: Id.optional(),
  query: Query.optional(),
  printed: PrintedValue.optional(),
  /** Why no table decides it; in place of a query. */
  not_checkable: Text.optional(),
  /** A conclusion about influence that no table decides, but a test can speak of. */
  inference: Inference.optional(),
  /** It rests on a rule that the region has not approved. */
  inferred: z.boolean().optional(),
  /** False: it takes no part in deduction. */
  use: z.boolean().optional(),
  readings: z.array(Reading).optional(),
  note: Text.optional(),
});
export type Claim = z.infer<typeof Claim>;

/** A set of municipalities that a text speaks of, with the other fair definitions of the same word. */
export const Universe = z.strictObject({
  id: Id,
  title: Text,
  /** How texts say that somebody is of it («сведения представили»): a draft is read by these words too. */
  aliases: z.array(z.string().min(1)).optional().describe("how texts say that somebody is of it"),
  who: Condition,
  readings: z.array(z.strictObject({ id: Id, title: Text, who: Condition })).optional(),
});
export type Universe = z.infer<typeof Universe>;

/** The claims of one report: `claims.yaml`. */
export const Claims = z.strictObject({
  universes: z.array(Universe).optional(),
  claims: z.array(Claim),
  /** Places with a figure or a municipality that hold no claim, and why. */
  uncovered: z.array(z.strictObject({ source: z.string().min(1), reason: Text })).optional(),
});
export type Claims = z.infer<typeof Claims>;
