import {
  type Cell,
  type CellState,
  exactly,
  indicatorsOf,
  type PlacedIndicator,
  type RoundData,
  toNumber,
  unobserved,
} from "@metodika/core";
import fc from "fast-check";

/** Every settled state that a cell can turn out to have; a missing value that may be anything is every value. */
export function settledStates(state: CellState, { scale }: PlacedIndicator, data: RoundData): CellState[] {
  const every = (): CellState[] =>
    scale.type === "codes"
      ? scale.codes.map((_, code) => ({ codes: [code], missing: [] }))
      : numbers(Number(scale.from), Number(scale.to));
  return [
    ...state.codes.map((code): CellState => ({ codes: [code], missing: [] })),
    ...(state.range ? numbers(toNumber(state.range[0]), toNumber(state.range[1])) : []),
    ...state.missing.flatMap((status) =>
      data.methodology.missing[status].policy === "bounds" ? every() : [{ codes: [], missing: [status] }],
    ),
  ];
}

function numbers(from: number, to: number): CellState[] {
  return Array.from({ length: to - from + 1 }, (_, index): CellState => {
    const value = exactly(from + index);
    return { codes: [], range: [value, value], missing: [] };
  });
}

const blank = { raw: "", status: "A", basis: "bounded", source: "invented", evidence: "", note: "", line: 0 } as const;

/** A round with every cell in place, each in the state that `pick` chooses of those that it can turn out to have. */
export function settled(
  data: RoundData,
  pick: (states: readonly CellState[], municipality: string, indicator: string) => CellState | undefined,
): RoundData {
  const states = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell.state]));
  return {
    ...data,
    cells: data.municipalities.flatMap(({ id }) =>
      indicatorsOf(data.methodology).map((placed): Cell => {
        const indicator = placed.indicator.id;
        const own = states.get(`${id} ${indicator}`) ?? unobserved;
        return {
          ...blank,
          municipality: id,
          indicator,
          state: pick(settledStates(own, placed, data), id, indicator) ?? own,
        };
      }),
    ),
  };
}

/** One of the ways to settle all cells, chosen by whole numbers. */
export function settledBy(data: RoundData, choices: readonly number[]): RoundData {
  let at = 0;
  return settled(data, (states) => states[(choices[at++ % choices.length] ?? 0) % states.length]);
}

/** Every way to settle one column; the other cells stay as they are. */
export function* columnCompletions(data: RoundData, indicator: string): Generator<RoundData> {
  const placed = indicatorsOf(data.methodology).find((one) => one.indicator.id === indicator);
  if (!placed) return;
  const others = data.cells.filter((cell) => cell.indicator !== indicator);
  const options = data.municipalities.map(({ id }) => {
    const own = data.cells.find((cell) => cell.indicator === indicator && cell.municipality === id);
    const states = settledStates(own?.state ?? unobserved, placed, data);
    return states.map((state): Cell => ({ ...blank, municipality: id, indicator, state }));
  });
  function* choose(row: number): Generator<Cell[]> {
    const here = options[row];
    if (!here) {
      yield [];
      return;
    }
    for (const cell of here) for (const rest of choose(row + 1)) yield [cell, ...rest];
  }
  for (const cells of choose(0)) yield { ...data, cells: [...others, ...cells] };
}

export const choices = fc.array(fc.nat({ max: 59 }), { minLength: 7, maxLength: 7 });
