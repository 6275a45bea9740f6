import type { RoundData } from "@metodika/core";
import type { Edition } from "../document/document.ts";

/**
 * The part of a round that an edition may show, taken out before anything is made of it: experts' notes and the check of
 * the text are only in the working edition; the edition for a municipality has its own rows alone, peers neither by name nor by number.
 *
 * @example
 * editionOf(data, "public").comments // []
 * @throws RangeError for the edition of a municipality without one, or with one that the round does not have
 */
export function editionOf(data: RoundData, edition: Edition, municipality?: string): RoundData {
  if (edition === "working") return data;
  const { claims: _, ...results } = data;
  const open = {
    ...results,
    cells: data.cells.map((cell) => ({ ...cell, note: "" })),
    printed: data.printed.map((row) => ({ ...row, note: "" })),
    facts: data.facts.map((fact) => ({ ...fact, note: "" })),
    comments: [],
  };
  if (edition === "public") return open;
  if (!data.municipalities.some(({ id }) => id === municipality))
    throw new RangeError(`the edition for a municipality needs one of ${data.round.id}; got ${municipality}`);
  const own = <T extends { municipality: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.municipality === municipality);
  return {
    ...open,
    municipalities: data.municipalities.filter(({ id }) => id === municipality),
    cells: own(open.cells),
    printed: own(open.printed),
    facts: open.facts.filter(({ subject }) => subject === municipality),
  };
}
