import {
  type AggregateFormulas,
  aggregateFormulas,
  aggregateResults,
  type CellState,
  type CompileOptions,
  cellTests,
  compile,
  encodeColumns,
  type Formula,
  greatestPoints,
  levelFormulas,
  outcomesOf,
  type PointsRule,
  type Program,
  pointsRules,
  type References,
  type RoundData,
  type RuleReferences,
  reference,
  stateColumns,
  stateFormulas,
  toNumber,
  writeFormula,
} from "../src/index.ts";
import { type Calculated, calculate, columnName, type Input } from "./spreadsheet.ts";

export const words = { notScored: "not scored", unclear: "unclear" };
const parts: readonly (keyof AggregateFormulas)[] = ["low", "high", "maximum", "present", "valued", "top"];

/** A round as a sheet of cells and results, one row each, and a sheet of look-up tables: the barest form of a workbook. */
export interface Laid {
  program: Program;
  book: Calculated;
  /** What the formulas should come to: results by municipality and aggregate. */
  results: readonly ReadonlyMap<string, ReturnType<typeof aggregateResults>>[];
  /** Row of a municipality. */
  row(municipality: number): number;
  column(aggregate: string, part: keyof AggregateFormulas): number;
  levelColumn(level: number): number;
  cellColumn(cell: number): number;
  textOf(cell: number, state: CellState): Input;
  weightPlace(aggregate: string, term: number): readonly [row: number, column: number];
}

export function layOut(data: RoundData, options: CompileOptions = {}): Laid {
  const program = compile(data.methodology, options);
  const ids = data.municipalities.map(({ id }) => id);
  const encoded = encodeColumns(program.cells, ids, data.cells);
  const tables = new Map<string, Input>();
  const grid = new Map<string, Input>();
  const rules = pointsRules(program);
  const tests = cellTests(program);
  const aggregates = [
    ...program.criteria.flatMap(({ expression }) => expression ?? []),
    ...(program.total ? [program.total] : []),
  ];
  const put = (sheet: Map<string, Input>, row: number, column: number, formula: Formula) =>
    sheet.set(`${row},${column}`, { formula: writeFormula(formula) });
  const at = (row: number, column: number) => reference(`Tables!$${columnName(column)}$${row}`);

  // Sheet "Tables": weights in the first column, then per cell its rule in two columns and its look-up table.
  const weights = new Map<string, number>();
  for (const { id, terms } of aggregates)
    terms.forEach(({ weight }, term) => {
      weights.set(`${id} ${term}`, weights.size + 1);
      tables.set(`${weights.size},1`, toNumber(weight));
    });
  const width = 3 + 1 + stateColumns.length + 4;
  const start = (cell: number) => 2 + cell * width;
  const ruleAt = rules.map((rule, cell) => (rule ? layRule(rule, start(cell)) : {}));
  const dictionary = encoded.columns.map(({ dictionary }) => dictionary);
  dictionary.forEach((states, cell) => {
    const rule = rules[cell];
    const first = start(cell);
    if (rule) {
      const { largest, top } = greatestPoints(program, cell, rule, ruleAt[cell]!);
      put(tables, 20, first, largest);
      put(tables, 21, first, top);
    }
    states.forEach((state, index) => {
      const { columns, tests: answers } = stateFormulas(program, cell, state, rule, tests[cell]!, ruleAt[cell]!);
      tables.set(`${index + 1},${first + 2}`, { text: `state ${index}` });
      stateColumns.forEach((name, column) => void put(tables, index + 1, first + 3 + column, columns[name]));
      answers.forEach(
        (answer, column) => void put(tables, index + 1, first + 3 + stateColumns.length + column, answer),
      );
    });
  });

  const cellColumn = (cell: number) => cell + 1;
  const column = (aggregate: string, part: keyof AggregateFormulas) =>
    program.cells.length + 1 + aggregates.findIndex(({ id }) => id === aggregate) * parts.length + parts.indexOf(part);
  const firstLevel = program.cells.length + 1 + aggregates.length * parts.length;
  const levelStart = program.levels.map((_, level) =>
    program.levels.slice(0, level).reduce((sum, { rules }) => sum + rules.length + 2, firstLevel),
  );
  const textOf = (cell: number, state: CellState): Input => {
    const known =
      state.range &&
      state.missing.length + state.codes.length === 0 &&
      toNumber(state.range[0]) === toNumber(state.range[1]);
    if (known && state.range) return toNumber(state.range[0]);
    const key = JSON.stringify(state, bigint);
    const index = dictionary[cell]!.findIndex((other) => JSON.stringify(other, bigint) === key);
    return { text: `state ${index}` };
  };

  const results: Laid["results"] = ids.map((_, municipality) => {
    const row = municipality + 1;
    const here = (place: number) => reference(`$${columnName(place)}${row}`);
    const references: References = {
      cell: (cell) => here(cellColumn(cell)),
      states: (cell) => {
        const [from, to] = [columnName(start(cell) + 2), columnName(start(cell) + width - 2)];
        return reference(`Tables!$${from}$1:$${to}$${Math.max(1, dictionary[cell]!.length)}`);
      },
      rule: (cell) => ruleAt[cell]!,
      largest: (cell) => at(20, start(cell)),
      top: (cell) => at(21, start(cell)),
      weight: (id, term) => at(weights.get(`${id} ${term}`)!, 1),
      result: (id) =>
        Object.fromEntries(parts.map((part) => [part, here(column(id, part))])) as Record<
          keyof AggregateFormulas,
          Formula
        >,
      applies: (level) => here(levelStart[level]!),
      level: (level) => here(levelStart[level]! + 1),
      rules: (level) => program.levels[level]!.rules.map((_, rule) => here(levelStart[level]! + 2 + rule)),
      levelTitle: (level, code) => program.methodology.levels![level]!.codes[code]!.code,
      words,
    };
    encoded.columns.forEach(({ states, dictionary }, cell) => {
      grid.set(`${row},${cellColumn(cell)}`, textOf(cell, dictionary[states[municipality]!]!));
    });
    for (const aggregate of aggregates) {
      const formulas = aggregateFormulas(aggregate, program, references);
      for (const part of parts) put(grid, row, column(aggregate.id, part), formulas[part]);
    }
    program.levels.forEach((_, level) => {
      const { applies, rules, level: name } = levelFormulas(level, program, references);
      put(grid, row, levelStart[level]!, applies);
      put(grid, row, levelStart[level]! + 1, name);
      rules.forEach((rule, index) => void put(grid, row, levelStart[level]! + 2 + index, rule));
    });
    const outcomes = encoded.columns.map(({ states, dictionary }, cell) =>
      outcomesOf(dictionary[states[municipality]!]!, program.cells[cell]!.scale, program.missing),
    );
    return new Map(aggregates.map((of) => [of.id, aggregateResults(of, outcomes, program, words)] as const));
  });
  return {
    program,
    results,
    book: calculate([
      { name: "Cells", cells: grid },
      { name: "Tables", cells: tables },
    ]),
    row: (municipality) => municipality + 1,
    column,
    levelColumn: (level) => levelStart[level]! + 1,
    cellColumn,
    textOf,
    weightPlace: (id, term) => [weights.get(`${id} ${term}`)!, 1],
  };

  function layRule(rule: PointsRule, column: number): RuleReferences {
    let row = 0;
    const cell = (value: number, place = column) => {
      tables.set(`${row},${place}`, value);
      return at(row, place);
    };
    const next = (value: number) => {
      row++;
      return cell(value);
    };
    switch (rule.kind) {
      case "codes":
        return { codes: rule.points.map((points) => next(toNumber(points))) };
      case "steps":
        return {
          steps: rule.steps.map(({ from, points }) => ({
            from: next(toNumber(from)),
            points: cell(toNumber(points), column + 1),
          })),
          below: next(toNumber(rule.below)),
        };
      case "normalize":
        return { from: next(toNumber(rule.from)), to: next(toNumber(rule.to)) };
      case "value":
        return { times: next(toNumber(rule.times)) };
    }
  }
}

function bigint(_: string, value: unknown) {
  return typeof value === "bigint" ? String(value) : value;
}
