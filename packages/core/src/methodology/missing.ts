import * as z from "zod";
import { Text } from "../text/text.ts";

/**
 * What a missing value does to the result: `zero` gives no points; `exclude` leaves the indicator out, its maximum too;
 * `redistribute` leaves it out and gives its weight to its siblings; `bounds` lets it be any value of its scale.
 */
export const MissingPolicy = z.enum(["zero", "exclude", "redistribute", "bounds"]);
export type MissingPolicy = z.infer<typeof MissingPolicy>;

const Rule = z.strictObject({
  policy: MissingPolicy.describe(
    "zero: no points; exclude: left out, its maximum too; redistribute: left out, its weight to its siblings; bounds: any value of the scale",
  ),
  reason: Text,
});

/** The policy of a methodology for each status that has no value, with the reason. */
export const Missing = z.strictObject({
  L: Rule.describe("not submitted"),
  M: Rule.describe("cannot exist"),
  O: Rule.describe("missing without a reason, or a blank cell"),
  Q: Rule.describe("suppressed"),
  S: Rule.describe("not done because of a special event"),
});
export type Missing = z.infer<typeof Missing>;
