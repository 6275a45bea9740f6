import type { Cell, CellState, Outcome, RoundData } from "@metodika/core";
import { constraintsOf } from "../audit/constraints.ts";
import { definitionsOf, type Switches } from "../audit/definitions.ts";
import { type Deduced, deduceSteps } from "../deduction/deduce.ts";
import { finished, type Progress } from "../steps/steps.ts";
import { worldOf } from "../world/world.ts";

/** What a caller may ask of a recovery. */
export interface RecoverOptions {
  /** Use the rules that the region has not approved too; such cells have the basis `inferred`. */
  inferred?: boolean;
  /** Readings of universes, such as `{declared: "staffed"}`. */
  switches?: Switches;
}

/** A round whose open cells hold only what the report's statements leave possible. */
export interface Recovered {
  data: RoundData;
  /** By `<municipality> <indicator>`. */
  deduced: ReadonlyMap<string, Deduced>;
}

/**
 * Narrows the open cells of a round by the claims of its report: a single value is `derived`, several stay `bounded`, and
 * each narrowed cell says `because` of which claims. Cells that the tables know are untouched. A round without claims
 * comes back as it is.
 */
export function recover(data: RoundData, options: RecoverOptions = {}): Recovered {
  return finished(recoverSteps(data, options));
}

/** The same step by step, cell by cell, for a page that must not freeze. */
export function* recoverSteps(
  data: RoundData,
  { inferred = false, switches = {} }: RecoverOptions = {},
): Generator<Progress, Recovered> {
  const world = worldOf(data);
  const all = constraintsOf(definitionsOf(world, switches));
  const constraints = inferred ? all : all.filter((own) => !own.inferred);
  const deduced = new Map<string, Deduced>();
  const results = constraints.length === 0 ? [] : yield* deduceSteps(world, constraints);
  for (const cell of results) {
    const municipality = data.municipalities[cell.municipality]?.id;
    const indicator = world.program.cells[cell.cell]?.indicator.id;
    deduced.set(`${municipality} ${indicator}`, cell);
  }
  return {
    data: {
      ...data,
      cells: data.cells.map((cell) => {
        const found = deduced.get(`${cell.municipality} ${cell.indicator}`);
        return found ? narrowed(cell, found, world.outcomes[found.municipality]?.[found.cell] ?? []) : cell;
      }),
    },
    deduced,
  };
}

function narrowed(cell: Cell, { possible, because, inferred }: Deduced, outcomes: readonly Outcome[]): Cell {
  const use = inferred ?? { possible, because };
  if (use.because.length === 0) return cell;
  const kept = use.possible.flatMap((position) => outcomes[position] ?? []);
  const state: CellState = {
    codes: kept.flatMap((outcome) => (outcome.kind === "code" ? [outcome.code] : [])),
    ...(cell.state.range ? { range: cell.state.range } : {}),
    missing: kept.flatMap((outcome) => (outcome.kind === "missing" ? [outcome.status] : [])),
  };
  const [only] = kept;
  const basis = inferred ? "inferred" : kept.length === 1 ? "derived" : "bounded";
  return {
    ...cell,
    state,
    basis,
    because: use.because,
    ...(kept.length === 1 && only?.kind === "missing" ? { status: only.status } : {}),
  };
}
