import type { CsvRow } from "./csv.ts";
import { plain } from "./digest.ts";
import type { Block, Report } from "./report.ts";

/** The columns of `figures.csv`: every figure of a report outside the rows of its tables, and what covers it. */
export const figureColumns = ["place", "ordinal", "figure", "covered_by", "reason"] as const;

/** A row of a table speaks by its cells: `rows.csv` holds its figures. */
export function isTableRow({ kind, place }: Pick<Block, "kind" | "place">): boolean {
  return kind === "row" && /^table \d+ row \d+$/.test(place);
}

/** The figures of a text in their order: runs of digits with the commas and points inside them, one space after a comma too. */
export function figuresIn(text: string): string[] {
  return [...plain(text).matchAll(/\d+(?:[.,]\s?\d+)*/g)].map(([figure]) => figure.replace(/\s/g, ""));
}

/**
 * The rows of `figures.csv`. What covers a figure a person has written into the `existing` rows, which are kept as long as
 * place, ordinal and figure are the same; a new figure has neither `covered_by` nor `reason`.
 */
export function figureLedger({ blocks }: Report, existing: readonly CsvRow[]): CsvRow[] {
  const keyOf = ({ place, ordinal, figure }: CsvRow) => [place, ordinal, figure].join(" ");
  const known = new Map(existing.map((row) => [keyOf(row), row]));
  return blocks
    .filter((block) => !isTableRow(block))
    .flatMap(({ place, text }) =>
      figuresIn(text).map((figure, index) => {
        const row = { place, ordinal: String(index + 1), figure };
        const { covered_by = "", reason = "" } = known.get(keyOf(row)) ?? {};
        return { ...row, covered_by, reason };
      }),
    );
}
