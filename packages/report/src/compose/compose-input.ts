import type { Authority, Language, RoundData, RoundScore } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import type { Edition } from "@metodika/presentation";

/** What a report is composed from. Nothing else is known: no clock, no files. */
export interface ComposeInput {
  /** The round as far as it is known: with its cells narrowed by the text where that is wanted. */
  data: RoundData;
  /** Of the same cells. */
  score: RoundScore;
  /** The audit of the round; without it nothing is left out and the annex has no check of texts. */
  findings?: readonly Finding[];
  /** An earlier round of the region, for the dynamics. */
  previous?: { data: RoundData; score: RoundScore };
  lang: Language;
  edition: Exclude<Edition, "municipality">;
}

/** What letters are composed from; each of them is of the edition for a municipality. */
export interface LetterInput extends Omit<ComposeInput, "edition" | "previous"> {
  /** Official names with their cases. */
  authorities?: readonly Authority[];
}
