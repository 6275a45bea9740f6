import type { ClaimCondition } from "@metodika/core";
import { both, everyone, negated, type Predicate, predicateOf } from "./predicate.ts";
import type { World } from "./world.ts";

/** The predicates of a world, each compiled once: the same condition is always the same predicate. */
export interface Compiled {
  of(condition: ClaimCondition): Predicate;
  both(a: Predicate, b: Predicate): Predicate;
  /** Of those who are `a`, all are `b`: it holds of all others too. */
  implies(a: Predicate, b: Predicate): Predicate;
}

const known = new WeakMap<World, Compiled>();

/** The compiled predicates of a world. A world never changes, so that they are kept as long as it is. */
export function compiledIn(world: World): Compiled {
  const found = known.get(world) ?? compiledFor(world);
  known.set(world, found);
  return found;
}

function compiledFor({ data, program }: World): Compiled {
  const conditions = new Map<string, Predicate>();
  const pairs = new Map<Predicate, Map<Predicate, Predicate>>();
  const implications = new Map<Predicate, Map<Predicate, Predicate>>();
  return {
    of: (condition) => remembered(conditions, JSON.stringify(condition), () => predicateOf(condition, data, program)),
    both: (a, b) => (a === everyone ? b : b === everyone ? a : paired(pairs, a, b, () => both(a, b))),
    implies: (a, b) => (a === everyone ? b : paired(implications, a, b, () => negated(both(a, negated(b))))),
  };
}

function paired(
  memory: Map<Predicate, Map<Predicate, Predicate>>,
  a: Predicate,
  b: Predicate,
  make: () => Predicate,
): Predicate {
  return remembered(
    remembered(memory, a, () => new Map()),
    b,
    make,
  );
}

function remembered<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  const found = memory.get(key);
  if (found !== undefined) return found;
  const made = make();
  memory.set(key, made);
  return made;
}
