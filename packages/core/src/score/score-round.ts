import { type CompileOptions, compile, type Program } from "../expression/compile.ts";
import type { RoundData } from "../round/round-data.ts";
import { encodeColumns } from "./columns.ts";
import { type ColumnResults, columnNumber, evaluateColumns, type NumberColumns, noLevel } from "./evaluate-columns.ts";
import { type RankInterval, rankIntervals } from "./rank.ts";

/** The points of one municipality for one criterion. */
export interface CriterionScore {
  criterion: string;
  /** Least and greatest possible points; null where the criterion gives none or nothing was submitted. */
  points: [number, number] | null;
  /** The most that could have been reached; null together with the points. */
  max: number | null;
  /** Points as the report prints them; null where it prints none. Never an input. */
  printed: number | null;
}

/** The results of one municipality. */
export interface UnitScore {
  municipality: string;
  status: "scored" | "not-scored";
  criteria: CriterionScore[];
  total: { points: [number, number]; max: number } | null;
  /** Codes that are still possible, best first; empty where the methodology gives no level. */
  levels: Record<string, string[]>;
  /** Levels as the report prints them. */
  printedLevels: Record<string, string>;
  /** Best and worst possible place by total; only on request. */
  rank?: RankInterval | null;
  /** False when an interval may be wider than what is possible: too many completions to try. */
  exact: boolean;
}

/** The results of a round. */
export interface RoundScore {
  round: string;
  /** `<id>@<version>` */
  methodology: string;
  /** True when a policy of the caller replaces the methodology's: not a result of the region. */
  trial: boolean;
  /** False when a total is shown that the methodology does not define. */
  totalDefined: boolean;
  units: UnitScore[];
}

/** What a caller may ask for beyond the methodology. */
export interface ScoreOptions extends CompileOptions {
  /** Places by total; brings the total with it. */
  ranks?: boolean;
}

/**
 * Scores a round by its own methodology: points as intervals, levels as sets. The order of rows in the files does not
 * matter; the order of the result is that of the region's tables. A round without municipalities gives no units.
 *
 * @example
 * scoreRound(data).units[0]?.criteria[0]?.points // [5, 5]
 */
export function scoreRound(data: RoundData, options: ScoreOptions = {}): RoundScore {
  const program = compile(data.methodology, { ...options, total: options.total || options.ranks || false });
  const ids = data.municipalities.map(({ id }) => id);
  const columns = encodeColumns(program.cells, ids, data.cells);
  const results = evaluateColumns(program, columns);
  const printed = new Map(data.printed.map((row) => [`${row.kind} ${row.municipality} ${row.item}`, row.value]));
  const observed = ids.map((_, row) =>
    columns.columns.some(({ states, dictionary }) => {
      const state = dictionary[states[row] ?? 0];
      return state !== undefined && (state.codes.length > 0 || state.range !== undefined);
    }),
  );
  const ranks = options.ranks && results.total ? rankIntervals(results.total) : undefined;
  return {
    round: data.round.id,
    methodology: `${data.methodology.id}@${data.methodology.version}`,
    trial: program.trial,
    totalDefined: program.totalDefined,
    units: ids.map((municipality, row) => {
      const criteria = program.criteria.map(({ criterion }, index): CriterionScore => {
        const column = results.criteria[index];
        const value = printed.get(`points ${municipality} ${criterion.id}`);
        return {
          criterion: criterion.id,
          points: column ? interval(column, row) : null,
          max: column?.scored[row] ? columnNumber(column, column.maximum, row) : null,
          printed: value === undefined ? null : Number(value.replace(",", ".")),
        };
      });
      const total = results.total ? interval(results.total, row) : null;
      const scored = criteria.some(({ points }) => points !== null) || (!hasPoints(program) && observed[row] === true);
      return {
        municipality,
        status: scored ? "scored" : "not-scored",
        criteria,
        total:
          total && results.total
            ? { points: total, max: columnNumber(results.total, results.total.maximum, row) }
            : null,
        levels: levelsAt(program, results, row),
        printedLevels: Object.fromEntries(
          program.levels.flatMap(({ id }) => {
            const value = printed.get(`level ${municipality} ${id}`);
            return value === undefined ? [] : [[id, value]];
          }),
        ),
        ...(ranks ? { rank: ranks[row] ?? null } : {}),
        exact: isTight(results, row),
      };
    }),
  };
}

function hasPoints(program: Program): boolean {
  return program.criteria.some(({ expression }) => expression !== undefined);
}

function interval(column: NumberColumns, row: number): [number, number] | null {
  if (!column.scored[row]) return null;
  return [columnNumber(column, column.low, row), columnNumber(column, column.high, row)];
}

function levelsAt(program: Program, results: ColumnResults, row: number): Record<string, string[]> {
  return Object.fromEntries(
    program.levels.map(({ id }, index) => {
      const definition = program.methodology.levels?.[index];
      const bits = results.levels[index]?.possible[row] ?? noLevel;
      const codes = (definition?.codes ?? []).filter((_, code) => (bits & (2 ** code)) !== 0);
      return [id, codes.sort((a, b) => b.order - a.order).map(({ code }) => code)];
    }),
  );
}

function isTight({ criteria, total, levels }: ColumnResults, row: number): boolean {
  return [...criteria, total, ...levels].every((column) => column === undefined || column.tight[row] === 1);
}
