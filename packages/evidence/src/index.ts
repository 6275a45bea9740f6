// A table of contents: the world of a round's cells, queries over it, deduction, and the audit of a report.

export { audit, auditSteps, type Computed, type Finding } from "./audit/audit.ts";
export { claimsOf } from "./audit/claims-of.ts";
export { constraintsOf } from "./audit/constraints.ts";
export { definitionsOf, type Switches } from "./audit/definitions.ts";
export type { Verdict } from "./audit/judge.ts";
export { checkClaims } from "./claim/check-claims.ts";
export type { Constraint } from "./deduction/constraint.ts";
export { type Deduced, deduce, deduceSteps } from "./deduction/deduce.ts";
export { auditDraft } from "./document/audit-draft.ts";
export type {
  DraftBlock as AuditedBlock,
  DraftFinding,
  DraftMatch,
  DraftStatus,
} from "./document/draft-finding.ts";
export { type Figure, type FigureKind, figuresOf } from "./document/figures.ts";
export { fitMargin, fitThreshold, possibleThreshold } from "./document/match.ts";
export {
  type Counting,
  countingOf,
  type Definitions,
  fits,
  QueryProblem,
  roundsTo,
  type Value,
} from "./query/counting.ts";
export { type Recovered, type RecoverOptions, recover, recoverSteps } from "./recover/recover.ts";
export { finished, type Progress, withPauses } from "./steps/steps.ts";
export { type Predicate, predicateOf } from "./world/predicate.ts";
export { type World, worldOf } from "./world/world.ts";
