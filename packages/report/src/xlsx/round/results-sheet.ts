import {
  type AggregateOf,
  call,
  cellsOf,
  type Formula,
  foldFormulas,
  levelFormulas,
  operation,
  type RoundScore,
  type Truth,
  textFormula,
  type UnitScore,
} from "@metodika/core";
import { describeCondition, labels, municipalityName, say, shortTitle } from "@metodika/presentation";
import { address } from "../address.ts";
import { bannerMerges, bannerRows, noteRow } from "../row-heights.ts";
import { widestPortrait } from "../table-sheet.ts";
import type { Sheet, SheetCell, SheetRow } from "../workbook.ts";
import { bookWords } from "./book-words.ts";
import { firstRow, headingRows, type Plan } from "./plan.ts";
import { levelTitles, referencesAt } from "./references-at.ts";
import { type Issued, issuedCells, resultCells, storedResults } from "./result-cells.ts";
import { heading, live, plain, rowOf } from "./sheet-cells.ts";

/** The results of a round: points of every criterion, a total where there is one, levels with the rules that give them. */
export function resultsSheet(plan: Plan, score: RoundScore): Sheet {
  const { data, lang, aggregates, levels, names } = plan;
  const grid = data.municipalities.map((municipality, index) => {
    const unit = score.units[index];
    const cells = new Map<number, SheetCell>([[1, plain(municipalityName(municipality, lang), "header")]]);
    aggregates.forEach((expression, position) => {
      for (const [column, cell] of pointsCells(plan, expression, position, index, issuedOf(unit, expression.id)))
        cells.set(column, cell);
    });
    levels.forEach((_, level) => {
      for (const [column, cell] of levelCells(plan, level, index, unit)) cells.set(column, cell);
    });
    return { cells: rowOf(cells) };
  });
  const first = firstHelper(plan);
  const lastColumn = Math.max(1, ...grid.map(({ cells }) => cells.length));
  const last = firstRow + grid.length - 1;
  const widths = Array.from({ length: lastColumn }, (_, index) => columnAt(plan, index + 1, first));
  const total = widths.reduce((sum, { width, folded }) => sum + (folded ? 0 : width), 0);
  const notes = notesOf(plan, score);
  const { rows, merges } = headings(plan, lastColumn, score);
  return {
    name: names.results,
    columns: widths,
    rows: [
      ...bannerRows(say(labels.scores, lang), say(data.round.title, lang), total),
      ...rows,
      ...grid,
      { cells: [] },
      ...notes.map((text) => noteRow(text, Math.min(total, 150))),
    ],
    merges: [
      ...bannerMerges(Math.max(2, Math.min(lastColumn, 12))),
      ...merges,
      ...notes.map((_, index) => ({
        top: last + 2 + index,
        left: 1,
        bottom: last + 2 + index,
        right: Math.max(2, Math.min(lastColumn, 12)),
      })),
    ],
    frozen: { rows: headingRows, columns: 1 },
    ...(grid.length > 0 ? { filter: { top: headingRows, left: 1, bottom: last, right: lastColumn } } : {}),
    landscape: total > widestPortrait,
    titleRows: [headingRows - 1, headingRows],
  };
}

/** Points that stand on the sheet of a criterion are referred to; all others are calculated here. */
function pointsCells(plan: Plan, expression: AggregateOf, position: number, municipality: number, issued: Issued) {
  const place = plan.results.get(expression.id);
  if (!place || place.sheet === plan.names.results) return resultCells(plan, expression, municipality, issued);
  const sheet = `'${place.sheet.replaceAll("'", "''")}'!`;
  const row = firstRow + municipality;
  const first = 2 + position * 5;
  const results = storedResults(plan, expression, municipality);
  const [stored, printed] = issuedCells(issued, plan.lang, plan.words);
  const referred = new Map<number, SheetCell>([
    [first + 3, stored],
    [first + 4, printed],
  ]);
  (["low", "high", "maximum"] as const).forEach((part, offset) => {
    const formula = `${sheet}${address(row, place.columns[part])}`;
    referred.set(first + offset, live(formula, results[part], { kind: "live", align: "right", format: "number" }));
  });
  return referred;
}

function issuedOf(unit: UnitScore | undefined, id: string): Issued {
  const own = unit?.criteria.find(({ criterion }) => criterion === id);
  if (own) return { points: own.points, printed: own.printed };
  return { points: id === "total" ? (unit?.total?.points ?? null) : null, printed: null };
}

function levelCells(plan: Plan, level: number, municipality: number, unit: UnitScore | undefined) {
  const { program, words, names, evaluated } = plan;
  const place = plan.levels[level]!;
  const table = program.levels[level]!;
  const titles = levelTitles(plan, level);
  const formulas = levelFormulas(level, program, referencesAt(plan, names.results, municipality));
  const { wide, exact, rules } = evaluated.levels[level]![municipality]!;
  const written = ({ possible, none }: { possible: readonly number[]; none: boolean }) =>
    [...possible.map((code) => titles[code] ?? ""), ...(none ? [words.notScored] : [])].join(" / ");
  const result = written(exact);
  const cells = new Map<number, SheetCell>();
  const formula =
    result === written(wide) ? formulas.level : whileUnchanged(plan, level, municipality, result, formulas.level);
  const color = exact.possible.length === 1 && !exact.none ? codeOf(plan, level, exact.possible[0])?.color : undefined;
  cells.set(place.column, live(formula, result, { kind: "live", ...(color ? { color } : {}) }));
  cells.set(place.column + 1, plain(result, "stored"));
  const printed = unit?.printedLevels[table.id];
  const codes = program.methodology.levels?.[level]?.codes ?? [];
  const printedCode = codes.findIndex(({ code }) => code === printed);
  cells.set(place.column + 2, plain(printed === undefined ? "" : (titles[printedCode] ?? printed), "stored"));
  const truth = (holds: Truth | undefined) =>
    holds === undefined ? 1 : holds === "yes" ? 1 : holds === "no" ? 0 : 0.5;
  const look = { kind: "live", align: "center", format: "truth" } as const;
  cells.set(place.column + 3, live(formulas.applies, truth(wide.applies?.holds), look));
  formulas.rules.forEach((rule, index) => {
    cells.set(place.column + 4 + index, live(rule, truth(rules[index]), look));
  });
  return cells;
}

/**
 * Rules asked one by one may leave more levels open than trying every combination of values does. What that gave is shown
 * as long as the cells of the municipality are as issued; after a change the rules speak.
 */
function whileUnchanged(plan: Plan, level: number, municipality: number, result: string, rules: Formula): Formula {
  const { program, names, written } = plan;
  const references = referencesAt(plan, names.results, municipality);
  const same = cellsOf(program.levels[level]!, program.levels).map((cell) => {
    const value = written[cell]?.[municipality] ?? "";
    const issued = typeof value === "number" ? { kind: "number" as const, value } : textFormula(value);
    return operation(references.cell(cell), "=", issued);
  });
  return call("IF", foldFormulas("AND", same), textFormula(result), rules);
}

function codeOf({ program }: Plan, level: number, code: number | undefined) {
  return code === undefined ? undefined : program.methodology.levels?.[level]?.codes[code];
}

/** The first column that belongs to the calculation of points alone. */
function firstHelper({ aggregates }: Plan): number {
  return 2 + aggregates.length * 5;
}

function columnAt({ levels }: Plan, column: number, helper: number) {
  if (column === 1) return { width: 26 };
  if (column < helper) return { width: 10 };
  const level = levels.find((own) => column >= own.column && column < own.column + 4 + own.rules);
  if (!level) return { width: 9, folded: true as const };
  return { width: column < level.column + 3 ? 24 : 13 };
}

function headings(plan: Plan, lastColumn: number, { trial, totalDefined }: RoundScore) {
  const { lang, aggregates, program, levels } = plan;
  const groups = new Map<number, string>([[1, say(labels.territory, lang)]]);
  const titles = new Map<number, string>([[1, ""]]);
  const merges = [{ top: headingRows - 1, left: 1, bottom: headingRows, right: 1 }];
  const merge = (left: number, right: number) => {
    if (right > left) merges.push({ top: headingRows - 1, left, bottom: headingRows - 1, right });
  };
  const note = trial ? ` (${say(labels.trial, lang)})` : "";
  const words = [bookWords.low, bookWords.high, labels.maximum, bookWords.stored, labels.printed];
  aggregates.forEach(({ id }, position) => {
    const left = 2 + position * 5;
    const criterion = program.criteria.find((own) => own.criterion.id === id)?.criterion;
    const wished = totalDefined ? "" : ` (${say(labels.notInMethodology, lang)})`;
    groups.set(left, `${criterion ? shortTitle(criterion, lang) : `${say(labels.total, lang)}${wished}`}${note}`);
    words.forEach((word, offset) => void titles.set(left + offset, say(word, lang)));
    merge(left, left + 4);
  });
  levels.forEach(({ column, rules }, level) => {
    const definition = program.methodology.levels?.[level];
    const inferred = definition?.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
    groups.set(column, `${definition ? say(definition.title, lang) : ""}${inferred}${note}`);
    titles.set(column, `${say(labels.level, lang)} (${say(bookWords.live, lang)})`);
    titles.set(column + 1, say(bookWords.stored, lang));
    titles.set(column + 2, say(labels.printed, lang));
    groups.set(column + 3, say(labels.rule, lang));
    titles.set(column + 3, say(bookWords.applies, lang));
    const names = levelTitles(plan, level);
    definition?.rules.forEach((rule, index) => {
      const code = definition.codes.findIndex((own) => own.code === rule.level);
      titles.set(column + 4 + index, `${index + 1}. ${names[code] ?? rule.level}`);
    });
    merge(column, column + 2);
    merge(column + 3, column + 3 + rules);
  });
  const row = (of: ReadonlyMap<number, string>, height: number): SheetRow => ({
    cells: Array.from({ length: lastColumn }, (_, index) => heading(of.get(index + 1) ?? "")),
    height,
  });
  return { rows: [row(groups, 64), row(titles, 40)], merges };
}

/** The rules in words, and what is not the region's own. */
function notesOf({ program, lang, data }: Plan, { trial }: RoundScore): string[] {
  const { methodology } = program;
  const rules = (methodology.levels ?? []).flatMap((level) => [
    ...level.rules.map(({ level: code, when }, index) => {
      const title = level.codes.find((own) => own.code === code)?.title;
      const condition = when ? describeCondition(when, methodology, lang) : say(labels.otherwise, lang);
      return `${index + 1}. ${title ? say(title, lang) : code}: ${condition}.`;
    }),
    ...(level.note ? [say(level.note, lang)] : []),
  ]);
  const source = `${say(data.round.title, lang)} (${data.round.id}; ${say(labels.methodology, lang).toLowerCase()} ${methodology.id} ${methodology.version})`;
  return [...(trial ? [`${say(labels.trial, lang)}.`] : []), ...rules, source];
}
