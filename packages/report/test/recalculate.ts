import { type Calculated, calculate, type Input } from "../../core/test/spreadsheet.ts";
import type { SheetCell, Workbook } from "../src/index.ts";

/** A workbook in an independent spreadsheet program, without any of the results that are stored in it. */
export function opened({ sheets }: Workbook): Calculated {
  return calculate(
    sheets.map(({ name, rows }) => ({
      name,
      cells: new Map(
        rows.flatMap(({ cells }, row) =>
          cells.flatMap((cell, column): [string, Input][] =>
            cell && cell.value !== "" ? [[`${row + 1},${column + 1}`, inputOf(cell)]] : [],
          ),
        ),
      ),
    })),
  );
}

function inputOf({ value }: SheetCell): Input {
  if (typeof value === "object") return { formula: value.formula };
  return typeof value === "number" ? value : { text: value };
}

/** Every formula of a workbook whose result is not the one given, exactly for numbers; and how many were compared. */
export function compareResults(book: Calculated, { sheets }: Workbook): { count: number; differences: string[] } {
  const places = sheets.flatMap(({ rows }, sheet) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        cell && typeof cell.value === "object"
          ? [{ sheet, row: row + 1, column: column + 1, formula: cell.value.formula, result: cell.value.result }]
          : [],
      ),
    ),
  );
  const numbers = places.flatMap((place) =>
    typeof place.result === "number" ? [{ ...place, expected: place.result }] : [],
  );
  const off = book.differences(numbers);
  const wrong = numbers.flatMap((place, index) =>
    off[index] === 0 ? [] : [`${at(place)}: off by ${off[index]} from ${place.expected} (${place.formula})`],
  );
  const texts = places.flatMap((place) => {
    if (typeof place.result === "number") return [];
    const shown = book.text(place.sheet, place.row, place.column);
    return shown === place.result ? [] : [`${at(place)}: ${shown}, not ${place.result} (${place.formula})`];
  });
  return { count: places.length, differences: [...wrong, ...texts] };

  function at({ sheet, row, column }: { sheet: number; row: number; column: number }): string {
    return `${sheets[sheet]?.name} ${row}:${column}`;
  }
}
