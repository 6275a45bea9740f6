// A table of contents: from languages, numbers and names, over the table model and its builders, to words and charts.

export { levelsChart, pointsHistogram } from "./charts/bounds-chart.ts";
export { changesChart } from "./charts/changes-chart.ts";
export type { ChartOptions } from "./charts/chart-options.ts";
export { conceptSharesChart } from "./charts/concept-shares-chart.ts";
export { markSynthetic } from "./charts/mark-synthetic.ts";
export { defaultPalette, inkOn, type Palette, printPalette } from "./charts/palette.ts";
export { pointsChart, printedChart } from "./charts/points-chart.ts";
export { type Chart, roundCharts } from "./charts/round-charts.ts";
export { separationChart } from "./charts/separation-chart.ts";
export { sharesChart } from "./charts/shares-chart.ts";
export type { Spec } from "./charts/spec.ts";
export { wrap } from "./charts/wrap.ts";
export type { DistributionRow } from "./distributions/distribution-row.ts";
export { distributionRows, type Universe, wholeRound } from "./distributions/distribution-rows.ts";
export { levelDistribution } from "./distributions/level-distribution.ts";
export { type PointsRow, pointsDistribution, pointsRows } from "./distributions/points-rows.ts";
export { type PeerComparison, type PeerResult, type Standing, standingOf } from "./distributions/standing.ts";
export {
  type Block,
  type Document,
  type Edition,
  editions,
  type ListItem,
  type Part,
  type Run,
} from "./document/document.ts";
export { editionOf } from "./edition/edition-of.ts";
export { colorLabels, labels, methodLabels, policyLabels, severityLabels, truthLabels } from "./languages/labels.ts";
export { say } from "./languages/say.ts";
export { formatPlaces } from "./names/format-places.ts";
export { formatSource } from "./names/format-source.ts";
export { outcomeTitle, possibleValues } from "./names/format-value.ts";
export { municipalityName } from "./names/municipality-name.ts";
export { shortTitle } from "./names/short-title.ts";
export { type TileName, tileNames } from "./names/tile-names.ts";
export { formatDate, formatUntil } from "./numbers/format-date.ts";
export { formatInterval } from "./numbers/format-interval.ts";
export { formatNumber } from "./numbers/format-number.ts";
export { formatShare, type Share } from "./numbers/format-share.ts";
export { type Forms, plural } from "./numbers/plural.ts";
export { linkMark, linkTitle, type Sign, type SignKey, signs } from "./signs/signs.ts";
export { collectNotes, type Notes } from "./table/collect-notes.ts";
export { numberCell } from "./table/number-cell.ts";
export type { Cell, Column, Note, Row, Table } from "./table/table.ts";
export { type Agreement, levelAgreement, pointsAgreement } from "./tables/agreement.ts";
export { agreementText } from "./tables/agreement-text.ts";
export { analysisTables, type LensOnRound } from "./tables/analysis/analysis-tables.ts";
export { analysisLabels, separationTitles, typeTitles } from "./tables/analysis/analysis-words.ts";
export { borderTables } from "./tables/analysis/border-table.ts";
export { informationTable, itemsTable } from "./tables/analysis/items-table.ts";
export { lensTables } from "./tables/analysis/lens-tables.ts";
export { redundancyTable } from "./tables/analysis/redundancy-table.ts";
export { separationTable } from "./tables/analysis/separation-table.ts";
export { possibleSharesTable } from "./tables/analysis/shares-table.ts";
export { superiorityTable } from "./tables/analysis/superiority-table.ts";
export { testSentence } from "./tables/analysis/test-sentence.ts";
export { inferenceTable } from "./tables/analysis/test-table.ts";
export { auditTable, hasAnotherBase, verdictLabels, verdictText } from "./tables/audit-table.ts";
export { cellsTable } from "./tables/cells-table.ts";
export { cautionsTable } from "./tables/comparison/cautions-table.ts";
export { formatChange } from "./tables/comparison/change-cell.ts";
export { changesTable } from "./tables/comparison/changes-table.ts";
export type { ComparedRounds } from "./tables/comparison/compared-rounds.ts";
export type { RegionNames } from "./tables/comparison/compared-source.ts";
export {
  changeLabels,
  conceptMatchLabels,
  directionLabels,
  indicatorChangeLabels,
  lineageLabels,
  typeLabels,
} from "./tables/comparison/comparison-words.ts";
export { conceptSharesTable, sharesByTypeTable } from "./tables/comparison/concept-shares-tables.ts";
export { contributionsTable } from "./tables/comparison/contributions-table.ts";
export { coverageTable } from "./tables/comparison/coverage-table.ts";
export { dynamicsTables, type ToldChanges } from "./tables/comparison/dynamics-tables.ts";
export { effectsTables } from "./tables/comparison/effects-tables.ts";
export { methodologyDiffTables } from "./tables/comparison/methodology-diff-tables.ts";
export { migrationTables } from "./tables/comparison/migration-tables.ts";
export { eventsTable, seriesTable } from "./tables/comparison/series-tables.ts";
export type { ShownEffects } from "./tables/comparison/shown-effects.ts";
export { sideBySideTables } from "./tables/comparison/side-by-side-tables.ts";
export { indicatorChangesTable, transitionTables } from "./tables/comparison/transitions-tables.ts";
export { differencesTable } from "./tables/differences-table.ts";
export { draftLabels, draftTable } from "./tables/draft-table.ts";
export { methodologyTables } from "./tables/methodology-tables.ts";
export { criterionPoints, termCell, termOf } from "./tables/passport/cell-points.ts";
export { findingsAbout } from "./tables/passport/findings-about.ts";
export { peersTable } from "./tables/passport/peers-table.ts";
export {
  type Look,
  type MapCategory,
  type MapMeasure,
  type MapTile,
  type RegionMap,
  regionMap,
} from "./tables/passport/region-map.ts";
export { valuesTable } from "./tables/passport/values-table.ts";
export { type RecoveredPart, recoveredTable } from "./tables/recovered-table.ts";
export { reportTable } from "./tables/report-table.ts";
export { roundSource } from "./tables/round-source.ts";
export { scoreTable } from "./tables/score-table.ts";
export {
  type Bounds,
  type CountedNoun,
  countedNouns,
  countedShare,
  countPhrase,
  endsOf,
  openPhrase,
  outOfPhrase,
} from "./words/count-phrase.ts";
export { describeAddressees } from "./words/describe-addressees.ts";
export { describeCondition } from "./words/describe-condition.ts";
export { describeInterval } from "./words/describe-interval.ts";
export { describePoints } from "./words/describe-points.ts";
export { describeScale } from "./words/describe-scale.ts";
export { type Sides, sidesOf } from "./words/disagreement-sides.ts";
export { explanationText } from "./words/explanation-text.ts";
export { computedText, printedText, resultText } from "./words/finding-values.ts";
export { either, quote } from "./words/join.ts";
export { formatLines, type Line } from "./words/lines.ts";
