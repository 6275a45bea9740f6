import type { IndicatorChange } from "@metodika/core";

/** What became of a part of a methodology. `moved`: it stands in another criterion. */
export type DifferenceKind = "added" | "dropped" | "renamed" | "reworded" | "rescaled" | "rerated" | "moved";

/** The kinds of parts, in the order in which a methodology has them. */
export const methodologyParts = ["indicator", "criterion", "missing", "total", "level", "recommendation"] as const;
export type MethodologyPart = (typeof methodologyParts)[number];

/** One part that differs between two methodologies. */
export interface MethodologyDifference {
  part: MethodologyPart;
  /** Its id in either; absent where that one has none. Of `missing` the status, of `total` the word. */
  before?: string;
  after?: string;
  kinds: readonly DifferenceKind[];
  /** What the later version says of it, with the reasons. */
  declared: readonly IndicatorChange[];
}
