import * as z from "zod";
import { ClaimId } from "../claim/claim-id.ts";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";

const base = {
  id: Id,
  title: Text,
  /** Of the facts that are told together. */
  topic: Id,
  /** The statements that it rests on: it is not told where the tables contradict one of them. */
  rests_on: z.array(ClaimId).optional(),
};

/** Facts of one topic that a report tells together. */
export const FactGroup = z.discriminatedUnion("as", [
  /** A number for each kind, of the region, in a table with their sum. */
  z.strictObject({
    ...base,
    as: z.literal("table"),
    /** What the kinds are, as the heading of the first column. */
    kind: Text,
    /** Only facts counted in this unit. */
    unit: z.string().min(1).optional(),
    /** The fact that prints how many there are in all, and the statements that it rests on. */
    total: z.strictObject({ fact: Id, rests_on: z.array(ClaimId).optional() }).optional(),
  }),
  /** The municipalities that have such a fact, with its number where it is one. */
  z.strictObject({ ...base, as: z.literal("municipalities") }),
]);
export type FactGroup = z.infer<typeof FactGroup>;

/** What a report tells of its facts that no indicator has, in a part of its own. */
export const FactSection = z.strictObject({ title: Text, groups: z.array(FactGroup).min(1) });
export type FactSection = z.infer<typeof FactSection>;
