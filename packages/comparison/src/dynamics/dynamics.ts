import {
  type AlignedIndicator,
  alignMethodologies,
  type ColumnResults,
  type Columns,
  compile,
  criteriaOf,
  encodeColumns,
  evaluateColumns,
  hasErrors,
  type Lineage,
  type Methodology,
  type MissingStatus,
  type Municipality,
  meaningOfPart,
  type Problem,
  type Program,
  type RoundData,
} from "@metodika/core";
import { type Match, matchMunicipalities } from "../match/match-municipalities.ts";
import { type CellPair, type ChangeColumns, changeColumns } from "./change-columns.ts";
import { checkRounds, nothingInCommon } from "./check-rounds.ts";
import { type BreakRule, ruleChanges, scoredPairs, withPointsOf } from "./comparable.ts";
import { type LevelMigration, levelMigration, levelSides } from "./migration.ts";
import { type Transition, transitionTable } from "./transitions.ts";
import { gatherColumns, type MergerRule, type Unit, unitsOf } from "./units.ts";

/** What a caller may ask for. */
export interface DynamicsOptions {
  /** What became of municipalities between the rounds. */
  lineage?: readonly Lineage[];
  /** Whether indicators whose series breaks take part; `leave-out` unless asked for. */
  breaks?: BreakRule;
  /** How a merged municipality is compared; `not-compared` unless asked for. */
  mergers?: MergerRule;
}

/** The change of one criterion, or of the total. */
export interface CriterionDynamics {
  /** Id of the criterion, or `total`. */
  criterion: string;
  /** False where its own rule changed: the way it is put together, or what a missing value does. */
  comparable: boolean;
  /** Indicators that take no part because their series or their points break; by their ids in either round. */
  leftOut: readonly string[];
  /** Undefined where nothing is left to compare. */
  change: ChangeColumns | undefined;
}

/** Two rounds of one region, side by side. */
export interface Dynamics {
  before: string;
  after: string;
  breaks: BreakRule;
  mergers: MergerRule;
  /** In the order of the later round; the rows of every column. */
  units: readonly Unit[];
  /** Municipalities that are not compared: appeared, gone, split, or merged. */
  apart: readonly Match[];
  indicators: readonly Transition[];
  criteria: readonly CriterionDynamics[];
  total: CriterionDynamics | undefined;
  levels: readonly LevelMigration[];
  /** Statuses that the two methodologies treat differently. */
  missingPolicies: readonly MissingStatus[];
}

/** One round as columns: for many municipalities, without a record per cell. */
export interface RoundColumns {
  id: string;
  methodology: Methodology;
  municipalities: readonly Pick<Municipality, "id">[];
  /** In the order of the methodology's indicators and of the municipalities. */
  columns: Columns;
  /** By indicator: how many cells their source marks as a break (B) or another definition (D). */
  marked?: ReadonlyMap<string, number>;
}

/** The comparison, or why there is none. Warnings come with it. */
export interface DynamicsResult {
  dynamics: Dynamics | undefined;
  problems: Problem[];
}

/**
 * Compares two rounds of one region: what every indicator, criterion, total and level became, for every municipality that
 * can be matched. Every result is an interval over all that the cells of both rounds can be.
 *
 * @returns no dynamics and the reason for rounds of different regions, the same round twice, rounds in the wrong order,
 *   a circle in the lineage, and rounds that have nothing in common
 */
export function dynamics(before: RoundData, after: RoundData, options: DynamicsOptions = {}): DynamicsResult {
  const problems = checkRounds(before, after);
  if (hasErrors(problems)) return { dynamics: undefined, problems };
  const result = dynamicsOfColumns(columnsOf(before), columnsOf(after), options);
  return { ...result, problems: [...problems, ...result.problems] };
}

function columnsOf({ round, methodology, municipalities, cells }: RoundData): RoundColumns {
  const ids = municipalities.map(({ id }) => id);
  const marked = new Map<string, number>();
  for (const { indicator, status } of cells)
    if (status === "B" || status === "D") marked.set(indicator, (marked.get(indicator) ?? 0) + 1);
  const columns = encodeColumns(compile(methodology).cells, ids, cells);
  return { id: round.id, methodology, municipalities, columns, marked };
}

/** The same over columns: time and memory grow with the number of cells only. The caller answers for the region. */
export function dynamicsOfColumns(
  before: RoundColumns,
  after: RoundColumns,
  { lineage = [], breaks = "leave-out", mergers = "not-compared" }: DynamicsOptions = {},
): DynamicsResult {
  const { matches, problems } = matchMunicipalities(before.municipalities, after.municipalities, lineage);
  if (problems.length > 0) return { dynamics: undefined, problems };
  const { units, apart } = unitsOf(matches, mergers);
  const aligned = alignMethodologies(before.methodology, after.methodology);
  const wanted = aligned.filter((pair) => pair.before && pair.after && (pair.comparable || breaks === "include"));
  if (units.length === 0 || wanted.length === 0)
    return { dynamics: undefined, problems: [nothingInCommon(units.length === 0)] };
  const sides = {
    before: gatherColumns(before.columns, before.municipalities, units, (unit) => unit.before),
    after: gatherColumns(after.columns, after.municipalities, units, ({ municipality }) => [municipality]),
  };
  const changes = ruleChanges(before.methodology, after.methodology);
  const scored = scoredPairs(aligned, breaks);
  const of = (side: "before" | "after") => {
    const { methodology } = side === "before" ? before : after;
    const kept = new Set(scored.flatMap((pair) => pair[side]?.indicator.id ?? []));
    const points = compile(withPointsOf(methodology, kept));
    const whole = compile(methodology);
    return {
      points,
      results: evaluateColumns(points, sides[side]),
      whole,
      levels: levelSides(whole, methodology, evaluateColumns(levelsOnly(whole), sides[side]).levels),
    };
  };
  const [earlier, later] = [of("before"), of("after")];
  const pairs = scored.map((pair) => cellPair(pair, earlier.points, later.points));
  const rulesFor = (criterion: string) => changes.missing.length === 0 && !changes.aggregates.has(criterion);
  const criterionDynamics = (criterion: string, below: ReadonlySet<string>): CriterionDynamics => {
    const comparable = rulesFor(criterion);
    const [was, is] = [sideOf(earlier, sides.before, criterion), sideOf(later, sides.after, criterion)];
    const leftOut = aligned
      .filter((pair) => !scored.includes(pair))
      .flatMap((pair) => (pair.after ?? pair.before)?.indicator.id ?? [])
      .filter((id) => below.has(id));
    const change = was && is && (comparable || breaks === "include") ? changeColumns(was, is, pairs) : undefined;
    return { criterion, comparable, leftOut, change };
  };
  const scoredBelow = (ids: (methodology: Methodology) => string[]) =>
    new Set([...ids(before.methodology), ...ids(after.methodology)]);
  const all = scoredBelow((methodology) => criteriaOf(methodology).flatMap(pointed));
  return {
    problems: [],
    dynamics: {
      before: before.id,
      after: after.id,
      breaks,
      mergers,
      units,
      apart,
      indicators: aligned.map((pair) => transitionOf(pair, before, after, sides, breaks)),
      criteria: criteriaOf(after.methodology)
        .filter(({ points }) => points)
        .map(({ id }) =>
          criterionDynamics(
            id,
            scoredBelow((methodology) =>
              criteriaOf(methodology)
                .filter((one) => one.id === id)
                .flatMap(pointedBelow),
            ),
          ),
        ),
      total: later.points.total || earlier.points.total ? criterionDynamics("total", all) : undefined,
      levels: later.levels.flatMap((side) => {
        const was = earlier.levels.find(({ definition }) => definition.id === side.definition.id);
        const rulesChanged = changes.missing.length > 0 || changes.aggregates.size > 0;
        return was ? [levelMigration(was, side, aligned, { rulesChanged, include: breaks === "include" })] : [];
      }),
      missingPolicies: changes.missing,
    },
  };
}

/** A program that evaluates its levels and nothing else. */
function levelsOnly(program: Program): Program {
  return { ...program, criteria: [], total: undefined };
}

type Criteria = ReturnType<typeof criteriaOf>[number];

function pointed({ indicators = [] }: Criteria): string[] {
  return indicators.flatMap(({ id, points }) => (points ? [id] : []));
}

function pointedBelow(criterion: Criteria): string[] {
  return [...pointed(criterion), ...(criterion.criteria ?? []).flatMap(pointedBelow)];
}

function sideOf({ points, results }: { points: Program; results: ColumnResults }, columns: Columns, id: string) {
  const index = points.criteria.findIndex(({ criterion }) => criterion.id === id);
  const expression = id === "total" ? points.total : points.criteria[index]?.expression;
  const result = id === "total" ? results.total : results.criteria[index];
  return expression && result ? { program: points, columns, result, expression } : undefined;
}

function cellPair({ before, after }: AlignedIndicator, earlier: Program, later: Program): CellPair {
  const cell = (program: Program, id: string | undefined) =>
    id === undefined ? -1 : program.cells.findIndex(({ indicator }) => indicator.id === id);
  const [was, is] = [cell(earlier, before?.indicator.id), cell(later, after?.indicator.id)];
  return { ...(was < 0 ? {} : { before: was }), ...(is < 0 ? {} : { after: is }) };
}

function transitionOf(
  pair: AlignedIndicator,
  before: RoundColumns,
  after: RoundColumns,
  sides: { before: Columns; after: Columns },
  breaks: BreakRule,
): Transition {
  const { changes, declared, comparable } = pair;
  const [was, is] = [pair.before, pair.after];
  const marked = (is && after.marked?.get(is.indicator.id)) ?? 0;
  const normalized = [was, is].map((placed) => {
    const points = placed?.indicator.points;
    return points && "normalize" in points ? meaningOfPart(points.normalize) : undefined;
  });
  const reference = normalized[1] === undefined ? undefined : normalized[0] === normalized[1] ? "frozen" : "changed";
  const position = ({ methodology }: RoundColumns, id: string) =>
    compile(methodology).cells.findIndex(({ indicator }) => indicator.id === id);
  const columns =
    was && is
      ? [
          sides.before.columns[position(before, was.indicator.id)],
          sides.after.columns[position(after, is.indicator.id)],
        ]
      : [];
  const table =
    was && is && columns[0] && columns[1] && (comparable || breaks === "include")
      ? transitionTable(columns[0], columns[1], { before: was.scale, after: is.scale }, !changes.includes("rescaled"))
      : undefined;
  return {
    ...(was ? { before: was.indicator.id } : {}),
    ...(is ? { after: is.indicator.id } : {}),
    comparable,
    changes,
    declared,
    marked,
    ...(reference ? { reference } : {}),
    ...(table ? { table } : {}),
  };
}
