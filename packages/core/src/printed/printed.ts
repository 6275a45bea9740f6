import * as z from "zod";
import { Id } from "../municipality/municipality.ts";

/**
 * What a report prints as a result: points of a criterion, a level, membership of a group named in the text, whether a
 * recommendation is addressed. Never an input of the scorer. One row of `printed.csv`.
 */
export const Printed = z.object({
  kind: z.enum(["points", "level", "group", "addressee"]),
  municipality: Id,
  /** Criterion, level, `<indicator>=<code>`, or recommendation. */
  item: z.string().min(1),
  value: z.string().min(1),
  evidence: z.enum(["", "link"]),
  source: z.string().min(1),
  note: z.string(),
});
export type Printed = z.infer<typeof Printed>;
