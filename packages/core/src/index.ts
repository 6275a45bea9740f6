// A table of contents: from words and problems, over what a region writes down, to results and their explanation.

export { Claim, Claims, Inference, PrintedValue, Reading, Universe } from "./claim/claim.ts";
export { printedClaimId } from "./claim/claim-id.ts";
export { Condition as ClaimCondition } from "./claim/condition.ts";
export { Query } from "./claim/query.ts";
export { checkCrosswalk } from "./crosswalk/check-crosswalk.ts";
export { Caution, Concept, Crosswalk, Mapping, Measure as ConceptMeasure } from "./crosswalk/crosswalk.ts";
export { indicatorsIn } from "./crosswalk/indicators-in.ts";
export { Lens, LensIndicator, LensValue } from "./crosswalk/lens.ts";
export { MatchKind } from "./crosswalk/match-kind.ts";
export { type PossibleRows, possibleRows } from "./crosswalk/possible-rows.ts";
export {
  add,
  compare,
  type Decimal,
  decimal,
  exactly,
  formatDecimal,
  multiply,
  subtract,
  toNumber,
  unitsAt,
} from "./decimal/decimal.ts";
export { cellsOf } from "./expression/cells-of.ts";
export { type CompileOptions, compile, compileCondition, type Program } from "./expression/compile.ts";
export { completionCap, exactLevel, exactNumber } from "./expression/completions.ts";
export {
  evaluateLevel,
  evaluateNumber,
  evaluateTruth,
  type LevelTrace,
  type NumberTrace,
  type Outcomes,
  type Truth,
  type TruthTrace,
} from "./expression/evaluate.ts";
export type * from "./expression/expression.ts";
export { type Num, real } from "./expression/number.ts";
export { type Outcome, outcomesOf, wholeScale } from "./expression/outcome.ts";
export { Comment, Fact } from "./fact/fact.ts";
export { FactGroup, FactSection } from "./fact/fact-section.ts";
export { aggregateFormulas } from "./formula/aggregate-formulas.ts";
export {
  call,
  type Formula,
  fold as foldFormulas,
  number as numberFormula,
  operation,
  reference,
  text as textFormula,
  writeFormula,
} from "./formula/formula.ts";
export { aggregateResults } from "./formula/formula-results.ts";
export { type LevelFormulas, levelFormulas } from "./formula/level-formulas.ts";
export {
  type AggregateFormulas,
  columnOf,
  type References,
  type RuleReferences,
  type StateColumn,
  stateColumns,
  type Words,
} from "./formula/references.ts";
export { greatestPoints } from "./formula/rule-formulas.ts";
export { cellTests, pointsRules, type StateFormulas, stateFormulas } from "./formula/state-formulas.ts";
export { type AlignedIndicator, alignMethodologies } from "./methodology/align/align-methodologies.ts";
export { checkPrevious } from "./methodology/align/check-previous.ts";
export { type ConditionCheck, conditionChecker } from "./methodology/check/check-condition.ts";
export { checkMethodology } from "./methodology/check/check-methodology.ts";
export { dangling, problem } from "./methodology/check/problems.ts";
export type { Condition } from "./methodology/condition.ts";
export { criteriaOf, indicatorsBelow, indicatorsOf, type PlacedIndicator } from "./methodology/indicators.ts";
export { contains, formatInterval, type Interval, parseInterval } from "./methodology/interval.ts";
export type { LevelCode, LevelDefinition } from "./methodology/level.ts";
export { meaningOf, meaningOfPart } from "./methodology/meaning.ts";
export { Criterion, Indicator, LegalAct, Methodology } from "./methodology/methodology.ts";
export type { MissingPolicy } from "./methodology/missing.ts";
export { MissingPolicy as MissingPolicySchema } from "./methodology/missing.ts";
export type { Points } from "./methodology/points.ts";
export { ChangeKind, IndicatorChange, PreviousVersion } from "./methodology/previous-version.ts";
export type { Addressees, Recommendation, RecommendationPart } from "./methodology/recommendation.ts";
export type { Code, CodeScale, Color, Measure, NumberScale, Scale } from "./methodology/scale.ts";
export { Authority } from "./municipality/authority.ts";
export { checkLineage } from "./municipality/check-lineage.ts";
export { type Lineage, LineageKind, LineageRow, lineageFile } from "./municipality/lineage.ts";
export { municipalitiesAt } from "./municipality/municipalities-at.ts";
export { Id, Municipality, MunicipalityType } from "./municipality/municipality.ts";
export { blankCell, type Cell, type CellState, isCertainlyMissing, isKnown, unobserved } from "./observation/cell.ts";
export { Observation } from "./observation/observation.ts";
export { readState } from "./observation/read-state.ts";
export { Printed } from "./printed/printed.ts";
export { nearest } from "./problem/nearest.ts";
export { hasErrors, type Problem, type Severity } from "./problem/problem.ts";
export { addresseeCondition } from "./recommendation/addressee-condition.ts";
export { printedAddressees } from "./recommendation/printed-addressees.ts";
export {
  type AddressedRecommendation,
  type Members,
  recommendationsOf,
} from "./recommendation/recommendations-of.ts";
export { checkRound, printedItems } from "./round/check-round.ts";
export { Round, type Task } from "./round/round.ts";
export type { RoundData } from "./round/round-data.ts";
export { type Column, type Columns, encodeColumns } from "./score/columns.ts";
export {
  type ColumnResults,
  columnNumber,
  evaluateColumns,
  type LevelColumns,
  type NumberColumns,
  noLevel,
} from "./score/evaluate-columns.ts";
export { type Explanation, explain } from "./score/explain.ts";
export { type RankInterval, rankIntervals } from "./score/rank.ts";
export {
  type CriterionScore,
  type RoundScore,
  type ScoreOptions,
  scoreRound,
  type UnitScore,
} from "./score/score-round.ts";
export {
  type Basis,
  bases,
  basisTitles,
  isMissing,
  type MissingStatus,
  missingStatuses,
  type Status,
  statuses,
  statusTitles,
} from "./status/status.ts";
export { fold } from "./text/fold.ts";
export { type Language, languages, Text } from "./text/text.ts";
