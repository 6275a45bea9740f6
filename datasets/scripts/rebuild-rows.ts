import { indicatorsOf, type RoundData } from "@metodika/core";
import type { SourceRow } from "./report.ts";

const rowSource = /table (\d+) row (\d+)$/;

/** The table rows of a report, put together again from the cells and the printed points of its dataset. */
export function rebuildRows({
  methodology,
  cells,
  printed,
}: Pick<RoundData, "methodology" | "cells" | "printed">): SourceRow[] {
  const order = indicatorsOf(methodology).map(({ indicator }) => indicator.id);
  const points = new Map(printed.filter(({ kind }) => kind === "points").map((row) => [row.source, row]));
  const rows = new Map<string, SourceRow>();
  for (const cell of [...cells].sort((a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator))) {
    const [, table, row] = rowSource.exec(cell.source) ?? [];
    const { municipality, source } = cell;
    const total = points.get(source);
    const rebuilt = rows.get(`${source} ${municipality}`) ?? {
      table: Number(table),
      row: Number(row),
      municipality,
      cells: [],
      points: total === undefined ? "" : asPrinted(total.value, total.evidence),
    };
    // A bounded cell lists what it may have been: the source shows nothing.
    rebuilt.cells.push(cell.basis === "bounded" ? "" : asPrinted(cell.raw, cell.evidence));
    rows.set(`${source} ${municipality}`, rebuilt);
  }
  return [...rows.values()].sort((a, b) => a.table - b.table || a.row - b.row);
}

function asPrinted(text: string, evidence: string): string {
  return evidence === "link" ? `link:${text}` : text;
}
