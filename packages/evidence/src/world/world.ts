import {
  compile,
  type Methodology,
  missingStatuses,
  type Outcome,
  outcomesOf,
  type Program,
  type RoundData,
  unobserved,
} from "@metodika/core";

/** A round as evidence reads it: for every municipality and cell, all that the cell can be by the tables alone. */
export interface World {
  data: RoundData;
  program: Program;
  /** By municipality, then by cell; never empty. */
  outcomes: readonly (readonly (readonly Outcome[])[])[];
}

/**
 * Reads a round. A missing value stays missing here: it is no value of the scale, whatever it does to a score; where the
 * methodology bounds it, it takes no part.
 */
export function worldOf(data: RoundData): World {
  const program = compile(withoutBounds(data.methodology), { total: data.methodology.total !== undefined });
  const states = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell.state]));
  return {
    data,
    program,
    outcomes: data.municipalities.map(({ id }) =>
      program.cells.map(({ indicator, scale }) =>
        outcomesOf(states.get(`${id} ${indicator.id}`) ?? unobserved, scale, program.missing),
      ),
    ),
  };
}

function withoutBounds(methodology: Methodology): Methodology {
  const missing = { ...methodology.missing };
  for (const status of missingStatuses)
    if (missing[status].policy === "bounds") missing[status] = { ...missing[status], policy: "exclude" };
  return { ...methodology, missing };
}

/** A key for one outcome: two outcomes with the same key are the same. */
export function outcomeKey(outcome: Outcome): string {
  if (outcome.kind === "code") return `c${outcome.code}`;
  if (outcome.kind === "missing") return `s${outcome.status}`;
  const end = (value: { units: bigint; scale: number } | undefined) => (value ? `${value.units}e${-value.scale}` : "");
  return `n${end(outcome.low)}..${end(outcome.high)}`;
}
