import { factSeries } from "@metodika/comparison";
import type { RoundData } from "@metodika/core";
import { auditOf } from "./evidence.ts";

/** What reports tell of several periods themselves, each with the statements of the text that disagree. */
export function told(rounds: readonly RoundData[]) {
  return factSeries(
    rounds,
    rounds.flatMap((data) => (data.claims ? auditOf(data) : [])),
  );
}
