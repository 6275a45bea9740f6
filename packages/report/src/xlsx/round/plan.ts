import {
  type AggregateFormulas,
  type AggregateOf,
  blankCell,
  type CellTest,
  type Columns,
  type CompileOptions,
  cellTests,
  compile,
  criteriaOf,
  encodeColumns,
  type Language,
  type PointsRule,
  type Program,
  pointsRules,
  type RoundData,
  type Words,
} from "@metodika/core";
import { type Edition, labels, say, shortTitle, signs } from "@metodika/presentation";
import { sheetNames } from "../sheet-names.ts";
import { bookWords } from "./book-words.ts";
import { type Evaluated, evaluated } from "./evaluated.ts";
import { type States, statesOf } from "./states.ts";

/** What stands where in the workbook of a round: settled before any formula is written. */
export interface Plan {
  data: RoundData;
  lang: Language;
  edition: Edition;
  program: Program;
  columns: Columns;
  rules: readonly (PointsRule | undefined)[];
  tests: readonly (readonly CellTest[])[];
  /** Only what has a place in the workbook: criteria with points, and the total. */
  aggregates: readonly AggregateOf[];
  states: readonly States[];
  /** How the cells of an indicator are written, by municipality. */
  written: readonly (readonly (string | number)[])[];
  names: { about: string; results: string; shares: string; points: string; sources: string };
  /** Criteria with indicators of their own: a sheet each. */
  criteria: readonly CriterionPlan[];
  /** The sheet and column of an indicator. */
  cells: readonly { sheet: string; column: number }[];
  results: ReadonlyMap<string, ResultPlan>;
  /** Where the look-up table of an indicator stands on the sheet of points, its first row being the title. */
  blocks: readonly Block[];
  /** Rows of the weights of criteria on the sheet of points. */
  criterionWeights: ReadonlyMap<string, number>;
  levels: readonly { column: number; rules: number }[];
  words: Words;
  evaluated: Evaluated;
}

export interface CriterionPlan {
  id: string;
  sheet: string;
  /** Positions of its indicators. */
  cells: readonly number[];
}

/** Columns of the results of an aggregate; the first row is that of the first municipality. */
export interface ResultPlan {
  sheet: string;
  columns: Readonly<Record<keyof AggregateFormulas | "stored" | "printed", number>>;
}

export interface Block {
  title: number;
  /** First and last row of the rule that are no codes; first is past last where there are none. */
  rule: number;
  states: number;
  last: number;
}

/** Rows above the first municipality on the sheets of criteria and results. */
export const headingRows = 4;
export const firstRow = headingRows + 1;
/** Columns of the sheet of points. */
export const pointsColumns = { title: 1, text: 2, low: 3, test: 9 } as const;
/** Rows above the first block on the sheet of points. */
export const pointsHeading = 3;

/** What a caller of the workbook may say. */
export interface RoundWorkbookOptions extends CompileOptions {
  edition?: Edition;
}

export function planOf(data: RoundData, lang: Language, options: RoundWorkbookOptions): Plan {
  const { edition = "working", ...wishes } = options;
  const program = compile(data.methodology, wishes);
  const rules = pointsRules(program);
  const tests = cellTests(program);
  const aggregates = [
    ...program.criteria.flatMap(({ expression }) => expression ?? []),
    ...(program.total ? [program.total] : []),
  ];
  const own = criteriaOf(data.methodology).filter(({ indicators }) => indicators && indicators.length > 0);
  const fixed = [bookWords.about, bookWords.results, bookWords.shares, bookWords.points, bookWords.sources];
  const [about = "", results = "", shares = "", points = "", sources = "", ...sheets] = sheetNames([
    ...fixed.map((title) => say(title, lang)),
    ...own.map((criterion) => criterionName(criterion, lang)),
  ]);
  const criteria = own.map(
    ({ id }, index): CriterionPlan => ({
      id,
      sheet: sheets[index] ?? "",
      cells: program.cells.flatMap(({ criterion }, cell) => (criterion.id === id ? [cell] : [])),
    }),
  );
  const cells = program.cells.map(({ criterion }, cell) => {
    const holder = criteria.find(({ id }) => id === criterion.id);
    if (!holder) throw new TypeError("an indicator stands in no criterion");
    return { sheet: holder.sheet, column: 2 + holder.cells.indexOf(cell) };
  });
  const placed = placeResults(aggregates, criteria, results);
  const states = program.cells.map(({ indicator, scale }) => statesOf(data, indicator.id, scale, lang));
  const found = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]));
  const cellAt = (municipality: string, indicator: string) =>
    found.get(`${municipality} ${indicator}`) ?? blankCell(municipality, indicator);
  const { blocks, next } = placeBlocks(rules, states);
  const weighted = new Set(
    aggregates.flatMap(({ terms }) => terms.flatMap(({ of }) => (of.kind === "aggregate" ? [of.id] : []))),
  );
  const columns = encodeColumns(
    program.cells,
    data.municipalities.map(({ id }) => id),
    data.cells,
  );
  const words = { notScored: say(signs["not-scored"].sign, lang), unclear: say(labels.needsClarification, lang) };
  return {
    data,
    lang,
    edition,
    program,
    columns,
    rules,
    tests,
    aggregates,
    states,
    written: program.cells.map(({ indicator }, cell) =>
      data.municipalities.map(({ id }) => states[cell]?.write(cellAt(id, indicator.id)) ?? ""),
    ),
    names: { about, results, shares, points, sources },
    criteria,
    cells,
    results: placed.results,
    blocks,
    criterionWeights: new Map([...weighted].map((id, index) => [id, next + 2 + index])),
    levels: placeLevels(program, placed.nextColumn),
    words,
    evaluated: evaluated(program, aggregates, columns, words),
  };
}

function criterionName(criterion: Parameters<typeof shortTitle>[0] & { table?: number | undefined }, lang: Language) {
  const title = shortTitle(criterion, lang);
  return criterion.table === undefined ? title : `${criterion.table}. ${title}`;
}

/** Points of a criterion with a sheet stand on that sheet, after its indicators; all others on the sheet of results. */
function placeResults(aggregates: readonly AggregateOf[], criteria: readonly CriterionPlan[], resultsSheet: string) {
  const results = new Map<string, ResultPlan>();
  // On the sheet of results every aggregate has five columns, whether it is calculated there or not.
  let nextColumn = 2;
  let helperColumn = 2 + aggregates.length * 5;
  for (const { id } of aggregates) {
    const own = criteria.find((criterion) => criterion.id === id);
    const first = own ? 2 + own.cells.length : nextColumn;
    const helper = own ? first + 5 : helperColumn;
    if (!own) helperColumn += 3;
    results.set(id, {
      sheet: own?.sheet ?? resultsSheet,
      columns: {
        low: first,
        high: first + 1,
        maximum: first + 2,
        stored: first + 3,
        printed: first + 4,
        present: helper,
        valued: helper + 1,
        top: helper + 2,
      },
    });
    nextColumn += 5;
  }
  return { results, nextColumn: helperColumn };
}

function placeBlocks(rules: readonly (PointsRule | undefined)[], states: readonly States[]) {
  let next = pointsHeading + 1;
  const blocks = states.map(({ rows }, cell): Block => {
    const title = next;
    const rule = title + 1;
    const first = rule + ruleRows(rules[cell]);
    const last = first + rows.length - 1;
    next = last + 2;
    return { title, rule, states: first, last };
  });
  return { blocks, next };
}

/** How many rows a rule takes that are no codes: steps and what is below them, two goalposts, a factor. */
function ruleRows(rule: PointsRule | undefined): number {
  if (rule?.kind === "steps") return rule.steps.length + 1;
  if (rule?.kind === "normalize") return 2;
  return rule?.kind === "value" ? 1 : 0;
}

/** Level, as issued, as printed, whether it applies, and its rules. */
function placeLevels(program: Program, first: number) {
  let column = first;
  return program.levels.map(({ rules }) => {
    const place = { column, rules: rules.length };
    column += 4 + rules.length;
    return place;
  });
}
