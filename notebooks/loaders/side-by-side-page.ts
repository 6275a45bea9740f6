import { claimedCounts, coverageMatrix, sideBySide } from "@metodika/comparison";
import type { Language, RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import {
  cautionsTable,
  conceptSharesChart,
  conceptSharesTable,
  coverageTable,
  say,
  sharesByTypeTable,
} from "@metodika/presentation";
import { bothWidths } from "./both-widths.ts";
import { auditOf, recovered } from "./evidence.ts";

/** Two regions through the concepts that they share, in one language; what misleads stands first. */
export function sideBySidePage(datasets: Datasets, lang: Language) {
  const { crosswalk } = datasets;
  const [a, b, ...more] = [...datasets.rounds.values()].filter(({ round }) => !round.synthetic);
  if (!crosswalk || !a || !b || more.length > 0) throw new Error("two regions and a crosswalk are compared");
  const rounds = [recovered(a), recovered(b)] as const;
  // What a text says of a whole count settles it where no cell does.
  const bounds = claimedCounts([a, b].flatMap((data) => auditOf(data)));
  const { sides, problems } = sideBySide(...rounds, crosswalk, { bounds });
  if (!sides) throw new Error(problems.map(({ message }) => message.en).join("\n"));
  return {
    regions: rounds.map((data: RoundData) => ({
      title: say(data.round.region_title ?? data.round.title, lang),
      municipalities: data.municipalities.length,
    })),
    cautions: cautionsTable(sides, rounds, lang),
    chart: bothWidths(lang, (options) => conceptSharesChart(sides, rounds, options)),
    shares: conceptSharesTable(sides, rounds, lang),
    byType: sharesByTypeTable(sides, rounds, lang),
    coverage: coverageTable(coverageMatrix(crosswalk, [a.methodology, b.methodology]), rounds, lang),
  };
}
