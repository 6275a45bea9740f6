import type { Problem } from "@metodika/core";
import type { Table } from "@metodika/presentation";
import type { RecoveryOptions } from "../open.ts";

/** How two rounds are compared. */
export const comparisons = ["dynamics", "side-by-side"] as const;

/** What a caller may ask of a comparison. */
export interface CompareOptions extends Omit<RecoveryOptions, "format"> {
  format?: string;
  out?: string;
  csv: "excel" | "machine";
  /** By default the regions decide. */
  as?: (typeof comparisons)[number];
  breaks?: boolean;
  mergers?: boolean;
  transitions?: boolean;
  municipality?: string;
}

/** What a comparison gives: data for machines, tables for people; no tables where it was refused. */
export interface Compared {
  json: unknown;
  tables: Table[];
  problems: readonly Problem[];
}
