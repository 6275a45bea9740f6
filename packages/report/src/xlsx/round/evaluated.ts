import {
  type AggregateOf,
  aggregateResults,
  type Columns,
  cellsOf,
  evaluateLevel,
  exactLevel,
  type LevelTrace,
  type Outcomes,
  outcomesOf,
  type Program,
  type Truth,
  type Words,
} from "@metodika/core";

/** What the evaluator of the round gives, by municipality: the results that stand beside the formulas. */
export interface Evaluated {
  /** By the id of the aggregate. */
  points: ReadonlyMap<string, readonly ReturnType<typeof aggregateResults>[]>;
  /** By level. */
  levels: readonly (readonly LevelResult[])[];
}

/** A level by its rules one by one, by all combinations of values, and whether each rule holds. */
export interface LevelResult {
  wide: LevelTrace;
  exact: ReturnType<typeof exactLevel>;
  rules: readonly Truth[];
}

/** Evaluates all that a workbook shows. Municipalities whose cells are alike are evaluated once. */
export function evaluated(
  program: Program,
  aggregates: readonly AggregateOf[],
  columns: Columns,
  words: Words,
): Evaluated {
  const outcomes = columns.columns.map(({ dictionary }, cell) => {
    const scale = program.cells[cell]?.scale;
    return dictionary.map((state) => (scale ? outcomesOf(state, scale, program.missing) : []));
  });
  const outcomesAt = (municipality: number): Outcomes =>
    columns.columns.map(({ states }, cell) => outcomes[cell]?.[states[municipality] ?? 0] ?? []);
  return {
    points: new Map(
      aggregates.map((expression) => [
        expression.id,
        perMunicipality(columns, cellsOf(expression), (municipality) =>
          aggregateResults(expression, outcomesAt(municipality), program, words),
        ),
      ]),
    ),
    levels: program.levels.map((table) =>
      perMunicipality(columns, cellsOf(table, program.levels), (municipality): LevelResult => {
        const own = outcomesAt(municipality);
        const wide = evaluateLevel(table, own, program.levels);
        // A rule below one that certainly holds was not asked: it is asked alone.
        const { applies: _, ...rest } = table;
        const alone = (rule: number): Truth =>
          evaluateLevel({ ...rest, rules: table.rules.slice(rule, rule + 1) }, own, program.levels).rules[0]?.holds ??
          "no";
        return {
          wide,
          exact: exactLevel(table, own, program.levels),
          rules: table.rules.map((_, rule) => wide.rules[rule]?.holds ?? alone(rule)),
        };
      }),
    ),
  };
}

/** A result for every municipality that depends on some of its cells alone. */
function perMunicipality<Result>(
  { size, columns }: Columns,
  cells: readonly number[],
  evaluate: (municipality: number) => Result,
): Result[] {
  const known = new Map<string, Result>();
  return Array.from({ length: size }, (_, municipality) => {
    const key = cells.map((cell) => columns[cell]?.states[municipality] ?? 0).join();
    const result = known.get(key) ?? evaluate(municipality);
    known.set(key, result);
    return result;
  });
}
