import type { CoverageMatrix, SideBySide } from "@metodika/comparison";
import type { Language, RoundData } from "@metodika/core";
import type { Table } from "../../table/table.ts";
import { cautionsTable } from "./cautions-table.ts";
import type { RegionNames } from "./compared-source.ts";
import { conceptSharesTable, sharesByTypeTable } from "./concept-shares-tables.ts";
import { coverageTable } from "./coverage-table.ts";
import type { ToldChanges } from "./dynamics-tables.ts";
import { eventsTable, seriesTable } from "./series-tables.ts";

/**
 * Two regions as tables. Where the comparison misleads stands first; then what each measures, the shares with their
 * bases and bounds, the same by type of municipality, and what the reports tell of several periods themselves.
 */
export function sideBySideTables(
  sides: SideBySide,
  matrix: CoverageMatrix,
  rounds: readonly [RoundData, RoundData],
  lang: Language,
  { told, regions = {} }: { told?: ToldChanges; regions?: RegionNames } = {},
): Table[] {
  return [
    ...(sides.warnings.length > 0 ? [cautionsTable(sides, rounds, lang)] : []),
    coverageTable(matrix, rounds, lang, regions),
    conceptSharesTable(sides, rounds, lang, regions),
    sharesByTypeTable(sides, rounds, lang, regions),
    ...(told ? [seriesTable(told.series, rounds, lang), eventsTable(told.events, rounds, lang)] : []),
  ].filter((table) => table !== undefined);
}
