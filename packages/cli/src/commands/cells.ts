import { type Cell, formatDecimal, indicatorsOf, isCertainlyMissing, type RoundData } from "@metodika/core";
import { cellsTable } from "@metodika/presentation";
import { type EditionOptions, shownBy } from "../edition.ts";
import { openRecovered } from "../open.ts";
import { type Output, print } from "../output.ts";

/** `cells`: every cell with what it can be and where that is known from. */
export async function cells(round: string, options: EditionOptions, output: Output): Promise<void> {
  const data = shownBy(await openRecovered(round, options, output), options);
  print(output, options, cellsJson(data), () => [cellsTable(data, options.lang)]);
}

/** Cells in the order of the region's tables: by municipality, then by indicator. */
function cellsJson(data: RoundData) {
  const placed = new Map(
    indicatorsOf(data.methodology).map((entry, order) => [entry.indicator.id, { ...entry, order }]),
  );
  const rows = new Map(data.municipalities.map(({ id }, order) => [id, order]));
  const orderOf = (cell: Cell) =>
    (rows.get(cell.municipality) ?? 0) * placed.size + (placed.get(cell.indicator)?.order ?? 0);
  return [...data.cells]
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map((cell) => {
      const scale = placed.get(cell.indicator)?.scale;
      const { codes, range, missing } = cell.state;
      const named = scale?.type === "codes" ? codes.flatMap((code) => scale.codes[code]?.code ?? []) : [];
      const numbers = range ? [...new Set(range.map(formatDecimal))].join("..") : undefined;
      return {
        municipality: cell.municipality,
        indicator: cell.indicator,
        values: numbers === undefined ? named : [numbers],
        status: cell.status,
        /** Statuses that are possible beside a value. */
        ...(missing.length > 0 && !isCertainlyMissing(cell.state) ? { missing } : {}),
        basis: cell.basis,
        because: cell.because ?? [],
        raw: cell.raw,
        source: cell.source,
        ...(cell.evidence ? { evidence: cell.evidence } : {}),
        ...(cell.note ? { note: cell.note } : {}),
        line: cell.line,
      };
    });
}
