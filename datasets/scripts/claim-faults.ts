import type { RoundData } from "@metodika/core";
import type { CsvRow } from "./csv.ts";

/** Blocks of a report whose every statement is a claim, or that say why they hold none. Tables speak by their cells. */
const speaking = new Set(["paragraph", "item", "legend"]);

/**
 * Where the claims of a round and the ledger of its report do not close, in words: a claim that stands in no place of the
 * report, a place without claims and without a reason for none, a place with both.
 *
 * @param coverage the rows of `coverage.csv`
 */
export function claimFaults({ round, claims }: RoundData, coverage: readonly CsvRow[]): string[] {
  const places = new Map(coverage.map(({ kind = "", place = "" }) => [`${round.id} ${place}`, kind]));
  const claimed = new Set((claims?.claims ?? []).map(({ source }) => source));
  const uncovered = (claims?.uncovered ?? []).map(({ source }) => source);
  return [
    ...(claims?.claims ?? [])
      .filter(({ source }) => !places.has(source))
      .map(({ id, source }) => `${id} stands in ${source}, which is no place of the report`),
    ...uncovered
      .filter((source) => !places.has(source))
      .map((source) => `${source} is uncovered and no place of the report`),
    ...uncovered.filter((source) => claimed.has(source)).map((source) => `${source} is uncovered and has a claim`),
    ...uncovered
      .filter((source, index) => uncovered.indexOf(source) !== index)
      .map((source) => `${source} is uncovered twice`),
    ...[...places]
      .filter(([source, kind]) => speaking.has(kind) && !claimed.has(source) && !uncovered.includes(source))
      .map(([source]) => `${source} has no claim and no reason for none`),
  ];
}
