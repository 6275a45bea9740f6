import type { CoverageMatrix } from "@metodika/comparison";
import { indicatorsOf, type Language, type Mapping, type RoundData } from "@metodika/core";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import { collectNotes } from "../../table/collect-notes.ts";
import type { Cell, Column, Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { comparedSource, comparedTitle, type RegionNames, regionHeading } from "./compared-source.ts";
import { conceptMatchLabels } from "./comparison-words.ts";

/** Concepts by regions: who measures what, how near, by which indicators and why it is judged so. */
export function coverageTable(
  matrix: CoverageMatrix,
  rounds: readonly RoundData[],
  lang: Language,
  regions: RegionNames = {},
): Table {
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  const titles = rounds.map(
    ({ methodology }) =>
      new Map(indicatorsOf(methodology).map(({ indicator }) => [indicator.id, shortTitle(indicator, lang)])),
  );
  const columns = rounds.flatMap((data): Column[] => {
    const { round } = data;
    const group = regionHeading(data, regions, lang);
    return [
      { id: `${round.region}-kind`, title: ru ? "Соответствие" : "Match", group, align: "left" },
      { id: `${round.region}-indicators`, title: ru ? "Показатели" : "Indicators", group, align: "left" },
      { id: `${round.region}-reason`, title: ru ? "Почему" : "Why", group, align: "left" },
    ];
  });
  const cellsOf = (mapping: Mapping | null, region: number): Cell[] =>
    mapping
      ? [
          { text: say(conceptMatchLabels[mapping.kind], lang), value: mapping.kind },
          { text: mapping.indicators.map((id) => titles[region]?.get(id) ?? id).join(", ") },
          { text: say(mapping.reason, lang) },
        ]
      : [{ text: "", value: null }, { text: "" }, { text: "" }];
  rounds.forEach(({ round }, region) => {
    const left = matrix.unmapped[round.region] ?? [];
    if (left.length === 0) return;
    const named = left.map((id) => quote(titles[region]?.get(id) ?? id, lang)).join(", ");
    notes.whole(
      ru
        ? `${say(round.title, lang)}: вне общих понятий — ${named}.`
        : `${say(round.title, lang)}: in no concept: ${named}.`,
    );
  });
  return {
    id: `${rounds.map(({ round }) => round.id).join("-")}-coverage`,
    title: comparedTitle(ru ? "Что измеряет каждый регион" : "What each region measures", rounds, lang),
    lang,
    corner: ru ? "Понятие" : "Concept",
    columns,
    rows: matrix.concepts.map(({ id, title, mappings }) => ({
      id,
      header: say(title, lang),
      cells: mappings.flatMap(cellsOf),
    })),
    notes: notes.all(),
    source: comparedSource(rounds, lang),
  };
}
