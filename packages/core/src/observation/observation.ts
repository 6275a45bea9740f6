import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { bases, statuses } from "../status/status.ts";

/** What the source shows for one municipality and one indicator. One row of `observations.csv`. */
export const Observation = z.object({
  municipality: Id,
  indicator: Id,
  /** The text of the cell; for a bounded cell the values that it can have, joined by `|` (`a..b` for numbers). */
  raw: z.string(),
  status: z.enum(statuses),
  basis: z.enum(bases),
  /** Report and place: `amur-2022 table 1 row 15`. */
  source: z.string().min(1),
  /** `link` where the source underlines the cell: the evidence was linked. */
  evidence: z.enum(["", "link"]),
  note: z.string(),
});
export type Observation = z.infer<typeof Observation>;
