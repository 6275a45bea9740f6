import { constraintsOf } from "../src/audit/constraints.ts";
import { definitionsOf } from "../src/audit/definitions.ts";
import { solverOf } from "../src/deduction/solver.ts";
import { worldOf } from "../src/world/world.ts";
import { type Invented, invent } from "./invented.ts";

/** An invented region made ready for deduction. */
export function prepare(invented: Invented) {
  const world = worldOf(invent(invented));
  const definitions = definitionsOf(world);
  const constraints = constraintsOf(definitions);
  const solver = solverOf(world, constraints);
  return { world, definitions, constraints, parts: solver.constraints, solver, model: solver.model };
}
