import type { Text } from "@metodika/core";
import type { FigureKind } from "./figures.ts";

/** A piece of a draft: what `readDraft` of the files package gives. */
export interface DraftBlock {
  kind: "paragraph" | "heading" | "item" | "row";
  /** The cells of a row are divided by tabs. */
  text: string;
  place: string;
  line?: number | undefined;
  /** For a row: which table of the draft. */
  table?: number | undefined;
}

/**
 * `possible`: something fits, but not well enough, or several things do, and at least one agrees. `uncertain`: the tables
 * leave it open or have no say. `not-covered`: nothing fits.
 */
export type DraftStatus = "agrees" | "disagrees" | "possible" | "uncertain" | "not-covered";

/** What a figure may be about. */
export interface DraftMatch {
  id: string;
  statement: Text;
  source: string;
}

/** A figure, a list or a table of a draft, and what the round makes of it. */
export interface DraftFinding {
  /** As the block has it: «абзац 12». */
  place: string;
  line?: number;
  /** The words of the draft around the figure, at most some two hundred letters. */
  sentence: string;
  /** As the draft shows it. */
  figure: string;
  /** `names`: a number told beside a list of names; `table`: the cells of a table; `level`: a level told in words; `arithmetic`: figures of one sentence that do not agree. */
  kind: FigureKind | "names" | "table" | "level" | "arithmetic";
  status: DraftStatus;
  match?: DraftMatch;
  /** What else fits nearly as well; with `possible`, all that is meant by «возможно, речь о …». */
  candidates?: DraftMatch[];
  /** What the tables give, in words; absent where they give nothing. */
  expected?: Text;
  /** Of a list: what the tables have and the draft has not (ids). */
  missing?: string[];
  /** Of a list: what the draft has and the tables cannot have (ids). */
  extra?: string[];
  /** From 0 to 1, how well the words fit; only where there is a match. */
  fit?: number;
  explanation: Text;
}

/** What of a finding its place in the draft gives. */
export type Base = Pick<DraftFinding, "place" | "line" | "sentence" | "figure" | "kind">;
