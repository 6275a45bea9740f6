import { constraintsOf } from "../src/audit/constraints.ts";
import { definitionsOf } from "../src/audit/definitions.ts";
import { partsOf } from "../src/deduction/constraint.ts";
import { solverOf } from "../src/deduction/solver.ts";
import { worldOf } from "../src/world/world.ts";
import { type Invented, invent } from "./invented.ts";

/** An invented region made ready for deduction. */
export function prepare(invented: Invented) {
  const world = worldOf(invent(invented));
  const definitions = definitionsOf(world);
  const constraints = constraintsOf(definitions);
  const ids = world.data.municipalities.map(({ id }) => id);
  const parts = constraints.flatMap((constraint) => partsOf(constraint, ids));
  const solver = solverOf(world, parts);
  return { world, definitions, constraints, parts, solver, model: solver.model };
}
