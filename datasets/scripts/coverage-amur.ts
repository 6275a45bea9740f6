import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { paragraphDigest } from "./digest.ts";
import { type Block, parseAmur, readAliases } from "./parse-amur.ts";

/** One line of `coverage.csv`: a piece of the report and where it went in the dataset, or why nowhere. */
export interface CoverageRow {
  order: number;
  kind: Block["kind"];
  place: string;
  digest: string;
  /** References parted by `;`, such as `facts:structures` or `round:orders.regional-concept`. */
  went_to: string;
  reason: string;
}

/** What a person decided about a piece of the report. */
export type Mapping = Pick<CoverageRow, "went_to" | "reason">;

const tableRow = /^table \d+ row \d+$/;

/** The mappings of an existing `coverage.csv`, by digest. */
export function readMappings(csv: string): ReadonlyMap<string, Mapping> {
  const records: Record<string, string>[] = parse(csv, { columns: true });
  return new Map(
    records.map((record) => [record.digest ?? "", { went_to: record.went_to ?? "", reason: record.reason ?? "" }]),
  );
}

/** Every piece of the report with its mapping. Rows of the four tables map themselves; a new piece has an empty mapping. */
export function coverage(blocks: readonly Block[], mappings: ReadonlyMap<string, Mapping>): CoverageRow[] {
  return blocks.map(({ kind, place, text }, index) => {
    const digest = paragraphDigest(text);
    const known = mappings.get(digest) ?? { went_to: "", reason: "" };
    const mapping = tableRow.test(place) ? { went_to: `observations:${place};printed:points`, reason: "" } : known;
    return { order: index + 1, kind, place, digest, ...mapping };
  });
}

/**
 * `npx tsx coverage-amur.ts REPORT.txt [COVERAGE.csv] [MUNICIPALITIES.csv]` writes `coverage.csv` anew, keeping what was
 * mapped before, and ends with 1 while something is not mapped.
 */
function main([report, target, municipalities]: string[]): void {
  if (report === undefined) throw new Error("usage: coverage-amur.ts REPORT.txt [COVERAGE.csv] [MUNICIPALITIES.csv]");
  const file = target ?? fileURLToPath(new URL("../amur/2022/coverage.csv", import.meta.url));
  const names = municipalities ?? new URL("../municipalities.csv", import.meta.url);
  const { blocks } = parseAmur(readFileSync(report, "utf8"), readAliases(readFileSync(names, "utf8"), "amur"));
  const rows = coverage(blocks, existsSync(file) ? readMappings(readFileSync(file, "utf8")) : new Map());
  writeFileSync(file, stringify(rows, { header: true }));
  const unmapped = rows.filter((row) => row.went_to === "" && row.reason === "");
  for (const { place } of unmapped) process.stderr.write(`not mapped: ${place}\n`);
  if (unmapped.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
