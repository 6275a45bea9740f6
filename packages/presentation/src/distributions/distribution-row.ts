import type { Color, Members, Text } from "@metodika/core";

/** How many municipalities have one value: at least `certain`, at most `possible`, out of `denominator`. */
export interface DistributionRow {
  /** Indicator, criterion or level. */
  item: string;
  itemTitle: Text;
  itemShort: Text;
  /** Code, number, `L` and the like for a status, `none` for no level. */
  key: string;
  kind: "value" | "missing";
  title: Text;
  letter?: Text;
  color?: Color;
  certain: number;
  possible: number;
  denominator: number;
  /** What the denominator counts. */
  base: Text;
  /** Who they are, in the order of the region's tables. */
  members: Members;
}
