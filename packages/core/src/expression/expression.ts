import type { Decimal } from "../decimal/decimal.ts";
import type { MissingStatus } from "../status/status.ts";

/**
 * The expression tree of a methodology: what every backend evaluates (columns, trace; spreadsheet formulas and SQL are
 * meant to follow). It knows cells by their position, codes by their position on the scale, and nothing of files,
 * languages or municipalities.
 *
 *     raw text → cell (values it can have) → points → criterion → total
 *                                  └────────────┴──────→ level
 */
export type NumberExpression = PointsOf | AggregateOf | CountOf;

/** The points of one cell. */
export interface PointsOf {
  kind: "points";
  cell: number;
  rule: PointsRule;
}

/** How the value of a cell becomes a number. */
export type PointsRule =
  | { kind: "codes"; points: readonly Decimal[] }
  | { kind: "steps"; steps: readonly { from: Decimal; points: Decimal }[]; below: Decimal }
  | { kind: "normalize"; from: Decimal; to: Decimal; logarithm: boolean }
  | { kind: "value"; times: Decimal };

/** The points of a whole from those of its parts. The outermost has none where no cell below has a value. */
export interface AggregateOf {
  kind: "aggregate";
  /** The criterion, or "total". */
  id: string;
  method: "sum" | "mean" | "geometric-mean" | "min" | "max";
  terms: readonly { of: PointsOf | AggregateOf; weight: Decimal }[];
}

/** How many cells have one of some codes, or lack a value for one of some reasons. */
export interface CountOf {
  kind: "count";
  of: readonly CellTest[];
}

/** One cell held against codes, numbers or statuses: true when any of the three fits. */
export interface CellTest {
  kind: "cell";
  cell: number;
  codes: readonly number[];
  range?: { low?: Decimal; high?: Decimal };
  missing: readonly MissingStatus[];
}

export type BooleanExpression =
  | CellTest
  | { kind: "compare"; of: NumberExpression; low?: Decimal; high?: Decimal }
  | { kind: "level"; level: number; codes: readonly number[] }
  | { kind: "all"; of: readonly BooleanExpression[] }
  | { kind: "any"; of: readonly BooleanExpression[] }
  | { kind: "not"; of: BooleanExpression };

/** A decision table: the first rule that holds gives the level; where `applies` does not hold there is none. */
export interface LevelExpression {
  kind: "level-table";
  id: string;
  applies?: BooleanExpression;
  rules: readonly { level: number; when?: BooleanExpression }[];
}
