import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { aliasesOf } from "./aliases.ts";
import { type CsvRow, readCsv, writeCsv } from "./csv.ts";
import { figureColumns, figureLedger } from "./figures.ts";
import { coverageColumns, coverageLedger, rowColumns, rowLedger } from "./ledger.ts";
import { parseAmur } from "./parse-amur.ts";
import { parsePrimorye } from "./parse-primorye.ts";
import type { ReportParser } from "./report.ts";

/*
 * Verifies `rows.csv`, `coverage.csv` and `figures.csv` of both rounds against the texts of the reports, which are not in the project:
 *
 *   npm run digests -- FOLDER           FOLDER holds amur-2022.txt and primorye-2022.txt
 *   npm run digests -- FOLDER --write   writes the ledgers anew and keeps what a person wrote into them
 *
 * Ends with 1 and all differences when a ledger is not that of the source, a block of a report is not placed or a figure
 * of it is not covered.
 */

const reports: readonly { region: string; year: string; parse: ReportParser }[] = [
  { region: "amur", year: "2022", parse: parseAmur },
  { region: "primorye", year: "2022", parse: parsePrimorye },
];

/** What differs between the ledger of a source and the one in the dataset, in words. */
export function differences(name: string, expected: readonly CsvRow[], actual: readonly CsvRow[]): string[] {
  const say = (row: CsvRow) => Object.values(row).join(", ");
  const ofSource = new Set(expected.map(say));
  const ofDataset = new Set(actual.map(say));
  const inOrder = expected.every((row, index) => actual[index] !== undefined && say(row) === say(actual[index]));
  const found = [
    ...expected.filter((row) => !ofDataset.has(say(row))).map((row) => `${name} lacks: ${say(row)}`),
    ...actual.filter((row) => !ofSource.has(say(row))).map((row) => `${name} has, the source has not: ${say(row)}`),
  ];
  return found.length === 0 && (!inOrder || expected.length !== actual.length)
    ? [`${name} has the rows of the source in another order or twice`]
    : found;
}

function main(folder: string, write: boolean): void {
  const datasets = fileURLToPath(new URL("..", import.meta.url));
  const municipalities = readCsv(readFileSync(join(datasets, "municipalities.csv"), "utf8"));
  const problems: string[] = [];
  for (const { region, year, parse } of reports) {
    const id = `${region}-${year}`;
    const text = readFileSync(join(folder, `${id}.txt`), "utf8");
    const report = parse(text, aliasesOf(municipalities, region));
    const coverageFile = join(datasets, region, year, "coverage.csv");
    const rowsFile = join(datasets, region, year, "rows.csv");
    const rows = rowLedger(report);
    const coverage = coverageLedger(report, readCsv(readFileSync(coverageFile, "utf8")));
    const figuresFile = join(datasets, region, year, "figures.csv");
    const figures = figureLedger(report, existsSync(figuresFile) ? readCsv(readFileSync(figuresFile, "utf8")) : []);
    if (write) {
      writeFileSync(figuresFile, writeCsv(figureColumns, figures));
      writeFileSync(rowsFile, writeCsv(rowColumns, rows));
      writeFileSync(coverageFile, writeCsv(coverageColumns, coverage));
    }
    const open = coverage.filter((row) => row.went_to === "" && row.reason === "");
    problems.push(
      ...differences(`${id} rows.csv`, rows, readCsv(readFileSync(rowsFile, "utf8"))),
      ...differences(`${id} coverage.csv`, coverage, readCsv(readFileSync(coverageFile, "utf8"))),
      ...differences(`${id} figures.csv`, figures, readCsv(readFileSync(figuresFile, "utf8"))),
      ...figures
        .filter((row) => row.covered_by === "" && row.reason === "")
        .map(({ place, ordinal, figure }) => `${id}: nothing covers the figure ${figure} (${ordinal}) of ${place}`),
      ...open.map(({ kind, place }) => `${id}: nobody has placed the ${kind} ${place}`),
    );
    process.stdout.write(`${id}: ${rows.length} table rows, ${coverage.length} blocks, ${figures.length} figures\n`);
  }
  for (const problem of problems) console.error(problem);
  process.stdout.write(problems.length === 0 ? "the ledgers are those of the sources\n" : "");
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, option] = process.argv.slice(2);
  if (folder === undefined || (option !== undefined && option !== "--write"))
    throw new Error("usage: npm run digests -- FOLDER [--write]");
  main(folder, option === "--write");
}
