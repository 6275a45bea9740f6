import type { FactEvent, FactSeries } from "@metodika/comparison";
import type { Language } from "@metodika/core";
import type { Table } from "../../table/table.ts";
import { changesTable } from "./changes-table.ts";
import { type ComparedRounds, comparedCriteria } from "./compared-rounds.ts";
import { contributionsTable } from "./contributions-table.ts";
import { migrationTables } from "./migration-tables.ts";
import { eventsTable, seriesTable } from "./series-tables.ts";
import { indicatorChangesTable, transitionTables } from "./transitions-tables.ts";

/** What reports tell of several periods themselves. */
export interface ToldChanges {
  series: readonly FactSeries[];
  events: readonly FactEvent[];
}

/**
 * Two rounds of one region as tables: municipalities, indicators, what each indicator adds, levels, what the reports tell
 * themselves; with `transitions` one more for every indicator. What there is nothing of gives no table.
 */
export function dynamicsTables(
  compared: ComparedRounds,
  lang: Language,
  { told, transitions = false }: { told?: ToldChanges; transitions?: boolean } = {},
): Table[] {
  const rounds = [compared.before, compared.after];
  return [
    ...(comparedCriteria(compared.result).length > 0 ? [changesTable(compared, lang)] : []),
    indicatorChangesTable(compared, lang),
    contributionsTable(compared, lang),
    ...migrationTables(compared, lang),
    ...(told ? [seriesTable(told.series, rounds, lang), eventsTable(told.events, rounds, lang)] : []),
    ...(transitions ? transitionTables(compared, lang) : []),
  ].filter((table) => table !== undefined);
}
