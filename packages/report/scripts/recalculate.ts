// Holds the workbooks of the real rounds against LibreOffice: it recalculates every formula, as they are and after a changed
// cell and a changed weight, and must come to exactly what the scorer gives.
//
//     node --import tsx packages/report/scripts/recalculate.ts [datasets]      needs `soffice` on the path

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Workbook as Book } from "@cj-tech-master/excelts";
import type { Methodology, RoundData } from "@metodika/core";
import { recover } from "@metodika/evidence";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import { roundWorkbook, toXlsx, type Workbook } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "recalculate-"));
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;
mkdirSync(join(folder, "profile", "user"), { recursive: true });
writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), always);

/** A workbook whose stored results are all wrong, so that nothing can pass that was not calculated. */
function spoiled(workbook: Workbook): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell && typeof cell.value === "object" ? { ...cell, value: { ...cell.value, result: -98765 } } : cell,
        ),
      })),
    })),
  };
}

async function recalculated(workbook: Workbook): Promise<Book> {
  const source = join(folder, "book.xlsx");
  writeFileSync(source, await toXlsx(spoiled(workbook)));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "out"), source], {
    stdio: "ignore",
  });
  const book = new Book();
  await book.xlsx.load(readFileSync(join(folder, "out", "book.xlsx")));
  return book;
}

/** LibreOffice writes fifteen significant digits: all of an exact decimal, which must be the same, and nearly all of a share. */
function isSame(found: unknown, result: string | number): boolean {
  if (typeof result !== "number" || typeof found !== "number") return found === result;
  return found === result || (Number(result.toPrecision(15)) !== result && Math.abs(found - result) < 1e-14);
}

/** Differences between what LibreOffice gives and the results of a workbook, and how many formulas were compared. */
async function compare(calculated: Workbook, expected: Workbook): Promise<{ count: number; differences: string[] }> {
  const book = await recalculated(calculated);
  let count = 0;
  const differences: string[] = [];
  for (const { name, rows } of expected.sheets)
    rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        if (!cell || typeof cell.value !== "object") return;
        count++;
        const { result } = cell.value;
        const found =
          book
            .getWorksheet(name)
            ?.getRow(row + 1)
            .getCell(column + 1).result ?? "";
        if (!isSame(found, result)) differences.push(`${name} ${row + 1}:${column + 1}: ${found} ≠ ${result}`);
      });
    });
  return { count, differences };
}

/** The same workbook with what may be changed in it taken from another one: cells of criteria, points, weights. */
function withInputs(workbook: Workbook, other: Workbook): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, index) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) => ({
        ...row,
        cells: row.cells.map((cell, column) =>
          cell?.look.kind === "input" ? (other.sheets[index]?.rows[at]?.cells[column] ?? cell) : cell,
        ),
      })),
    })),
  };
}

/** One cell turned to the last code of its scale and one weight to a decimal that no binary number holds. */
function changed(data: RoundData): RoundData {
  const methodology: Methodology = structuredClone(data.methodology);
  const pointed = methodology.criteria.flatMap(({ indicators = [] }) => indicators).find(({ points }) => points);
  if (pointed) pointed.weight = "0.7";
  const cell = data.cells.find(({ state }) => state.codes.length === 1 && state.codes[0] === 0);
  if (!cell) throw new Error("the round has no cell to change");
  const scale = methodology.criteria
    .flatMap(({ indicators = [] }) => indicators)
    .find(({ id }) => id === cell.indicator)?.scale;
  const codes = methodology.scales[scale ?? ""];
  const last = codes?.type === "codes" ? codes.codes.length - 1 : 0;
  const raw = codes?.type === "codes" ? (codes.codes[last]?.title.ru ?? "") : "";
  return {
    ...data,
    methodology,
    cells: data.cells.map((own) => (own === cell ? { ...own, raw, state: { codes: [last], missing: [] } } : own)),
  };
}

const { files } = await readFolder(process.argv[2] ?? "datasets");
let failed = false;
for (const [id, data] of readDatasets(files).rounds) {
  const round = recover(data, {}).data;
  const workbook = roundWorkbook(round, "ru");
  const other = roundWorkbook(changed(round), "ru");
  for (const [what, calculated, expected] of [
    ["as issued", workbook, workbook],
    ["after a changed cell and weight", withInputs(workbook, other), other],
  ] as const) {
    const { count, differences } = await compare(calculated, expected);
    process.stdout.write(`${id} ${what}: ${count} formulas, ${differences.length} differences\n`);
    for (const difference of differences.slice(0, 20)) process.stdout.write(`  ${difference}\n`);
    failed ||= differences.length > 0 || count === 0;
  }
}
rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
