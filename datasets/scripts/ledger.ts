import type { CsvRow } from "./csv.ts";
import { paragraphDigest } from "./digest.ts";
import { figuresIn, isTableRow } from "./figures.ts";
import { type Report, rowDigest } from "./report.ts";

/** The columns of `rows.csv`: every table row of a report and its digest. */
export const rowColumns = ["table", "row", "municipality", "digest"] as const;

/**
 * The columns of `coverage.csv`: every block of a report, how many figures it has (those of table rows are cells), and
 * where it went in the dataset or why nowhere.
 */
export const coverageColumns = ["order", "kind", "place", "digest", "figures", "went_to", "reason"] as const;

/** The rows of `rows.csv`. */
export function rowLedger({ rows }: Report): CsvRow[] {
  return rows.map((source) => ({
    table: String(source.table),
    row: String(source.row),
    municipality: source.municipality,
    digest: rowDigest(source),
  }));
}

/**
 * The rows of `coverage.csv`. Table rows went to the observations and printed points by themselves; where the rest went
 * a person has written into the `existing` rows, which are kept as long as place and text are the same. A block that
 * nobody has placed yet has neither `went_to` nor `reason`.
 */
export function coverageLedger({ rows, blocks }: Report, existing: readonly CsvRow[]): CsvRow[] {
  const placed = new Map(existing.map((row) => [`${row.place} ${row.digest}`, row]));
  const tableRows = new Map(
    rows.map(({ table, row, points }) => {
      const place = `table ${table} row ${row}`;
      return [place, [`observations:${place}`, ...(points === "" ? [] : ["printed:points"])]];
    }),
  );
  return blocks.map(({ kind, place, text }, index) => {
    const digest = paragraphDigest(text);
    const known = placed.get(`${place} ${digest}`);
    const went_to = tableRows.has(place) ? withOwn(tableRows.get(place), known?.went_to) : known?.went_to;
    return {
      order: String(index + 1),
      kind,
      place,
      digest,
      figures: isTableRow({ kind, place }) ? "" : String(figuresIn(text).length),
      went_to: went_to ?? "",
      reason: known?.reason ?? "",
    };
  });
}

/** What a table row went to by itself, then what a person added. */
function withOwn(own: readonly string[] = [], known = ""): string {
  const added = known.split(";").filter((reference) => !/^(observations:|printed:points$|$)/.test(reference));
  return [...own, ...added].join(";");
}
