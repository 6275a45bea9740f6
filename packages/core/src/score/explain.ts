import { type CompileOptions, compile, type Program } from "../expression/compile.ts";
import { exactLevel, exactNumber } from "../expression/completions.ts";
import type { LevelTrace, NumberTrace } from "../expression/evaluate.ts";
import type { Num } from "../expression/number.ts";
import { type Outcome, outcomesOf } from "../expression/outcome.ts";
import { blankCell, type Cell } from "../observation/cell.ts";
import type { RoundData } from "../round/round-data.ts";
import { maximumOf } from "./maximum.ts";

/** How one municipality's results were calculated, down to the cells and their sources. */
export interface Explanation {
  program: Program;
  municipality: string;
  /** By position: the cell as observed (a blank one where there is no row) and what it counts as. */
  cells: readonly { cell: Cell; outcomes: readonly Outcome[] }[];
  criteria: readonly { criterion: string; trace: NumberTrace | undefined; maximum: Num | undefined }[];
  total: { trace: NumberTrace; maximum: Num | undefined } | undefined;
  levels: readonly LevelTrace[];
}

/**
 * Explains the results of one municipality: the trace is the evaluation of the same tree that scores the round, with
 * every term kept. Returns undefined when the round has no such municipality.
 */
export function explain(data: RoundData, municipality: string, options: CompileOptions = {}): Explanation | undefined {
  if (!data.municipalities.some(({ id }) => id === municipality)) return undefined;
  const program = compile(data.methodology, options);
  const own = new Map(
    data.cells.filter((cell) => cell.municipality === municipality).map((cell) => [cell.indicator, cell]),
  );
  const cells = program.cells.map(({ indicator, scale }) => {
    const cell = own.get(indicator.id) ?? blankCell(municipality, indicator.id);
    return { cell, outcomes: outcomesOf(cell.state, scale, program.missing) };
  });
  const outcomes = cells.map((cell) => cell.outcomes);
  return {
    program,
    municipality,
    cells,
    criteria: program.criteria.map(({ criterion, expression }) => ({
      criterion: criterion.id,
      trace: expression && exactNumber(expression, outcomes),
      maximum: expression && maximumOf(expression, outcomes, program),
    })),
    total: program.total && {
      trace: exactNumber(program.total, outcomes),
      maximum: maximumOf(program.total, outcomes, program),
    },
    levels: program.levels.map((level) => exactLevel(level, outcomes, program.levels)),
  };
}
