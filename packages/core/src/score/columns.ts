import type { PlacedIndicator } from "../methodology/indicators.ts";
import { type Cell, type CellState, unobserved } from "../observation/cell.ts";

/** One indicator for many municipalities: small integers, each a position in a dictionary of distinct states. */
export interface Column {
  states: Uint16Array;
  dictionary: readonly CellState[];
}

/** The cells of a round as columns, in the order of the methodology's indicators and of the given municipalities. */
export interface Columns {
  size: number;
  columns: readonly Column[];
}

/**
 * Encodes cells by column. A municipality without a cell gets the state "not observed".
 *
 * @param municipalities ids, in the order of the rows; cells of others are left out
 * @throws RangeError when a column has more than 65,536 distinct states
 */
export function encodeColumns(
  indicators: readonly PlacedIndicator[],
  municipalities: readonly string[],
  cells: Iterable<Pick<Cell, "municipality" | "indicator" | "state">>,
): Columns {
  const rows = new Map(municipalities.map((id, row) => [id, row]));
  const builders = new Map(indicators.map(({ indicator }) => [indicator.id, newColumn(municipalities.length)]));
  for (const { municipality, indicator, state } of cells) {
    const row = rows.get(municipality);
    const builder = builders.get(indicator);
    if (row === undefined || !builder) continue;
    const key = stateKey(state);
    let position = builder.positions.get(key);
    if (position === undefined) {
      position = builder.dictionary.push(state) - 1;
      if (position > 0xffff) throw new RangeError(`indicator "${indicator}" has more than 65,536 distinct states`);
      builder.positions.set(key, position);
    }
    builder.states[row] = position;
  }
  return {
    size: municipalities.length,
    columns: [...builders.values()].map(({ states, dictionary }) => ({ states, dictionary })),
  };
}

function newColumn(size: number) {
  return {
    states: new Uint16Array(size),
    dictionary: [unobserved] as CellState[],
    positions: new Map<string, number>([[stateKey(unobserved), 0]]),
  };
}

function stateKey({ codes, range, missing }: CellState): string {
  const numbers = range ? range.map(({ units, scale }) => `${units}e-${scale}`).join("..") : "";
  return `${codes.join(",")}|${numbers}|${missing.join(",")}`;
}
