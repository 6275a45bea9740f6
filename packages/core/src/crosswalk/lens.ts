import * as z from "zod";
import { Condition } from "../claim/condition.ts";
import { Id } from "../municipality/municipality.ts";
import { missingStatuses } from "../status/status.ts";
import { Text } from "../text/text.ts";
import { MatchKind } from "./match-kind.ts";

/**
 * What a municipality of one region would have by an indicator of another: several codes where the data do not tell
 * them apart. Rows are tried in order; one without `when` takes all that are left.
 */
export const LensValue = z.strictObject({
  codes: z.array(Id).min(1).optional(),
  status: z.enum(missingStatuses).optional().describe("no value, and why"),
  when: Condition.optional().describe("a condition over the data of the region that lends them"),
});
export type LensValue = z.infer<typeof LensValue>;

/** One indicator of the other region's methodology, read from this region's data. */
export const LensIndicator = z.strictObject({
  indicator: Id,
  kind: MatchKind.exclude(["none"]).describe("of what is read against what the indicator asks"),
  reason: Text,
  values: z.array(LensValue).min(1),
});
export type LensIndicator = z.infer<typeof LensIndicator>;

/** One region's data by the other's manner: what can be carried over and how, what cannot and why. */
export const Lens = z.strictObject({
  from: Id.describe("the region whose data are read"),
  to: Id.describe("the region whose methodology is applied"),
  indicators: z.array(LensIndicator).min(1),
  without: z.array(z.strictObject({ indicators: z.array(Id).min(1), reason: Text })).optional(),
});
export type Lens = z.infer<typeof Lens>;
