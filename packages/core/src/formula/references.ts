import type { Formula } from "./formula.ts";

/** Where the formulas of one row (one municipality) find what they read. */
export interface References {
  /** The value of a cell: a number, or a text that stands in the first column of its look-up table. */
  cell(cell: number): Formula;
  /** The look-up table of a cell: texts, then the columns of `stateColumns`, then one per test of `cellTests`. */
  states(cell: number): Formula;
  /** What a number becomes points by. */
  rule(cell: number): RuleReferences;
  /** The most points that the rule of an indicator gives to anything: what a weight is redistributed by. */
  largest(cell: number): Formula;
  /** The most points that a value of its scale can have. */
  top(cell: number): Formula;
  /** The weight of a term of an aggregate. */
  weight(aggregate: string, term: number): Formula;
  /** The results of an aggregate in this row. */
  result(aggregate: string): Record<keyof AggregateFormulas, Formula>;
  /** The level, and the cells that tell whether it applies and which of its rules hold. */
  level(level: number): Formula;
  applies(level: number): Formula;
  rules(level: number): readonly Formula[];
  /** How the codes of a level are written; all different. */
  levelTitle(level: number, code: number): string;
  words: Words;
}

/** Texts that stand where there is no single number. */
export interface Words {
  /** Nothing to score. */
  notScored: string;
  /** The formula cannot tell; the stored result stands beside. */
  unclear: string;
}

/** The cells of a rule of points; absent parts belong to other kinds of rules. */
export interface RuleReferences {
  /** By position of the code. */
  codes?: readonly Formula[];
  /** In the order of the rule. */
  steps?: readonly { from: Formula; points: Formula }[];
  below?: Formula;
  from?: Formula;
  to?: Formula;
  times?: Formula;
}

/** The results of an aggregate for one municipality. */
export interface AggregateFormulas {
  /** Least and greatest possible points; a text where there are none or where the formula cannot tell. */
  low: Formula;
  high: Formula;
  /** The most that could have been reached. */
  maximum: Formula;
  /** For what is calculated further: is there a result as a part of a larger whole (1, 0; 0.5 possibly), … */
  present: Formula;
  /** … is there any value below (the same), … */
  valued: Formula;
  /** … and the maximum as a part, 0 where there is none. */
  top: Formula;
}

/** The columns of a look-up table of states after the text, in this order; then come the tests. */
export const stateColumns = ["low", "high", "top", "present", "valued", "gives"] as const;
export type StateColumn = (typeof stateColumns)[number];

/** Where a column stands in a look-up table, the text being 1. */
export function columnOf(column: StateColumn): number {
  return stateColumns.indexOf(column) + 2;
}
