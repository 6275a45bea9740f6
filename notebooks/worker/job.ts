import type { Language, RoundData, Text } from "@metodika/core";
import type { Datasets } from "@metodika/files";

/** What a job works with beside its input. */
export interface JobContext {
  datasets: Datasets;
  lang: Language;
  /** Tells the page what is being done now. */
  step(text: Text): void;
}

/** One piece of work that a page gives away: plain values in, plain values out. */
export type Job<Input, Result, Context = JobContext> = (input: Input, context: Context) => Result | Promise<Result>;

/** A round by its id. Throws for one that does not exist. */
export function roundOf({ rounds }: Datasets, id: string): RoundData {
  const data = rounds.get(id);
  if (!data) throw new Error(`no round "${id}"; there are: ${[...rounds.keys()].join(", ")}`);
  return data;
}
