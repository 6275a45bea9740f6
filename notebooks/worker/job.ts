import type { Language, Text } from "@metodika/core";
import type { Datasets } from "@metodika/files";

/** What a job works with beside its input. */
export interface JobContext {
  datasets: Datasets;
  lang: Language;
  /** Tells the page what is being done now. */
  step(text: Text): void;
}

/** One piece of work that a page gives away: plain values in, plain values out. */
export type Job<Input, Result> = (input: Input, context: JobContext) => Result | Promise<Result>;
