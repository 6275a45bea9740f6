import { type Language, type RoundData, scoreRound } from "@metodika/core";
import { cellsTable, type Edition, labels, methodologyTables, say, type Table } from "@metodika/presentation";
import { bannerRows, noteRow } from "../row-heights.ts";
import { sheetNames } from "../sheet-names.ts";
import { tableSheet } from "../table-sheet.ts";
import type { Sheet, Workbook } from "../workbook.ts";
import { aboutLines } from "./book-words.ts";
import { criterionSheet } from "./criterion-sheet.ts";
import { type Plan, planOf, type RoundWorkbookOptions } from "./plan.ts";
import { pointsSheet } from "./points-sheet.ts";
import { resultsSheet } from "./results-sheet.ts";
import { sharesSheet } from "./shares-sheet.ts";
import { plain } from "./sheet-cells.ts";

/**
 * A round as a workbook that calculates: a sheet per table of the report with the points beside it, results with levels,
 * shares, the look-up tables of points and weights, the methodology, and where every cell comes from. Formulas and the
 * results stored beside them come from the same program that scores the round.
 *
 * @param options policies and a total on request, as for `scoreRound`; the edition (by default the working one)
 */
export function roundWorkbook(data: RoundData, lang: Language, options: RoundWorkbookOptions = {}): Workbook {
  const { edition = "working", ...wishes } = options;
  const shown = forEdition(data, edition);
  const score = scoreRound(shown, wishes);
  const plan = planOf(shown, lang, options);
  const calculating = [
    resultsSheet(plan, score),
    ...plan.criteria.map((criterion) => criterionSheet(plan, criterion, score)),
    sharesSheet(plan),
    pointsSheet(plan),
  ];
  const tables = [...methodologyTables(shown.methodology, lang, shown.municipalities), sourcesTable(plan)];
  const taken = [plan.names.about, ...calculating.map(({ name }) => name)];
  const names = sheetNames([...taken, ...tables.map(({ title }) => title)]).slice(taken.length);
  const described = tables.map((table, index) => tableSheet(table, names[index] ?? ""));
  const sheets = [...calculating, ...described];
  return {
    title: say(shown.round.title, lang),
    lang,
    sheets: [aboutSheet(plan, sheets, score.trial), ...sheets],
  };
}

/** What an edition may show: experts' notes stand in the working edition only. */
function forEdition(data: RoundData, edition: Edition): RoundData {
  if (edition === "working") return data;
  return {
    ...data,
    cells: data.cells.map((cell) => ({ ...cell, note: "" })),
    printed: data.printed.map((row) => ({ ...row, note: "" })),
    comments: [],
  };
}

/** Every cell on its own row; outside the working edition without the columns that are the experts' own. */
function sourcesTable({ data, lang, edition, names }: Plan): Table {
  const table = { ...cellsTable(data, lang), title: names.sources };
  if (edition === "working") return table;
  const hidden = new Set(["note", "basis"]);
  const keep = table.columns.map(({ id }) => !hidden.has(id));
  return {
    ...table,
    columns: table.columns.filter((_, index) => keep[index]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => keep[index]) })),
  };
}

function aboutSheet({ data, lang, names, program }: Plan, sheets: readonly Sheet[], trial: boolean): Sheet {
  const { methodology } = program;
  const width = 84;
  return {
    name: names.about,
    columns: [{ width }],
    rows: [
      ...bannerRows(say(data.round.title, lang), say(data.round.period.title, lang), width),
      {
        cells: [plain(`${say(labels.methodology, lang)}: ${methodology.id} ${methodology.version}`, "caption")],
      },
      ...(trial ? [{ cells: [plain(say(labels.trial, lang), "total")] }] : []),
      { cells: [] },
      ...aboutLines.map((line) => noteRow(say(line, lang), width, "cell")),
      { cells: [] },
      ...sheets.map(({ name }, index) => ({ cells: [plain(`${index + 2}. ${name}`, "caption")] })),
    ],
  };
}
