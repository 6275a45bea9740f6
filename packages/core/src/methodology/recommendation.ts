import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";
import { Condition } from "./condition.ts";

/** A part of a recommendation, with its own parts. */
export type RecommendationPart = { text: Text; parts?: RecommendationPart[] | undefined };
export const RecommendationPart: z.ZodType<RecommendationPart> = z.lazy(() =>
  z.strictObject({ text: Text, parts: z.array(RecommendationPart).optional() }),
);

/** To whom a recommendation goes: all, those that meet a condition or all but those, or those whom an expert names. */
export const Addressees = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({ when: Condition }),
  z.strictObject({ except: Condition }),
  z.strictObject({ named: z.array(Id).min(1), reason: Text }),
  z.strictObject({ except_named: z.array(Id).min(1), reason: Text }),
]);
export type Addressees = z.infer<typeof Addressees>;

/** A recommendation as a rule: who, to whom, what, how often. Deadlines belong to a round. */
export const Recommendation = z.strictObject({
  id: Id,
  /** Number in the report, if it has one. */
  number: z.string().optional(),
  /** The education authority of the municipality, or its methodological service. */
  to: z.enum(["authority", "service"]),
  who: Addressees,
  /** `inferred`: the report prints a list; the condition is a reconstruction. */
  basis: z.enum(["approved", "inferred"]).optional(),
  text: Text,
  parts: z.array(RecommendationPart).optional(),
  every: Text.optional(),
  source: z.string().min(1),
});
export type Recommendation = z.infer<typeof Recommendation>;
