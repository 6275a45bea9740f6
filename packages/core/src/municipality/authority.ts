import * as z from "zod";
import { Id } from "./municipality.ts";

/**
 * The municipal education authority: respondent and addressee. Cases are data: a blank one is unknown, never formed by
 * rule. One row of `authorities.csv`.
 */
export const Authority = z.object({
  municipality: Id,
  name_ru: z.string(),
  name_ru_genitive: z.string(),
  name_ru_dative: z.string(),
  name_en: z.string(),
  /** The other names under which the report speaks of it. */
  variants: z.string().transform((value) => value.split("|").filter((variant) => variant.trim() !== "")),
  source: z.string().min(1),
  note: z.string(),
});
export type Authority = z.infer<typeof Authority>;
