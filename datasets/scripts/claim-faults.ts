import type { RoundData } from "@metodika/core";
import type { CsvRow } from "./csv.ts";

/**
 * Where the claims of a round and the ledger of its report do not close, in words: a claim that stands in no place of the
 * report, a place without claims and without a reason for none, a place with both. Every heading, paragraph, item, legend
 * and row speaks; a row of a table does by its cells, which are observations.
 *
 * @param coverage the rows of `coverage.csv`
 */
export function claimFaults({ round, claims }: RoundData, coverage: readonly CsvRow[]): string[] {
  const places = new Map(
    coverage.map(({ place = "", went_to = "" }) => [
      `${round.id} ${place}`,
      went_to.split(";").includes(`observations:${place}`),
    ]),
  );
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
      .filter(([source, hasCells]) => !hasCells && !claimed.has(source) && !uncovered.includes(source))
      .map(([source]) => `${source} has no claim and no reason for none`),
  ];
}
