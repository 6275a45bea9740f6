import {
  cellsOf,
  exactLevel,
  type MissingStatus,
  missingStatuses,
  type Outcome,
  outcomesOf,
  type Program,
  type Scale,
  wholeScale,
} from "@metodika/core";
import { type SettledCell, stateOf } from "../effects/settled-cells.ts";
import { waysCap } from "../effects/settled-rows.ts";
import { type LevelHybrid, placeOf } from "./level-hybrid.ts";
import type { LevelOrNone } from "./move-verdicts.ts";

/** The positions of the aligned indicators that the level of a hybrid reads. */
export function placesRead({ program, position }: LevelHybrid): number[] {
  const level = program.levels[position];
  return level
    ? cellsOf(level, program.levels).flatMap((cell) => {
        const id = program.cells[cell]?.indicator.id;
        return id === undefined ? [] : [placeOf(id)];
      })
    : [];
}

/**
 * All levels that are possible under a hybrid, by core's scorer.
 *
 * @param ways by aligned indicator: the ways to settle the cell that are left open; none where they cannot be listed, and
 *   then the cell can be anything
 */
export function possibleLevels(
  { program, position, variants, codes }: LevelHybrid,
  ways: (place: number) => readonly SettledCell[],
): LevelOrNone[] {
  const level = program.levels[position];
  if (!level) return [];
  const outcomes: Outcome[][] = [];
  for (const cell of cellsOf(level, program.levels)) {
    const placed = program.cells[cell];
    if (!placed) continue;
    const place = placeOf(placed.indicator.id);
    const variant = variants[place] ?? "after";
    const settled = ways(place);
    const own = settled.flatMap((way) =>
      outcomesOf(stateOf(way, variant, program.methodology.missing), placed.scale, program.missing).map((outcome) =>
        marked(outcome, way.missing, program),
      ),
    );
    if (settled.length === 0) own.push(...anyOutcome(placed.scale, program));
    outcomes[cell] = [...new Map(own.map((outcome) => [nameOf(outcome), outcome])).values()];
  }
  const { possible, none } = exactLevel(level, outcomes, program.levels, waysCap);
  return [...possible.flatMap((code) => codes[code] ?? []), ...(none ? [null] : [])];
}

/** A value that stands for a missing one stays known as such: a condition may read the status. */
function marked(outcome: Outcome, status: MissingStatus | undefined, { missing }: Program): Outcome {
  return status && missing[status] === "bounds" && outcome.kind !== "missing"
    ? { ...outcome, instead: status }
    : outcome;
}

function anyOutcome(scale: Scale, { missing }: Program): Outcome[] {
  return [...wholeScale(scale), ...outcomesOf({ codes: [], missing: missingStatuses }, scale, missing)];
}

function nameOf(outcome: Outcome): string {
  if (outcome.kind === "missing") return outcome.status;
  const end = (value: { units: bigint; scale: number } | undefined) => (value ? `${value.units}e-${value.scale}` : "");
  const value = outcome.kind === "code" ? `${outcome.code}` : `${end(outcome.low)}..${end(outcome.high)}`;
  return `${outcome.kind} ${value} ${outcome.instead ?? ""}`;
}
