import type { Claims } from "../claim/claim.ts";
import type { Comment, Fact } from "../fact/fact.ts";
import type { Methodology } from "../methodology/methodology.ts";
import type { Municipality } from "../municipality/municipality.ts";
import type { Cell } from "../observation/cell.ts";
import type { Printed } from "../printed/printed.ts";
import type { Round } from "./round.ts";

/** A round with all that belongs to it, read and checked: what scoring, tables and pages start from. */
export interface RoundData {
  round: Round;
  methodology: Methodology;
  /** Those of the region, in the order of its tables. */
  municipalities: readonly Municipality[];
  /** At most one per municipality and indicator. */
  cells: readonly Cell[];
  printed: readonly Printed[];
  facts: readonly Fact[];
  comments: readonly Comment[];
  /** Absent where nobody has read the report as claims. */
  claims?: Claims | undefined;
}
