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

/** A figure or a list of a draft, and what the round makes of it. */
export interface DraftFinding {
  /** As the block has it: «абзац 12». */
  place: string;
  line?: number;
  /** The words of the draft around the figure, at most some two hundred letters. */
  sentence: string;
  /** As the draft shows it. */
  figure: string;
  kind: FigureKind;
  /** `uncertain`: the tables leave it open or have no say. `not-covered`: no statement fits well enough. */
  status: "agrees" | "disagrees" | "uncertain" | "not-covered";
  match?: { id: string; statement: Text; source: string };
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
