import type { MethodEffects } from "@metodika/comparison";
import type { Methodology, RoundData } from "@metodika/core";

/** What was calculated, and of which rounds and methodologies. */
export interface ShownEffects {
  effects: MethodEffects;
  /** One round, or the earlier and the later. */
  rounds: readonly RoundData[];
  before: Methodology;
  after: Methodology;
}
