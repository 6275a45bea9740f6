import {
  borderCases,
  type ItemOptions,
  itemProfiles,
  lensSuperiority,
  possibleShares,
  redundantPairs,
  testedInferences,
  throughLens,
} from "@metodika/analysis";
import type { Language, Lens, RoundData } from "@metodika/core";
import type { Table } from "../../table/table.ts";
import { borderTables } from "./border-table.ts";
import { informationTable, itemsTable } from "./items-table.ts";
import { lensTables } from "./lens-tables.ts";
import { redundancyTable } from "./redundancy-table.ts";
import { separationTable } from "./separation-table.ts";
import { possibleSharesTable } from "./shares-table.ts";
import { superiorityTable } from "./superiority-table.ts";
import { inferenceTable } from "./test-table.ts";

/** A lens of the crosswalk with the round of the region whose manner it is. */
export interface LensOnRound {
  lens: Lens;
  own: RoundData;
}

/**
 * All tables of the section «Исследователю» for a round, in the order in which they are read: the approach, what the
 * indicators tell, which tell nothing new, borders, shares of the possible, conclusions tested, and the data by the manner
 * of other regions.
 */
export function analysisTables(
  data: RoundData,
  lang: Language,
  { lenses = [], ...options }: ItemOptions & { lenses?: readonly LensOnRound[] } = {},
): Table[] {
  const profiles = itemProfiles(data, options);
  const shares = possibleShares(data);
  return [
    itemsTable(data, profiles, lang),
    informationTable(data, profiles, lang),
    separationTable(data, profiles, lang),
    redundancyTable(data, redundantPairs(data), lang),
    ...borderTables(data, borderCases(data), lang),
    ...(shares.length > 0 ? [possibleSharesTable(data, shares, lang)] : []),
    ...testedInferences(data).map((tested) => inferenceTable(data, tested, lang)),
    ...lenses.flatMap(({ lens, own }) => {
      const carried = throughLens(data, own.methodology, lens);
      return [
        ...lensTables(carried, own.methodology, lang),
        superiorityTable(data, own, lensSuperiority(carried, own), lang),
      ];
    }),
  ];
}
