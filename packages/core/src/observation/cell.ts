import type { Decimal } from "../decimal/decimal.ts";
import type { MissingStatus } from "../status/status.ts";
import type { Observation } from "./observation.ts";

/** The values that a cell can still have. Exactly one code, or one number, or one status: the cell is known. */
export interface CellState {
  /** Positions in the codes of the scale, ascending; empty for a number scale. */
  codes: readonly number[];
  /** The least and the greatest possible number; absent for a scale of codes and where no number is possible. */
  range?: readonly [Decimal, Decimal];
  /** The ways in which the value may be missing. */
  missing: readonly MissingStatus[];
}

/** A cell: the observation as the source shows it, and what it can mean on the scale of its indicator. */
export interface Cell extends Observation {
  state: CellState;
  /** The claims of the report that narrow it; absent where the tables alone speak. */
  because?: readonly string[];
  /** Line in `observations.csv`; 0 for a cell without a row. */
  line: number;
}

/** The state of a cell that nobody has observed. */
export const unobserved: CellState = { codes: [], missing: ["O"] };

/** True when exactly one value, or one reason for its absence, is possible. */
export function isKnown({ codes, range, missing }: CellState): boolean {
  const numbers = range
    ? range[0].units * 10n ** BigInt(range[1].scale) === range[1].units * 10n ** BigInt(range[0].scale)
      ? 1
      : 2
    : 0;
  return codes.length + numbers + missing.length === 1;
}

/** True when there certainly is no value. */
export function isCertainlyMissing({ codes, range }: CellState): boolean {
  return codes.length === 0 && range === undefined;
}

/** The cell of a municipality that has no row for an indicator: missing, without a source. */
export function blankCell(municipality: string, indicator: string): Cell {
  return {
    municipality,
    indicator,
    raw: "",
    status: "O",
    basis: "printed",
    source: "",
    evidence: "",
    note: "",
    state: unobserved,
    line: 0,
  };
}
