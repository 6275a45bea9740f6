import type { Claim, RoundData, RoundScore, Text } from "@metodika/core";
import type { Constraint } from "../deduction/constraint.ts";
import { type Solver, solverOf } from "../deduction/solver.ts";
import { asksWho } from "../query/asks-who.ts";
import { applyReading, countingOf, type Definitions, fits, QueryProblem, type Value } from "../query/counting.ts";
import { finished, type Progress } from "../steps/steps.ts";
import { worldOf } from "../world/world.ts";
import { constraintsOf } from "./constraints.ts";
import { definitionsOf, type Switches } from "./definitions.ts";
import { explainJudgement, explainNotCheckable, explainReconstructed, type OtherBase } from "./explain-judgement.ts";
import type { Computed, Finding } from "./finding.ts";
import { type Judgement, judge } from "./judge.ts";
import { placesOf } from "./places-of.ts";
import { pointsFindings } from "./points-findings.ts";
import { ruleFindings } from "./rule-findings.ts";

export type { Computed, Finding } from "./finding.ts";

/**
 * Audits a round: every claim against the printed cells and the other claims, every printed row of points against its own
 * cells. No claim speaks for itself. A round without claims gives the points alone.
 *
 * @param switches readings of universes, such as `{declared: "staffed"}`
 */
export function audit(data: RoundData, score: RoundScore, switches: Switches = {}): Finding[] {
  return finished(auditSteps(data, score, switches));
}

/** The same step by step, claim by claim, for a page that must not freeze. */
export function* auditSteps(
  data: RoundData,
  score: RoundScore,
  switches: Switches = {},
): Generator<Progress, Finding[]> {
  const world = worldOf(data);
  const readings = new Map<string, Definitions>();
  const under = (more: Switches): Definitions => {
    const key = JSON.stringify(more);
    const definitions = readings.get(key) ?? definitionsOf(world, { ...switches, ...more });
    readings.set(key, definitions);
    return definitions;
  };
  const definitions = under({});
  const solver = solverOf(world, constraintsOf(definitions));
  const findings: Finding[] = [];
  for (const claim of definitions.claims.values()) {
    findings.push(auditClaim(solver, claim, definitions, under));
    yield { done: findings.length, total: definitions.claims.size };
  }
  return [...findings, ...pointsFindings(data, score), ...ruleFindings(data)];
}

type Under = (more: Switches) => Definitions;

function auditClaim(solver: Solver, claim: Claim, definitions: Definitions, under: Under): Finding {
  const { data } = definitions.world;
  const base = {
    id: claim.id,
    round: data.round.id,
    kind: "claim" as const,
    statement: claim.statement,
    source: claim.source,
    universe: claim.universe ?? "all",
    printed: claim.printed ?? null,
    inferred: claim.inferred ?? false,
    against: claim.query ? placesOf(claim.query, data) : [],
  };
  const notCheckable = (explanation: Text): Finding => ({
    ...base,
    computed: null,
    verdict: "not-checkable",
    explanation,
    readings: [],
    bases: [],
    exact: true,
  });
  if (!claim.query || claim.printed === undefined)
    return notCheckable(claim.not_checkable ?? explainNotCheckable("claim has no query"));
  const maySpeak = (constraint: Constraint) =>
    constraint.claim !== claim.id && (claim.inferred || !constraint.inferred);
  const ask = (reading: Claim, by: Definitions): Judgement | QueryProblem => {
    try {
      const counting = countingOf(reading, by);
      return judge(solver, reading, counting, reading.printed ?? false, maySpeak);
    } catch (error) {
      if (error instanceof QueryProblem) return error;
      throw error;
    }
  };
  const judgement = ask(claim, definitions);
  if (judgement instanceof QueryProblem) return notCheckable(explainNotCheckable(judgement.message));
  // A reconstructed rule that does not give the printed addressees is itself in doubt, not the report.
  if (judgement.verdict === "contradicted" && claim.inferred && "addressees" in claim.query)
    return notCheckable(explainReconstructed());
  const readings = judgement.verdict === "confirmed" ? [] : readingsOf(claim, definitions, under, ask);
  const bases = basesOf(claim, definitions, solver, ask);
  return {
    ...base,
    computed: computedOf(claim, judgement),
    verdict: judgement.verdict,
    explanation: explainJudgement(definitions, claim, judgement, readings, bases),
    readings,
    bases: bases.map(({ id }) => id),
    ...(judgement.disagreeing.length > 0 ? { disagreeing: [...judgement.disagreeing] } : {}),
    ...(judgement.verdict === "undetermined" && judgement.conflicts.length > 0
      ? { conflicts: judgement.conflicts.map((ids) => [...ids]) }
      : {}),
    exact: judgement.exact,
  };
}

/** The readings of the sentence and of its universe that do not contradict the statement. */
function readingsOf(
  claim: Claim,
  definitions: Definitions,
  under: Under,
  ask: (claim: Claim, definitions: Definitions) => Judgement | QueryProblem,
): Finding["readings"] {
  const own = (claim.readings ?? []).map((reading) => ({
    id: reading.id,
    title: reading.title,
    claim: applyReading(claim, reading),
    definitions,
  }));
  const universe = definitions.world.data.claims?.universes?.find(
    ({ id }) => id === claim.universe || id === claim.base,
  );
  const ofUniverse = (universe?.readings ?? []).map((reading) => ({
    id: `${universe?.id}/${reading.id}`,
    title: reading.title,
    claim,
    definitions: under({ [universe?.id ?? ""]: reading.id }),
  }));
  return [...own, ...ofUniverse].flatMap(({ id, title, claim: read, definitions: by }) => {
    const judgement = ask(read, by);
    if (judgement instanceof QueryProblem || judgement.verdict === "contradicted") return [];
    return [{ id, title, verdict: judgement.verdict, computed: computedOf(read, judgement) }];
  });
}

/** The universes that, taken as base, can give the printed percentage. */
function basesOf(
  claim: Claim,
  definitions: Definitions,
  solver: Solver,
  ask: (claim: Claim, definitions: Definitions) => Judgement | QueryProblem,
): OtherBase[] {
  if (!claim.query || !("share" in claim.query)) return [];
  return [...definitions.universes.keys()].flatMap((base) => {
    if (!canGive({ ...claim, base }, definitions, solver)) return [];
    const judgement = ask({ ...claim, base }, definitions);
    if (judgement instanceof QueryProblem || judgement.verdict === "contradicted") return [];
    return judgement.values.length > 0 ? [{ id: base, values: judgement.values }] : [];
  });
}

/** False where not even the tables alone, without any claim, leave counts that give the printed share. */
function canGive(claim: Claim, definitions: Definitions, { whole }: Solver): boolean {
  const counting = countingOf(claim, definitions);
  if (counting.kind !== "counts" || claim.printed === undefined) return true;
  const spans = counting.counters.map((counter) => {
    const truths = whole.map((unit) => unit.truth(counter));
    const least = truths.filter((truth) => truth === "yes").length;
    return { least, most: least + truths.filter((truth) => truth === "maybe").length };
  });
  const [numerator, denominator] = spans;
  if (!numerator || !denominator || spans.length > 2) return true;
  for (let base = denominator.least; base <= denominator.most; base++)
    for (let count = numerator.least; count <= numerator.most; count++)
      if (fits(counting.value([count, base]), claim.printed)) return true;
  return false;
}

function computedOf(claim: Claim, { values, certain, possible }: Judgement): Computed {
  if (asksWho(claim.query)) return { certain: [...certain], possible: [...possible] };
  const shares = values.filter((value): value is Extract<Value, { kind: "share" }> => value.kind === "share");
  if (shares.length > 0) {
    const span = (numbers: number[]): [number, number] => [Math.min(...numbers), Math.max(...numbers)];
    return {
      numerator: span(shares.map(({ numerator }) => numerator)),
      denominator: span(shares.map(({ denominator }) => denominator)),
      percent: span(
        shares.map(({ numerator, denominator }) => (denominator === 0 ? 0 : (100 * numerator) / denominator)),
      ),
    };
  }
  const numbers = values.flatMap((value) => (value.kind === "number" ? [value.value] : []));
  if (numbers.length > 0) {
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return low === high ? low : { low, high };
  }
  const [only] = values;
  if (!only || values.length > 1) return null;
  return only.kind === "set"
    ? { certain: [...only.members], possible: [...only.members] }
    : only.kind === "share"
      ? null
      : only.value;
}
