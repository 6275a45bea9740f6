import {
  borderCases,
  itemProfiles,
  lensSuperiority,
  possibleShares,
  redundantPairs,
  testedInferences,
  throughLens,
} from "@metodika/analysis";
import { type CountBounds, claimedCounts, methodologyDiff } from "@metodika/comparison";
import type { Language, RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import {
  borderTables,
  inferenceTable,
  informationTable,
  itemsTable,
  lensTables,
  methodologyDiffTables,
  possibleSharesTable,
  redundancyTable,
  say,
  separationChart,
  separationTable,
  superiorityTable,
} from "@metodika/presentation";
import { bothWidths } from "./both-widths.ts";
import { auditOf, recovered } from "./evidence.ts";

/** The approaches of the regions as objects of study, in one language: question by question, region by region. */
export function approachesPage(datasets: Datasets, lang: Language) {
  const printed = [...datasets.rounds.values()].filter(({ round }) => !round.synthetic);
  const rounds = printed.map((data) => recovered(data));
  // A text that says «19 services are organisations» settles a count though no cell is settled.
  const claimed = claimedCounts(printed.flatMap((data) => auditOf(data)));
  return {
    regions: rounds.map((data) => regionOf(data, claimed, lang)),
    tests: rounds.flatMap((data) => testedInferences(data).map((tested) => inferenceTable(data, tested, lang))),
    lenses: lensesOf(rounds, datasets, lang),
    methodologies: differencesOf(rounds, datasets, lang),
  };
}

function regionOf(data: RoundData, claimed: CountBounds, lang: Language) {
  const profiles = itemProfiles(data, {
    counts: (indicator, category) => claimed(data, { indicator, is: [category] }),
  });
  const shares = possibleShares(data);
  return {
    id: data.round.region,
    title: say(data.round.region_title ?? data.round.title, lang),
    items: itemsTable(data, profiles, lang),
    separation: {
      chart: bothWidths(lang, (options) => separationChart(profiles, options)),
      table: separationTable(data, profiles, lang),
    },
    information: informationTable(data, profiles, lang),
    redundancy: redundancyTable(data, redundantPairs(data), lang),
    border: borderTables(data, borderCases(data), lang),
    shares: shares.length > 0 ? possibleSharesTable(data, shares, lang) : undefined,
  };
}

/** Each region's data by the manner of the others, where the crosswalk carries them. */
function lensesOf(rounds: readonly RoundData[], { crosswalk }: Datasets, lang: Language) {
  return (crosswalk?.lenses ?? []).flatMap((lens) => {
    const data = rounds.find(({ round }) => round.region === lens.from);
    const own = rounds.find(({ round }) => round.region === lens.to);
    if (!data || !own) return [];
    const carried = throughLens(data, own.methodology, lens);
    return [
      ...lensTables(carried, own.methodology, lang),
      superiorityTable(data, own, lensSuperiority(carried, own), lang),
    ];
  });
}

function differencesOf([a, b]: readonly RoundData[], { crosswalk }: Datasets, lang: Language) {
  if (!a || !b) return [];
  const { diff } = methodologyDiff(a.methodology, b.methodology, crosswalk);
  return diff ? methodologyDiffTables(diff, a.methodology, b.methodology, lang) : [];
}
