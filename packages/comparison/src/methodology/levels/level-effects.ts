import type { LevelRuleChange } from "./level-changes.ts";
import type { LevelOrNone, Verdict } from "./move-verdicts.ts";
import type { Unreadable } from "./readable.ts";

/** What a rule that differs, or the data (`data`), has to do with a move between levels. */
export interface MoveReason {
  /** The id of the change, or `data`. */
  change: string;
  /** Whether its change alone, with everything else as it was, already gives the later level. */
  enough: Verdict;
  /** Whether without its change, with everything else as it is, the level would have stayed. */
  needed: Verdict;
}

/** The levels of one municipality under the earlier rules and under the later ones. */
export interface UnitLevels {
  municipality: string;
  /** All levels that are possible under the earlier rules, in the order of the definition. */
  from: readonly LevelOrNone[];
  to: readonly LevelOrNone[];
  /** `moves`: however the open cells are settled; `may-move`: under some ways to settle them; `stays`: under none. */
  move: "moves" | "may-move" | "stays";
  /** What accounts for the move, or may, or cannot be told; absent for one that stays. */
  reasons?: readonly MoveReason[];
  /** The open cells can be settled in too many ways to try: the sets may be too wide, and there are no reasons. */
  beyond?: true;
}

/** A rule that cannot be exchanged by itself as far as one level goes, and why. */
export interface NotAttributable {
  change: string;
  /** `enough`: it alone cannot be the later one; `needed`: it alone cannot be the earlier one. */
  question: "enough" | "needed";
  reason: Unreadable;
}

/** How municipalities move between the levels of one definition that both methodologies have. */
export interface LevelEffects {
  level: string;
  /** The rules that differ and that levels may know. */
  changes: readonly LevelRuleChange[];
  notAttributable: readonly NotAttributable[];
  units: readonly UnitLevels[];
}
