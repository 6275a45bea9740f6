import { join, resolve } from "node:path";
import { criteriaOf, scoreRound } from "@metodika/core";
import { audit } from "@metodika/evidence";
import { writeFolderAtomically } from "@metodika/files/node";
import {
  auditTable,
  cellsTable,
  differencesTable,
  methodologyTables,
  reportTable,
  scoreTable,
  type Table,
} from "@metodika/presentation";
import { toCsv, toMarkdown } from "@metodika/report";
import { type EditionOptions, shownBy } from "../edition.ts";
import { Failure } from "../failure.ts";
import { openDatasets, openRecovered, openRound } from "../open.ts";
import type { Output } from "../output.ts";
import { problemLine } from "../problems.ts";
import { switchesOf } from "../switches.ts";

interface Options extends Omit<EditionOptions, "format"> {
  out: string;
  format: string;
  csv: "excel" | "machine";
}

const known = ["csv", "md"];
/** Names that this command writes; a folder with anything else is not replaced. */
const written = /^[a-z0-9-]+\.(csv|md)$/;

/** `tables` without a round: every round into a folder of its own name. */
export async function tables(round: string | undefined, options: Options, output: Output): Promise<void> {
  if (round !== undefined) return tablesOf(round, options, output);
  const { rounds } = await openDatasets(options);
  for (const id of rounds.keys()) await tablesOf(id, { ...options, out: join(options.out, id) }, output);
}

/** The report's tables as they stood, results, differences, the audit, cells and the methodology, as files. */
async function tablesOf(round: string, options: Options, output: Output): Promise<void> {
  const { lang, out } = options;
  const wanted = options.format.split(",").map((format) => format.trim());
  const wrong = wanted.find((format) => !known.includes(format));
  if (wrong !== undefined)
    throw new Failure(
      2,
      {
        ru: `формата «${wrong}» нет; есть: ${known.join(", ")}`,
        en: `unknown format "${wrong}"; known: ${known.join(", ")}`,
      }[lang],
    );
  const data = shownBy(await openRecovered(round, { ...options, format: "table" }, output), {
    ...options,
    format: "table",
  });
  const score = scoreRound(data);
  const isWorking = options.edition === "working";
  const made: Table[] = [
    ...criteriaOf(data.methodology)
      .filter(({ indicators }) => indicators && indicators.length > 0)
      .map(({ id }) => reportTable(data, score, id, lang)),
    scoreTable(data, score, lang),
    ...(isWorking ? [differencesTable(data, score, lang), cellsTable(data, lang)] : []),
    ...(isWorking && data.claims ? [await auditOf(round, options, output)] : []),
    ...methodologyTables(data.methodology, lang, data.municipalities),
  ];
  const files = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  for (const table of made) {
    if (wanted.includes("csv")) files.set(`${table.id}.csv`, encoder.encode(toCsv(table, { for: options.csv })));
    if (wanted.includes("md")) files.set(`${table.id}.md`, encoder.encode(toMarkdown(table)));
  }
  const result = await writeFolderAtomically(resolve(out), files, {
    ours: (names) => names.every((name) => written.test(name)),
  });
  for (const problem of result.problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!result.written) throw new Failure(1, { ru: "таблицы не записаны", en: "no tables were written" }[lang]);
  output.err(
    {
      ru: `${out}: таблиц ${made.length}, файлов ${files.size}\n`,
      en: `${out}: ${made.length} tables, ${files.size} files\n`,
    }[lang],
  );
}

/** The text against the tables: of the cells as printed, whatever was asked of the other tables. */
async function auditOf(round: string, options: Options, output: Output): Promise<Table> {
  const data = await openRound(round, { ...options, format: "table" }, output);
  return auditTable(
    audit(data, scoreRound(data), switchesOf(options.reading ?? [], data, options.lang)),
    data,
    options.lang,
  );
}
