import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";
import { Condition } from "./condition.ts";
import { Color } from "./scale.ts";

/** One level of a classification. */
export const LevelCode = z.strictObject({
  code: Id,
  /** A higher one is better. */
  order: z.number().int(),
  title: Text,
  letter: Text.optional(),
  color: Color.optional(),
});
export type LevelCode = z.infer<typeof LevelCode>;

/** A classification of municipalities by a decision table: the first rule whose condition holds gives the level. */
export const LevelDefinition = z.strictObject({
  id: Id,
  title: Text,
  /** `inferred`: the region prints the result and not the rule; the rule is a reconstruction. */
  basis: z.enum(["approved", "inferred"]),
  note: Text.optional(),
  /** Where this does not hold there is no level at all. */
  applies: Condition.optional(),
  /** At most 31: a set of levels is kept as the bits of one number. */
  codes: z.array(LevelCode).min(1).max(31),
  /** A rule without a condition takes all that are left. */
  rules: z.array(z.strictObject({ level: Id, when: Condition.optional() })).min(1),
});
export type LevelDefinition = z.infer<typeof LevelDefinition>;
