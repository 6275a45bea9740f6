import { blankCell, type Cell, type RoundData } from "@metodika/core";

/** Finds the cell of a municipality and an indicator; without an observation it is a blank one. */
export function cellsByPlace(data: RoundData): (municipality: string, indicator: string) => Cell {
  const found = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]));
  return (municipality, indicator) => found.get(`${municipality} ${indicator}`) ?? blankCell(municipality, indicator);
}
