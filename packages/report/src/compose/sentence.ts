import type { Finding } from "@metodika/evidence";
import type { Run } from "@metodika/presentation";

/** A sentence over computed values; `tag` names its place. */
export interface Sentence {
  tag: string;
  runs: Run[];
  /** Its own lines, such as the indicators that it ranks. */
  items?: Run[][];
}

/** Something that was not composed, and the statements of the report that say otherwise. */
export interface LeftOut {
  about: string;
  findings: readonly Finding[];
}

/** The conclusions of a report, and what was not composed because the report says otherwise. */
export interface Conclusions {
  sentences: Sentence[];
  leftOut: LeftOut[];
}
