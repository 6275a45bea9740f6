/** What an honest reader makes of one figure of a sentence. */
export interface Label {
  figure: string;
  /** Any statement or count of the tables that tells the same; null where the round has nothing to say. */
  about: string | null;
  /** What its value is held against it; `open` where the tables leave it open. */
  truth: "right" | "wrong" | "open" | "none";
}

export interface LabelledSentence {
  round: "amur-2022" | "primorye-2022";
  text: string;
  labels: readonly Label[];
}

/** Stands in a label for the names of a sentence. */
export const list = "перечень";
