import { join } from "node:path";
import { criteriaOf, type RoundData, scoreRound } from "@metodika/core";
import { audit } from "@metodika/evidence";
import type { Datasets } from "@metodika/files";
import {
  auditTable,
  cellsTable,
  differencesTable,
  methodologyTables,
  reportTable,
  roundCharts,
  say,
  scoreTable,
  type Table,
} from "@metodika/presentation";
import { type EditionOptions, shownBy } from "../edition.ts";
import { Failure } from "../failure.ts";
import { openDatasets, recoveredAs, roundIn } from "../open.ts";
import type { Output } from "../output.ts";
import { problemLine } from "../problems.ts";
import { switchesOf } from "../switches.ts";
import { formatsOf, tableFormats } from "../tables/table-formats.ts";
import { writeResults } from "../tables/write-results.ts";

interface Options extends Omit<EditionOptions, "format"> {
  out: string;
  format: string;
  csv: "excel" | "machine";
}

/** `tables` without a round: every round into a folder of its own name. */
export async function tables(round: string | undefined, options: Options, output: Output): Promise<void> {
  const formats = formatsOf(options.format, tableFormats, options.lang);
  const datasets = await openDatasets(options, round);
  if (round !== undefined) return tablesOf(datasets, round, formats, options, output);
  for (const id of datasets.rounds.keys())
    await tablesOf(datasets, id, formats, { ...options, out: join(options.out, id) }, output);
}

/** The report's tables as they stood, results, differences, the audit, cells and the methodology, as files. */
async function tablesOf(
  datasets: Datasets,
  round: string,
  formats: readonly string[],
  options: Options,
  output: Output,
): Promise<void> {
  const { lang, out } = options;
  const printed = roundIn(datasets, round, options, output);
  const data = shownBy(recoveredAs(printed, options), { ...options, format: "table" });
  const score = scoreRound(data);
  const isWorking = options.edition === "working";
  const made: Table[] = [
    ...criteriaOf(data.methodology)
      .filter(({ indicators }) => indicators && indicators.length > 0)
      .map(({ id }) => reportTable(data, score, id, lang)),
    scoreTable(data, score, lang),
    ...(isWorking ? [differencesTable(data, score, lang), cellsTable(data, lang)] : []),
    ...(isWorking && data.claims ? [auditOf(printed, options)] : []),
    ...methodologyTables(data.methodology, lang, data.municipalities),
  ];
  // The printed results beside the computed ones are for those who work on the report.
  const charts = roundCharts(data, score, { lang, print: true }).filter(({ kind }) => isWorking || kind !== "printed");
  const title = say(data.round.title, lang);
  const results = {
    id: data.round.id,
    title,
    data,
    tables: made,
    charts,
    csv: options.csv,
    lang,
    edition: options.edition,
  };
  const result = await writeResults(out, results, formats, tableFormats);
  for (const problem of result.problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!result.written) throw new Failure(1, { ru: "таблицы не записаны", en: "no tables were written" }[lang]);
  output.err(
    {
      ru: `${out}: таблиц ${made.length}, файлов ${result.files}\n`,
      en: `${out}: ${made.length} tables, ${result.files} files\n`,
    }[lang],
  );
}

/** The text against the tables: of the cells as printed, whatever was asked of the other tables. */
function auditOf(printed: RoundData, { reading = [], lang }: Options): Table {
  return auditTable(audit(printed, scoreRound(printed), switchesOf(reading, printed, lang)), printed, lang);
}
