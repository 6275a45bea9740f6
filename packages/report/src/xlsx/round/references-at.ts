import {
  type AggregateFormulas,
  type Formula,
  type References,
  type RuleReferences,
  reference,
  stateColumns,
} from "@metodika/core";
import { say } from "@metodika/presentation";
import { columnName, fixedArea, fixedCell } from "../address.ts";
import { firstRow, type Plan, pointsColumns } from "./plan.ts";

/** Where the formulas on one sheet find what they read for one municipality. */
export function referencesAt(plan: Plan, sheet: string, municipality: number): References {
  const row = firstRow + municipality;
  const { points, results } = plan.names;
  const here = (of: string, column: number): Formula =>
    reference(
      of === sheet ? `$${columnName(column)}${row}` : `'${of.replaceAll("'", "''")}'!$${columnName(column)}${row}`,
    );
  return {
    cell: (cell) => {
      const place = at(plan.cells, cell);
      return here(place.sheet, place.column);
    },
    states: (cell) => reference(fixedArea(points, statesArea(plan, cell))),
    rule: (cell) => ruleReferences(plan, cell),
    largest: (cell) => reference(fixedCell(points, at(plan.blocks, cell).title, pointsColumns.low + 3)),
    top: (cell) => reference(fixedCell(points, at(plan.blocks, cell).title, pointsColumns.low + 2)),
    weight: (id, term) => reference(fixedCell(points, weightRow(plan, id, term), pointsColumns.low)),
    result: (id) => {
      const place = plan.results.get(id);
      if (!place) throw new RangeError(`no results of "${id}" in the workbook`);
      const part = (name: keyof AggregateFormulas) => here(place.sheet, place.columns[name]);
      return {
        low: part("low"),
        high: part("high"),
        maximum: part("maximum"),
        present: part("present"),
        valued: part("valued"),
        top: part("top"),
      };
    },
    level: (level) => here(results, at(plan.levels, level).column),
    applies: (level) => here(results, at(plan.levels, level).column + 3),
    rules: (level) => {
      const { column, rules } = at(plan.levels, level);
      return Array.from({ length: rules }, (_, rule) => here(results, column + 4 + rule));
    },
    levelTitle: (level, code) => levelTitles(plan, level)[code] ?? "",
    words: plan.words,
  };
}

/** The look-up table of an indicator: texts, columns, tests. */
export function statesArea({ blocks, tests }: Plan, cell: number) {
  const { states, last } = at(blocks, cell);
  const right = pointsColumns.text + stateColumns.length + (tests[cell]?.length ?? 0);
  return { top: states, left: pointsColumns.text, bottom: last, right };
}

/** The cells of a rule on the sheet of points: a code has its points in its own row of the look-up table. */
export function ruleReferences({ blocks, names, rules, program }: Plan, cell: number): RuleReferences {
  const { rule: first, states } = at(blocks, cell);
  const rule = rules[cell];
  const place = (row: number, column: number = pointsColumns.low) => reference(fixedCell(names.points, row, column));
  if (!rule) return {};
  switch (rule.kind) {
    case "codes": {
      const scale = program.cells[cell]?.scale;
      return scale?.type === "codes" ? { codes: scale.codes.map((_, code) => place(states + code)) } : {};
    }
    case "steps":
      return {
        steps: rule.steps.map((_, step) => ({
          from: place(first + step, pointsColumns.text),
          points: place(first + step),
        })),
        below: place(first + rule.steps.length),
      };
    case "normalize":
      return { from: place(first), to: place(first + 1) };
    case "value":
      return { times: place(first) };
  }
}

/** Titles of the codes of a level, made different where two are the same. */
export function levelTitles({ program, lang }: Plan, level: number): string[] {
  const taken = new Set<string>();
  return (program.methodology.levels?.[level]?.codes ?? []).map(({ title, code }) => {
    const text = say(title, lang);
    const unique = taken.has(text) ? `${text} (${code})` : text;
    taken.add(unique);
    return unique;
  });
}

function weightRow({ aggregates, blocks, criterionWeights }: Plan, id: string, term: number): number {
  const of = aggregates.find((aggregate) => aggregate.id === id)?.terms[term]?.of;
  const row = of?.kind === "points" ? blocks[of.cell]?.title : of && criterionWeights.get(of.id);
  if (row === undefined) throw new RangeError(`no weight of term ${term} of "${id}" in the workbook`);
  return row;
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no place ${index} in the workbook`);
  return value;
}
