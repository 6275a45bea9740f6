import { criteriaOf, type Problem, type RoundData, type RoundScore, scoreRound } from "@metodika/core";
import {
  auditTable,
  cellsTable,
  differencesTable,
  editionOf,
  methodologyTables,
  reportTable,
  say,
  scoreTable,
  type Table,
} from "@metodika/presentation";
import { roundWorkbook, tablesWorkbook, toXlsx } from "@metodika/report";
import { auditOf, recovered } from "../../loaders/evidence.ts";
import { roundOf } from "../job.ts";
import { type Asked, type DocumentContext, type MadeFile, told } from "./document-job.ts";
import { tablesInWord } from "./tables-in-word.ts";

export interface TablesInput extends Asked {
  /** A workbook that calculates, all tables as a workbook, all tables in Word. */
  as: "workbook" | "tables-xlsx" | "tables-docx";
}

/** The tables of a round as one file, the same as the command writes. */
export async function tables({ as, ...asked }: TablesInput, context: DocumentContext): Promise<MadeFile> {
  const { datasets, lang, step } = context;
  const { edition } = asked;
  const printed = roundOf(datasets, asked.round);
  step({ ru: "восстанавливаю ячейки по тексту", en: "recovering the cells from the text" });
  const data = editionOf(recovered(printed), edition);
  const { id, title } = data.round;
  const writing = { ru: "записываю файл", en: "writing the file" };
  if (as === "workbook") {
    step(writing);
    return { name: `${id}.xlsx`, bytes: await toXlsx(roundWorkbook(data, lang, { edition })), problems: [] };
  }
  step({ ru: "составляю таблицы", en: "making the tables" });
  const made = tablesOf(data, scoreRound(data), printed, asked, context);
  step(writing);
  if (as === "tables-xlsx") {
    const bytes = await toXlsx(tablesWorkbook(made, { title: say(title, lang), lang }));
    return { name: `${id}-tables.xlsx`, bytes, problems: [] };
  }
  // Lists of every cell and statement are for filtering, not for paper.
  const forPaper = made.filter(({ list }) => !list);
  const { bytes, problems } = await tablesInWord(forPaper, {
    id: `${id}-tables`,
    title: say(title, lang),
    heading: true,
    lang,
    edition,
  });
  return fileOf(`${id}-tables.docx`, bytes, problems, context);
}

/** One table that a page shows, as a file. */
export interface TableFileInput {
  table: Table;
  as: "xlsx" | "docx";
}

export async function tableFile({ table, as }: TableFileInput, context: DocumentContext): Promise<MadeFile> {
  const { lang, step } = context;
  step({ ru: "записываю файл", en: "writing the file" });
  const name = `${table.id}.${as}`;
  if (as === "xlsx") return { name, bytes: await toXlsx(tablesWorkbook([table])), problems: [] };
  const about = { id: table.id, title: table.title, heading: false, lang, edition: "working" as const };
  const { bytes, problems } = await tablesInWord([table], about);
  return fileOf(name, bytes, problems, context);
}

/** The report's tables as they stood, results, differences, the audit, cells and the methodology. */
function tablesOf(
  data: RoundData,
  score: RoundScore,
  printed: RoundData,
  { edition }: Asked,
  { lang }: DocumentContext,
): Table[] {
  const isWorking = edition === "working";
  return [
    ...criteriaOf(data.methodology)
      .filter(({ indicators }) => indicators && indicators.length > 0)
      .map(({ id }) => reportTable(data, score, id, lang)),
    scoreTable(data, score, lang),
    ...(isWorking ? [differencesTable(data, score, lang), cellsTable(data, lang)] : []),
    ...(isWorking && data.claims ? [auditTable(auditOf(printed), printed, lang)] : []),
    ...methodologyTables(data.methodology, lang, data.municipalities),
  ];
}

function fileOf(
  name: string,
  bytes: Uint8Array | undefined,
  problems: readonly Problem[],
  { lang }: DocumentContext,
): MadeFile {
  return { name, ...(bytes ? { bytes } : {}), problems: told(problems, lang) };
}
