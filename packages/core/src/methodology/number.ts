import * as z from "zod";
import { decimal } from "../decimal/decimal.ts";

/** An exact decimal in a YAML file: a number, or its text where more than fifteen digits matter. */
export const DecimalValue = z
  .union([z.number(), z.string().regex(/^[+-]?\d+(\.\d+)?$/)])
  .refine((value) => decimal(value) !== undefined, "a finite decimal number");
export type DecimalValue = z.infer<typeof DecimalValue>;
