import { type DynamicsOptions, dynamics, effectsOverYears, methodologyDiff } from "@metodika/comparison";
import type { Language, RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import {
  changesChart,
  changesTable,
  contributionsTable,
  effectsTables,
  eventsTable,
  indicatorChangesTable,
  methodologyDiffTables,
  migrationTables,
  say,
  seriesTable,
  transitionTables,
} from "@metodika/presentation";
import { bothWidths } from "./both-widths.ts";
import { recovered } from "./evidence.ts";
import { told } from "./told.ts";

const breakRules = ["leave-out", "include"] as const;
const mergerRules = ["not-compared", "any-predecessor"] as const;

/** What changed from year to year, in one language: series that reports tell, and every pair of rounds of one region. */
export function dynamicsPage(datasets: Datasets, lang: Language) {
  const rounds = [...datasets.rounds.values()];
  const pairs = rounds.flatMap((after) =>
    (after.round.previous ?? []).flatMap(({ round: id }) => {
      const before = rounds.find(({ round }) => round.id === id);
      return before ? [{ before, after }] : [];
    }),
  );
  return {
    told: rounds
      .filter(({ round }) => !round.synthetic)
      .flatMap((data) => {
        const { series, events } = told([data]);
        const tables = [seriesTable(series, [data], lang), eventsTable(events, [data], lang)].filter(Boolean);
        return tables.length > 0
          ? [{ id: data.round.id, title: say(data.round.region_title ?? data.round.title, lang), tables }]
          : [];
      }),
    pairs: pairs.map(({ before, after }) => pairOf(before, after, datasets, lang)),
  };
}

function pairOf(before: RoundData, after: RoundData, datasets: Datasets, lang: Language) {
  const [earlier, later] = [recovered(before), recovered(after)];
  return {
    id: `${before.round.id}-${after.round.id}`,
    title: say(after.round.region_title ?? after.round.title, lang),
    periods: [before, after].map(({ round }) => say(round.period.title, lang)),
    series: seriesTable(told([before, after]).series, [before, after], lang),
    rules: rulesOf(earlier, later, datasets, lang),
    views: breakRules.flatMap((breaks) =>
      mergerRules.map((mergers) => viewOf(earlier, later, { lineage: datasets.lineage, breaks, mergers }, lang)),
    ),
  };
}

/** What changed in the methodology, and what that did beside the data. */
function rulesOf(before: RoundData, after: RoundData, { crosswalk, lineage }: Datasets, lang: Language) {
  const { diff } = methodologyDiff(before.methodology, after.methodology, crosswalk);
  const { effects } = effectsOverYears(before, after, { lineage });
  const [was, is] = [before.methodology, after.methodology];
  return [
    ...(diff ? methodologyDiffTables(diff, was, is, lang) : []),
    ...(effects ? effectsTables({ effects, rounds: [before, after], before: was, after: is }, lang) : []),
  ];
}

/** One way to compare: with or without what breaks, with or without what merged. */
function viewOf(before: RoundData, after: RoundData, options: DynamicsOptions, lang: Language) {
  const { dynamics: result, problems } = dynamics(before, after, options);
  if (!result) throw new Error(problems.map(({ message }) => message.en).join("\n"));
  const compared = { before, after, result };
  const parts = [...result.criteria, ...(result.total ? [result.total] : [])].filter(({ change }) => change);
  const changes = changesTable(compared, lang);
  return {
    breaks: options.breaks,
    mergers: options.mergers,
    charts: parts.toReversed().map(({ criterion }) => ({
      id: criterion,
      title: changes.columns.find(({ id }) => id === `${criterion}-change`)?.group ?? criterion,
      spec: bothWidths(lang, (chart) => changesChart(compared, criterion, chart)),
    })),
    changes,
    indicators: indicatorChangesTable(compared, lang),
    contributions: contributionsTable(compared, lang),
    levels: migrationTables(compared, lang),
    transitions: transitionTables(compared, lang),
  };
}
