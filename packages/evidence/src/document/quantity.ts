import type { Text } from "@metodika/core";
import type { Computed, Finding } from "../audit/audit.ts";
import type { Period } from "./period.ts";
import type { Phrasing } from "./phrasing.ts";

/** `some`: a text names some of a list, not all. */
export type QuantityKind = "count" | "percent" | "list" | "some" | "date";

/** What a figure of a draft can be about: a statement of the report, or a count that the tables give without one. */
export interface Quantity {
  id: string;
  /** The same for all that count by the same condition, of whatever universe and as number, share or list. */
  group: string;
  /** The indicator or level whose values the condition tells apart; absent for other conditions. */
  topic?: string;
  kind: QuantityKind;
  universe: string;
  statement: Text;
  source: string;
  period: Period;
  finding?: Finding;
  /** Those whose cell has no value. */
  blank?(): readonly string[];
  /** What the tables give; asked only when it is needed. */
  computed(): Computed;
}

/** All that has one condition, with every way to put it into words. */
export interface Group {
  id: string;
  topic?: string;
  phrasings: readonly Phrasing[];
  /** Words that may stand beside it and tell nothing else. */
  vocabulary: ReadonlySet<string>;
  quantities: readonly Quantity[];
}
