import {
  type Decimal,
  type Formula,
  greatestPoints,
  type PointsRule,
  stateColumns,
  stateFormulas,
  toNumber,
} from "@metodika/core";
import { labels, say } from "@metodika/presentation";
import { fixedArea } from "../address.ts";
import { bannerMerges } from "../row-heights.ts";
import type { Look, Sheet, SheetCell } from "../workbook.ts";
import { bookWords } from "./book-words.ts";
import { firstRow, type Plan, pointsColumns, pointsHeading } from "./plan.ts";
import { ruleReferences } from "./references-at.ts";
import { heading, live, plain, rowOf } from "./sheet-cells.ts";

/**
 * The look-up tables that all formulas refer to: for every indicator its weight, its rule of points, and a row for all that
 * its cells can say. The points of a code and the weights are numbers to be changed; all other points follow from them.
 */
export function pointsSheet(plan: Plan): Sheet {
  const { lang, program, names } = plan;
  const word = (key: keyof typeof bookWords) => say(bookWords[key], lang);
  const grid = new Map<number, Map<number, SheetCell>>();
  const put = (row: number, column: number, cell: SheetCell) => {
    const cells = grid.get(row) ?? new Map<number, SheetCell>();
    grid.set(row, cells.set(column, cell));
  };
  const countColumn = countColumnOf(plan);
  const { title: titleColumn, text, low } = pointsColumns;
  const titles = ["meaning", "written", "lowPoints", "highPoints", "top", "present", "valued", "gives"] as const;
  titles.forEach((key, index) => void put(pointsHeading, titleColumn + index, heading(word(key))));
  for (let column = pointsColumns.test; column < countColumn; column++)
    put(pointsHeading, column, heading(`${word("test")} ${column - pointsColumns.test + 1}`));
  put(pointsHeading, countColumn, heading(say(labels.municipalityCount, lang)));
  put(1, 1, plain(names.points, "title"));
  put(2, 1, plain(say(program.methodology.title, lang), "caption"));
  program.cells.forEach((_, cell) => void block(cell));
  weights();
  const last = Math.max(...grid.keys());
  const pointed = plan.rules.some((rule) => rule !== undefined);
  return {
    name: names.points,
    columns: Array.from({ length: countColumn }, (_, index) => {
      const column = index + 1;
      if (column === titleColumn) return { width: 58 };
      if (column === text) return { width: 24 };
      // Without points there is nothing to show beside the texts.
      if (column > text && column < countColumn && !pointed) return { width: 11, folded: true };
      return column > low + 1 && column < countColumn ? { width: 11, folded: true } : { width: 13 };
    }),
    rows: Array.from({ length: last }, (_, index) => ({
      cells: rowOf(grid.get(index + 1) ?? new Map()),
      ...(index + 1 === pointsHeading ? { height: 40 } : {}),
    })),
    merges: bannerMerges(low + 1),
    frozen: { rows: pointsHeading, columns: 2 },
    titleRows: [pointsHeading, pointsHeading],
    landscape: true,
  };

  function block(cell: number): void {
    const { indicator } = program.cells[cell]!;
    const { title, rule: ruleRow, states } = plan.blocks[cell]!;
    const rule = plan.rules[cell];
    const references = ruleReferences(plan, cell);
    put(title, titleColumn, plain(say(indicator.title, lang), "total"));
    put(title, text, plain(rule ? say(labels.weight, lang) : say(labels.noPoints, lang), "total"));
    if (rule) {
      put(title, low, number(weightOf(plan, cell)));
      const { largest, top, results } = greatestPoints(program, cell, rule, references);
      put(title, low + 2, formulaCell(top, results.top));
      put(title, low + 3, formulaCell(largest, results.largest));
      layRule(rule, ruleRow);
    }
    plan.states[cell]!.rows.forEach((state, index) => {
      const row = states + index;
      const { columns, results, tests } = stateFormulas(
        program,
        cell,
        state.state,
        rule,
        plan.tests[cell] ?? [],
        references,
      );
      put(row, titleColumn, plain(state.title));
      put(row, text, plain(state.text, { kind: "header", align: "center", ...colorOf(plan, cell, index) }));
      const isCode = rule?.kind === "codes" && index < rule.points.length;
      if (rule)
        stateColumns.forEach((name, offset) => {
          const own = isCode && name === "low" ? rule.points[index] : undefined;
          put(row, low + offset, own ? number(own) : formulaCell(columns[name], results[name]));
        });
      tests.forEach((test, offset) => void put(row, pointsColumns.test + offset, formulaCell(test, 0)));
      put(
        row,
        countColumn,
        live(countFormula(plan, cell, row), countOf(plan, cell, state.text), { kind: "live", align: "center" }),
      );
    });
  }

  function layRule(rule: PointsRule, row: number): void {
    const line = (offset: number, label: string, from: SheetCell | undefined, points: Decimal) => {
      put(row + offset, titleColumn, plain(label, { kind: "header", align: "right" }));
      if (from) put(row + offset, text, from);
      put(row + offset, low, number(points));
    };
    if (rule.kind === "steps") {
      rule.steps.forEach(({ from, points }, step) => void line(step, word("from"), number(from), points));
      line(rule.steps.length, word("below"), undefined, rule.below);
    } else if (rule.kind === "normalize") {
      line(0, word("goalFrom"), undefined, rule.from);
      line(1, word("goalTo"), undefined, rule.to);
    } else if (rule.kind === "value") line(0, word("times"), undefined, rule.times);
  }

  function weights(): void {
    const first = Math.min(...plan.criterionWeights.values());
    if (plan.criterionWeights.size === 0) return;
    put(first - 1, titleColumn, plain(word("criterionWeights"), "total"));
    for (const [id, row] of plan.criterionWeights) {
      const criterion = program.criteria.find((own) => own.criterion.id === id)?.criterion;
      put(row, titleColumn, plain(criterion ? say(criterion.title, lang) : id));
      put(row, low, number(criterionWeight(plan, id)));
    }
  }

  function formulaCell(formula: Formula, result: number): SheetCell {
    const look: Look = { kind: "helper", align: "right", format: "number" };
    if (formula.kind !== "number") return live(formula, result, look);
    const { value } = formula;
    return plain(typeof value === "number" ? value : toNumber(value), look);
  }
}

/** The column that counts the municipalities of a row. */
export function countColumnOf({ tests }: Plan): number {
  return pointsColumns.test + Math.max(0, ...tests.map(({ length }) => length));
}

/** How many cells of an indicator say what a row says; the sign keeps a text from being taken for a condition. */
function countFormula(plan: Plan, cell: number, row: number): string {
  return `COUNTIF(${cellsArea(plan, cell)},"="&$B${row})`;
}

/** The cells of an indicator in its table. */
export function cellsArea({ cells, data }: Plan, cell: number): string {
  const { sheet, column } = cells[cell]!;
  return fixedArea(sheet, {
    top: firstRow,
    left: column,
    bottom: firstRow + data.municipalities.length - 1,
    right: column,
  });
}

function countOf(plan: Plan, cell: number, text: string): number {
  return plan.written[cell]?.filter((written) => written === text).length ?? 0;
}

function number(value: Decimal): SheetCell {
  return plain(toNumber(value), { kind: "input", align: "right", format: "number" });
}

function weightOf({ aggregates }: Plan, cell: number): Decimal {
  const terms = aggregates.flatMap((aggregate) => aggregate.terms);
  const term = terms.find(({ of }) => of.kind === "points" && of.cell === cell);
  return term?.weight ?? { units: 1n, scale: 0 };
}

function criterionWeight({ aggregates }: Plan, id: string): Decimal {
  const terms = aggregates.flatMap((aggregate) => aggregate.terms);
  const term = terms.find(({ of }) => of.kind === "aggregate" && of.id === id);
  return term?.weight ?? { units: 1n, scale: 0 };
}

function colorOf({ program, states }: Plan, cell: number, index: number) {
  const scale = program.cells[cell]?.scale;
  const state = states[cell]?.rows[index]?.state;
  const [code] = state?.codes ?? [];
  if (scale?.type !== "codes" || code === undefined || (state?.codes.length ?? 0) + (state?.missing.length ?? 0) > 1)
    return {};
  const color = scale.codes[code]?.color;
  return color ? { color } : {};
}
