import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { paragraphDigest, plain } from "./digest.ts";
import { aliasesOf, type CsvRow, foldName, parsePrimorye, readCsv, writeCsv } from "./parse-primorye.ts";

/*
 * Writes `coverage.csv` of the round: every paragraph and table row of the report that holds a digit or names a
 * municipality, and where it went. Order, kind, place and digest come from the source; table rows went to the observations;
 * for the rest `went_to` and `reason` are written by hand and kept, by digest, when the program runs again.
 *
 *   npx tsx datasets/scripts/coverage-primorye.ts SOURCE.txt [MUNICIPALITIES.csv] [COVERAGE.csv]
 */

/** The columns of `coverage.csv`. */
export const coverageColumns = ["order", "kind", "place", "digest", "went_to", "reason"] as const;

/** The rows of `coverage.csv` for a source, with `went_to` and `reason` of the `existing` rows. */
export function coveragePrimorye(
  text: string,
  aliases: ReadonlyMap<string, string>,
  existing: readonly CsvRow[],
): CsvRow[] {
  const kept = new Map(existing.map((row) => [row.digest, row]));
  const names = [...aliases.keys()].map(foldName);
  return parsePrimorye(text, aliases)
    .paragraphs.filter((paragraph) => isToCover(paragraph.text, names))
    .map(({ kind, place, text }, index) => {
      const digest = paragraphDigest(text);
      const went = kind === "row" ? { went_to: `observations:${place}`, reason: "" } : kept.get(digest);
      return {
        order: String(index + 1),
        kind,
        place,
        digest,
        went_to: went?.went_to ?? "",
        reason: went?.reason ?? "",
      };
    });
}

/** Whether a text holds a digit or one of the names (folded), not as a part of a longer word. */
function isToCover(text: string, names: readonly string[]): boolean {
  if (/\d/.test(plain(text))) return true;
  const folded = ` ${foldName(text).replaceAll(/[^\p{L}\p{N}-]+/gu, " ")} `;
  return names.some((name) => folded.includes(` ${name.replaceAll(/[^\p{L}\p{N}-]+/gu, " ")} `));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const datasets = join(dirname(fileURLToPath(import.meta.url)), "..");
  const [
    source,
    municipalities = join(datasets, "municipalities.csv"),
    coverage = join(datasets, "primorye", "2022", "coverage.csv"),
  ] = process.argv.slice(2);
  if (source === undefined)
    throw new Error("usage: coverage-primorye.ts SOURCE.txt [MUNICIPALITIES.csv] [COVERAGE.csv]");
  const aliases = aliasesOf(readCsv(readFileSync(municipalities, "utf8")), "primorye");
  const existing = existsSync(coverage) ? readCsv(readFileSync(coverage, "utf8")) : [];
  const rows = coveragePrimorye(readFileSync(source, "utf8"), aliases, existing);
  writeFileSync(coverage, writeCsv(coverageColumns, rows));
  const open = rows.filter((row) => row.went_to === "" && row.reason === "");
  for (const { kind, place } of open) console.error(`not mapped: ${kind} ${place}`);
  if (open.length > 0) process.exitCode = 1;
}
