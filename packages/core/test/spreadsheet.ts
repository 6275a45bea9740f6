import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, Model } from "@ironcalc/wasm";

// IronCalc, a spreadsheet program of its own (Rust, compiled to WebAssembly): what formulas are held against in the tests.
initSync({ module: readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")) });

/** Sheets of a workbook: cells by `row,column`, both from 1; a formula is a text that begins with `=`. */
export type Sheets = readonly { name: string; cells: ReadonlyMap<string, Input> }[];
export type Input = number | { text: string } | { formula: string };

/** A calculated workbook. */
export interface Calculated {
  set(sheet: number, row: number, column: number, input: Input): void;
  calculate(): void;
  /** What a cell shows. */
  text(sheet: number, row: number, column: number): string;
  /** By how much cells differ from numbers, exactly; NaN where a cell is no number. */
  differences(places: readonly Place[]): number[];
}

/** A cell and the number that should be in it. */
export interface Place {
  sheet: number;
  row: number;
  column: number;
  expected: number;
}

/** Fills a workbook and calculates it. */
export function calculate(sheets: Sheets): Calculated {
  const model = new Model("test", "en", "UTC", "en");
  model.pauseEvaluation();
  sheets.forEach(({ name }, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, name);
  });
  model.newSheet();
  const scratch = sheets.length;
  const set = (sheet: number, row: number, column: number, input: Input) => {
    const plain =
      typeof input === "number" ? String(input) : "formula" in input ? `=${input.formula}` : `'${input.text}`;
    model.setUserInput(sheet, row, column, plain);
  };
  sheets.forEach(({ cells }, sheet) => {
    for (const [place, input] of cells) {
      const [row = 1, column = 1] = place.split(",").map(Number);
      set(sheet, row, column, input);
    }
  });
  model.evaluate();
  return {
    set,
    calculate: () => model.evaluate(),
    text: (sheet, row, column) => model.getFormattedCellValue(sheet, row, column),
    differences(places) {
      places.forEach(({ sheet, row, column, expected }, index) => {
        const name = sheets[sheet]?.name.replaceAll("'", "''");
        model.setUserInput(scratch, index + 1, 1, `='${name}'!${columnName(column)}${row}-(${expected})`);
      });
      model.evaluate();
      return places.map((_, index) => {
        const shown = model.getFormattedCellValue(scratch, index + 1, 1);
        return shown === "" ? Number.NaN : Number(shown);
      });
    },
  };
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnName((column - 1 - rest) / 26) + letter : letter;
}
