import {
  type Claim,
  checkMethodology,
  type PrintedValue,
  type RoundData,
  type RoundScore,
  type Text,
} from "@metodika/core";
import type { Constraint } from "../deduction/constraint.ts";
import { type Solver, solverOf } from "../deduction/solver.ts";
import { asksWho } from "../query/asks-who.ts";
import { applyReading, countingOf, type Definitions, QueryProblem, type Value } from "../query/counting.ts";
import { finished, type Progress } from "../steps/steps.ts";
import { worldOf } from "../world/world.ts";
import { constraintsOf } from "./constraints.ts";
import { definitionsOf, type Switches } from "./definitions.ts";
import { explainJudgement, explainNotCheckable } from "./explain-judgement.ts";
import { type Judgement, judge, type Verdict } from "./judge.ts";
import { placesOf } from "./places-of.ts";

/** What a query can give, as data. */
export type Computed =
  | null
  | number
  | boolean
  | string
  /** Least and greatest. */
  | { low: number; high: number }
  | { numerator: [number, number]; denominator: [number, number]; percent: [number, number] }
  | { certain: string[]; possible: string[] };

/** A statement of a report and what its tables and its other statements make of it. */
export interface Finding {
  id: string;
  round: string;
  /** A statement of the text, the points of a row, or what a legend or rule leaves open. */
  kind: "claim" | "points" | "rule";
  statement: Text;
  source: string;
  universe: string;
  printed: PrintedValue | null;
  computed: Computed;
  verdict: Verdict;
  explanation: Text;
  /** The other places: columns of tables, facts, dates and claims that the statement is held against. */
  against: string[];
  /** Readings under which the statement is not contradicted, where it is by its words. */
  readings: { id: string; title: Text; verdict: Verdict; computed: Computed }[];
  /** For a share: the universes that give the printed figure as base. */
  bases: string[];
  /** For a list that is contradicted: the municipalities where it is; the list may be right about all others. */
  disagreeing?: string[];
  /** Where it stays open: other claims that cannot all hold, by id, and on which of them the answer depends. */
  conflicts?: string[][];
  /** It rests on a rule that the region has not approved. */
  inferred: boolean;
  exact: boolean;
}

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
  const readings = judgement.verdict === "confirmed" ? [] : readingsOf(claim, definitions, under, ask);
  return {
    ...base,
    computed: computedOf(claim, judgement),
    verdict: judgement.verdict,
    explanation: explainJudgement(definitions, claim, judgement, readings),
    readings,
    bases: basesOf(claim, definitions, ask),
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
  ask: (claim: Claim, definitions: Definitions) => Judgement | QueryProblem,
): string[] {
  if (!claim.query || !("share" in claim.query)) return [];
  return [...definitions.universes.keys()].filter((base) => {
    const judgement = ask({ ...claim, base }, definitions);
    return !(judgement instanceof QueryProblem) && judgement.verdict !== "contradicted" && judgement.values.length > 0;
  });
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

/** Points of rows, counted apart from the claims of the text: printed against the sum of the same row. */
function pointsFindings({ round, municipalities, methodology, printed }: RoundData, score: RoundScore): Finding[] {
  const places = new Map(
    printed.filter(({ kind }) => kind === "points").map((row) => [`${row.municipality} ${row.item}`, row.source]),
  );
  return score.units.flatMap(({ municipality, criteria }) =>
    criteria.flatMap(({ criterion, points, printed: value }): Finding[] => {
      if (value === null) return [];
      const unit = municipalities.find(({ id }) => id === municipality);
      const title = methodology.criteria.find(({ id }) => id === criterion)?.title;
      const isSame = points !== null && points[0] === value && points[1] === value;
      const isPossible = points !== null && points[0] <= value && value <= points[1];
      const range = points === null ? "—" : points[0] === points[1] ? String(points[0]) : `${points[0]}–${points[1]}`;
      return [
        {
          id: `points/${criterion}/${municipality}`,
          round: round.id,
          kind: "points",
          statement: {
            ru: `${unit?.name ?? municipality}: ${value} — «${title?.ru ?? criterion}»`,
            en: `${unit?.name_en ?? municipality}: ${value} — “${title?.en ?? criterion}”`,
          },
          source: places.get(`${municipality} ${criterion}`) ?? round.id,
          universe: municipality,
          printed: value,
          computed: points === null ? null : points[0] === points[1] ? points[0] : { low: points[0], high: points[1] },
          verdict: isSame ? "confirmed" : isPossible ? "undetermined" : "contradicted",
          explanation: {
            ru: `В отчёте ${value}, по ячейкам строки ${range}.`,
            en: `The report prints ${value}; the cells of the row give ${range}.`,
          },
          against: [places.get(`${municipality} ${criterion}`) ?? round.id],
          readings: [],
          bases: [],
          inferred: false,
          exact: true,
        },
      ];
    }),
  );
}

/** Legends and rules that leave something undefined, reported like the statements of the text. */
function ruleFindings({ round, methodology }: RoundData): Finding[] {
  return checkMethodology(methodology)
    .filter(({ severity }) => severity === "warning")
    .map(({ code, field = "", message, value }, index) => ({
      id: `rule/${code}/${field || index}`,
      round: round.id,
      kind: "rule",
      statement: ruleStatements[code.split("/")[0] ?? ""] ?? ruleStatements.scale!,
      source: `${round.region} methodology ${field}`,
      universe: "all",
      printed: null,
      computed: value ?? null,
      verdict: "contradicted",
      explanation: { ru: `${message.ru}.`, en: `${message.en}.` },
      against: [],
      readings: [],
      bases: [],
      inferred: false,
      exact: true,
    }));
}

const ruleStatements: Record<string, Text> = {
  scale: {
    ru: "Легенда относит каждый возможный случай к одному значению",
    en: "The legend gives every case exactly one value",
  },
  criterion: {
    ru: "Каждый заявленный критерий измеряется показателями",
    en: "Every declared criterion is measured by indicators",
  },
  level: { ru: "Каждое правило уровня может сработать", en: "Every rule of a level can decide" },
  recommendation: { ru: "Каждое правило адресации кому-то адресует", en: "Every addressee rule reaches somebody" },
};
