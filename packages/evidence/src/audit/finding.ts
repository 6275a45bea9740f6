import type { PrintedValue, Text } from "@metodika/core";
import type { Verdict } from "./judge.ts";

/** What a query can give, as data. */
export type Computed =
  | null
  | number
  | boolean
  | string
  /** Least and greatest. */
  | { low: number; high: number }
  | { numerator: [number, number]; denominator: [number, number]; percent: [number, number] }
  | { certain: string[]; possible: string[] };

/** A statement of a report and what its tables and its other statements make of it. */
export interface Finding {
  id: string;
  round: string;
  /** A statement of the text, the points of a row, or what a legend or rule leaves open. */
  kind: "claim" | "points" | "rule";
  statement: Text;
  source: string;
  universe: string;
  printed: PrintedValue | null;
  computed: Computed;
  verdict: Verdict;
  explanation: Text;
  /** The other places: columns of tables, facts, dates and claims that the statement is held against. */
  against: string[];
  /** Readings under which the statement is not contradicted, where it is by its words. */
  readings: { id: string; title: Text; verdict: Verdict; computed: Computed }[];
  /** For a share: the universes that give the printed figure as base. */
  bases: string[];
  /** For a list that is contradicted: the municipalities where it is; the list may be right about all others. */
  disagreeing?: string[];
  /** Where it stays open: other claims that cannot all hold, by id, and on which of them the answer depends. */
  conflicts?: string[][];
  /** It rests on a rule that the region has not approved. */
  inferred: boolean;
  exact: boolean;
}
