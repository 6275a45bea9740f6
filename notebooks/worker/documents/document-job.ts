import type { Language, Problem } from "@metodika/core";
import type { Edition } from "@metodika/presentation";
import type { ChartFonts, drawCharts } from "@metodika/report/chart";
import type { Job, JobContext } from "../job.ts";

/** What draws charts, and what it needs for it. */
export interface Drawing {
  drawCharts: typeof drawCharts;
  fonts: ChartFonts;
  wasm: Uint8Array;
}

/** What the jobs of documents have beside the datasets. */
export interface DocumentTools {
  /** Loaded at the first call. */
  drawing(): Promise<Drawing>;
}

export type DocumentContext = JobContext & DocumentTools;

export type DocumentJob<Input, Result> = Job<Input, Result, DocumentContext>;

/** Which results: those of a round, for those who work on it or for everybody. */
export interface Asked {
  round: string;
  edition: Exclude<Edition, "municipality">;
}

/** A file to save and what is to be known of it; without `bytes` there is none, and `problems` say why. */
export interface MadeFile {
  name: string;
  bytes?: Uint8Array;
  problems: ToldProblem[];
}

/** A problem in the words of the reader. */
export interface ToldProblem {
  severity: Problem["severity"];
  text: string;
}

/** Problems in the language of the page, each said once. */
export function told(problems: readonly Problem[], lang: Language): ToldProblem[] {
  const texts = new Map(problems.map(({ severity, message }) => [message[lang], severity]));
  return [...texts].map(([text, severity]) => ({ severity, text }));
}
