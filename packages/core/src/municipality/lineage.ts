import * as z from "zod";
import { PartialDate } from "../methodology/methodology.ts";
import { Id } from "./municipality.ts";

/** What became of a municipality: a new name, a new status in law, one of several that became one, one that became several. */
export const LineageKind = z.enum(["rename", "status", "merger", "split"]);
export type LineageKind = z.infer<typeof LineageKind>;

/** One municipality and what it became. One row of `lineage.csv`. */
export const LineageRow = z.object({
  predecessor: Id,
  successor: Id,
  kind: LineageKind,
  /** The first day of the new order. */
  date: PartialDate,
  source: z.string().min(1),
});
export type LineageRow = z.infer<typeof LineageRow>;

/** A row of `lineage.csv` with the line it stands on, so that whoever reads it later can point there. */
export interface Lineage extends LineageRow {
  line: number;
}

/** The file that holds the lineage, for problems. */
export const lineageFile = "lineage.csv";
