import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";

/** What can happen to an indicator between two versions of a methodology. */
export const ChangeKind = z.enum(["added", "dropped", "renamed", "reworded", "rescaled", "rerated"]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** A change of one indicator, with the reason; an indicator may have several. */
export const IndicatorChange = z.strictObject({
  kind: ChangeKind.describe("rescaled: another scale; rerated: other points or weight; renamed: another id"),
  /** Its id in this version; of a dropped one, in the previous version. */
  indicator: Id,
  /** Its id in the previous version, where it had another. */
  was: Id.optional(),
  /** True where the values mean the same all the same; absent: the series breaks here. */
  comparable: z.boolean().optional(),
  reason: Text,
});
export type IndicatorChange = z.infer<typeof IndicatorChange>;

/** The version that a methodology replaces and what became of its indicators; those not named stay as they were. */
export const PreviousVersion = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  changes: z.array(IndicatorChange),
});
export type PreviousVersion = z.infer<typeof PreviousVersion>;
