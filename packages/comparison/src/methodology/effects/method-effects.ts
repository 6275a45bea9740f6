import {
  type AlignedIndicator,
  alignMethodologies,
  criteriaOf,
  type Lineage,
  type Methodology,
  missingStatuses,
  type Problem,
  type RoundData,
} from "@metodika/core";
import { checkRounds, nothingInCommon } from "../../dynamics/check-rounds.ts";
import { unitsOf } from "../../dynamics/units.ts";
import { type Match, matchMunicipalities } from "../../match/match-municipalities.ts";
import { evaluateLevels } from "../levels/evaluate-levels.ts";
import type { LevelEffects } from "../levels/level-effects.ts";
import { effectRefusals } from "./effect-refusals.ts";
import { evaluateEffects } from "./evaluate-effects.ts";
import { evaluateSums } from "./evaluate-sums.ts";
import type { Variant } from "./hybrid-methodology.ts";
import { type RuleChange, ruleChangesBetween, sameTree } from "./rule-changes.ts";
import type { EffectsSide } from "./settled-rows.ts";
import type { EffectUnit, ResultEffects } from "./unit-effects.ts";

/**
 * Where results are no sums (means, the least, the greatest, weights given away), up to so many rules are tried in all
 * their 2¹² combinations; more are refused. Effects on sums are exact for any number of rules.
 */
export const changesCap = 12;

/** What the rules that differ, and the data, do to the points and to the levels of every municipality. */
export interface MethodEffects {
  /** One round, or the earlier and the later. */
  rounds: readonly string[];
  /** `<id>@<version>` */
  before: string;
  after: string;
  /** The rules that differ, each switched by itself. */
  changes: readonly RuleChange[];
  /** Indicators whose wording changed: their answers are taken as given, so what the wording did is in the data. */
  reworded: readonly string[];
  /** Every criterion that both give points for, then the total where both have one. */
  results: readonly ResultEffects[];
  /** Every level that both define: who moves between its codes, and which rules account for it. */
  levels: readonly LevelEffects[];
  /** Municipalities that are not compared, as in dynamics. */
  apart: readonly Match[];
}

/** The effects, or why there are none. */
export interface EffectsResult {
  effects: MethodEffects | undefined;
  problems: Problem[];
}

/**
 * One round under two methodologies: which rule moves which municipality. The effect of a rule is its Shapley value: what
 * it adds on average over all orders in which the rules can be exchanged one by one; the effects add up exactly to the
 * difference of the two results. Over cells that are not known an effect is the interval of all that it can be: each way
 * to settle them adds up, the ends of the intervals need not.
 *
 * @param data a round that asked by one of the two; what the other asks in another way, or only the other asks, is open
 * @returns no effects and the reason for methodologies of different regions, a round of another methodology, criteria
 *   that stand elsewhere in the tree, and more than `changesCap` rules where results are no sums
 */
export function effectsOnRound(data: RoundData, before: Methodology, after: Methodology): EffectsResult {
  const native = nativeOf(data, before, after);
  if (!native) return refused(effectRefusals.otherMethodology(data, before, after));
  const units = data.municipalities.map(({ id }) => ({ municipality: id, ids: [id] }));
  return effectsOf([{ data, native }], before, after, units, []);
}

/**
 * Two rounds of one region, each by its own methodology: how much of a change the data made, and how much the rules. The
 * data count as one more change beside the rules; otherwise as `effectsOnRound`.
 *
 * @param lineage what became of municipalities; merged ones are not compared
 */
export function effectsOverYears(
  before: RoundData,
  after: RoundData,
  { lineage = [] }: { lineage?: readonly Lineage[] } = {},
): EffectsResult {
  const problems = checkRounds(before, after);
  if (problems.some(({ severity }) => severity === "error")) return { effects: undefined, problems };
  const { matches, problems: faults } = matchMunicipalities(before.municipalities, after.municipalities, lineage);
  if (faults.length > 0) return { effects: undefined, problems: faults };
  const { units, apart } = unitsOf(matches, "not-compared");
  if (units.length === 0) return refused(nothingInCommon(true));
  const sides: EffectsSide[] = [
    { data: before, native: "before" },
    { data: after, native: "after" },
  ];
  const named = units.map(({ municipality, before: [was = municipality] }) => ({
    municipality,
    ids: [was, municipality],
  }));
  const result = effectsOf(sides, before.methodology, after.methodology, named, apart);
  return { ...result, problems: [...problems, ...result.problems] };
}

function effectsOf(
  sides: readonly EffectsSide[],
  before: Methodology,
  after: Methodology,
  units: readonly EffectUnit[],
  apart: readonly Match[],
): EffectsResult {
  if (before.region !== after.region) return refused(effectRefusals.otherRegion(before, after));
  if (!sameTree(before, after)) return refused(effectRefusals.otherTree());
  const aligned = alignMethodologies(before, after);
  const changes = ruleChangesBetween(before, after);
  const isSum = isAdditive(before) && isAdditive(after);
  if (!isSum && changes.length > changesCap) return refused(effectRefusals.tooManyChanges(changes.length, changesCap));
  const ids = resultsOf(before, after);
  const subject = { sides, units, aligned, methodologies: { before, after }, changes, ids };
  const results = isSum ? evaluateSums(subject) : evaluateEffects(subject);
  const name = ({ id, version }: Methodology) => `${id}@${version}`;
  return {
    problems: [],
    effects: {
      rounds: sides.map(({ data }) => data.round.id),
      before: name(before),
      after: name(after),
      changes,
      reworded: rewordedIn(aligned),
      results,
      levels: evaluateLevels(subject),
      apart,
    },
  };
}

function refused(problem: Problem): EffectsResult {
  return { effects: undefined, problems: [problem] };
}

function nativeOf(data: RoundData, before: Methodology, after: Methodology): Variant | undefined {
  const same = (one: Methodology) => one.id === data.methodology.id && one.version === data.methodology.version;
  if (data.methodology === after) return "after";
  return same(before) ? "before" : same(after) ? "after" : undefined;
}

function rewordedIn(aligned: readonly AlignedIndicator[]): string[] {
  return aligned.flatMap(({ before, after, changes }) =>
    before && after && changes.includes("reworded") ? [after.indicator.id] : [],
  );
}

/** The criteria that both give points for, and the total where both define one. */
function resultsOf(before: Methodology, after: Methodology): string[] {
  const old = new Set(criteriaOf(before).flatMap(({ id, points }) => (points ? [id] : [])));
  const shared = criteriaOf(after).flatMap(({ id, points }) => (points && old.has(id) ? [id] : []));
  return [...shared, ...(before.total && after.total ? ["total"] : [])];
}

/** True where every result is a sum of what single indicators add, whatever the others are. */
function isAdditive(methodology: Methodology): boolean {
  const aggregates = [...criteriaOf(methodology).map(({ points }) => points), methodology.total];
  return (
    aggregates.every((points) => points === undefined || points.aggregate === "sum") &&
    missingStatuses.every((status) => methodology.missing[status].policy !== "redistribute")
  );
}
