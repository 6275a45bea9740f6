import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";
import { parseInterval } from "./interval.ts";
import { DecimalValue } from "./number.ts";

/** The colours in which regions print their tables; a letter or word always stands beside. */
export const Color = z.enum(["green", "yellow", "red", "blue", "none"]);
export type Color = z.infer<typeof Color>;

/** One value of a scale. */
export const Code = z.strictObject({
  code: Id,
  /** Rank on the scale: a higher one is better. */
  order: z.number().int().describe("rank: a higher one is better"),
  title: Text,
  /** What else texts call it («не хватает сотрудников»): a draft is read by these words too. */
  aliases: z
    .array(z.string().min(1))
    .optional()
    .describe("what else texts call it; a draft is read by these words too"),
  /** The letter that stands for the colour. */
  letter: Text.optional(),
  color: Color.optional(),
  /** Forms under which sources print the value; case, spaces and ё do not count. */
  raw: z
    .array(z.string())
    .optional()
    .describe("further printed forms of the value; code and titles are accepted anyway"),
  /** The part of the measured quantity that the legend gives to this value, such as `(50,100)`. */
  interval: z
    .string()
    .refine((text) => parseInterval(text) !== undefined, "an interval such as [0,50), (50,100] or [5,inf)")
    .optional(),
});
export type Code = z.infer<typeof Code>;

/** What a legend measures, where it speaks of a quantity: a share of the staff, a headcount. */
export const Measure = z.strictObject({
  title: Text,
  /** `percent` of a whole, or `count` of things. */
  unit: z.enum(["percent", "count"]),
  from: DecimalValue,
  /** Absent: unlimited. */
  to: DecimalValue.optional(),
});
export type Measure = z.infer<typeof Measure>;

/** A scale of named values. */
export const CodeScale = z.strictObject({
  type: z.literal("codes"),
  measure: Measure.optional(),
  codes: z.array(Code).min(1),
});
export type CodeScale = z.infer<typeof CodeScale>;

/** A scale of numbers: counts, shares, measurements. */
export const NumberScale = z.strictObject({
  type: z.literal("number"),
  integer: z.boolean().optional(),
  from: DecimalValue.optional(),
  to: DecimalValue.optional(),
  unit: Text.optional(),
  /** Words that sources print instead of a number: `Нет: 0`. */
  raw: z.record(z.string(), DecimalValue).optional(),
});
export type NumberScale = z.infer<typeof NumberScale>;

/** What values an indicator can have. */
export const Scale = z.discriminatedUnion("type", [CodeScale, NumberScale]);
export type Scale = z.infer<typeof Scale>;
