// A table of contents: who is compared with whom, two years of one region, series of facts, two regions by shared
// concepts, methodologies and what their rules do to points and to levels.

export { claimedCounts } from "./crosswalk/claimed-counts.ts";
export { type CoverageMatrix, coverageMatrix } from "./crosswalk/coverage-matrix.ts";
export { type CountBounds, type Share, type ShareOptions, shareOf } from "./crosswalk/share.ts";
export { type ConceptComparison, type ConceptShare, type SideBySide, sideBySide } from "./crosswalk/side-by-side.ts";
export {
  type ChangeClass,
  type ChangeColumns,
  type ContributionColumns,
  changeClasses,
  type UnitChange,
  unitChange,
} from "./dynamics/change-columns.ts";
export type { BreakRule } from "./dynamics/comparable.ts";
export type { CountInterval } from "./dynamics/counts.ts";
export {
  type CriterionDynamics,
  type Dynamics,
  type DynamicsOptions,
  type DynamicsResult,
  dynamics,
  dynamicsOfColumns,
  type RoundColumns,
} from "./dynamics/dynamics.ts";
export type { LevelMigration } from "./dynamics/migration.ts";
export type { Category, Direction, Transition, TransitionTable } from "./dynamics/transitions.ts";
export type { MergerRule, Unit } from "./dynamics/units.ts";
export { type Match, type MatchKind, matchMunicipalities } from "./match/match-municipalities.ts";
export type { ConceptDifference } from "./methodology/diff/concept-differences.ts";
export {
  type DifferenceKind,
  type MethodologyDifference,
  type MethodologyPart,
  methodologyParts,
} from "./methodology/diff/difference.ts";
export { type MethodologyDiff, methodologyDiff } from "./methodology/diff/methodology-diff.ts";
export type { EffectInterval } from "./methodology/effects/hulls.ts";
export {
  changesCap,
  type EffectsResult,
  effectsOnRound,
  effectsOverYears,
  type MethodEffects,
} from "./methodology/effects/method-effects.ts";
export { addRational, compareRational, type Rational, rationalNumber } from "./methodology/effects/rational.ts";
export { type RuleChange, ruleChangesBetween } from "./methodology/effects/rule-changes.ts";
export { shapleyNumerators, shapleyWeights } from "./methodology/effects/shapley.ts";
export type { ResultEffects, UnitEffects } from "./methodology/effects/unit-effects.ts";
export type { LevelRuleChange } from "./methodology/levels/level-changes.ts";
export type {
  LevelEffects,
  MoveReason,
  NotAttributable,
  UnitLevels,
} from "./methodology/levels/level-effects.ts";
export type { LevelOrNone, Verdict as MoveVerdict } from "./methodology/levels/move-verdicts.ts";
export type { Unreadable } from "./methodology/levels/readable.ts";
export {
  type DisagreeingClaim,
  type FactEvent,
  type FactSeries,
  factSeries,
  type SeriesPoint,
} from "./series/fact-series.ts";
