import type { Claim, ClaimCondition, RoundData } from "@metodika/core";
import type { Definitions } from "../query/counting.ts";
import { compiledIn } from "../world/compiled.ts";
import { everyone, type Predicate } from "../world/predicate.ts";
import type { World } from "../world/world.ts";
import { claimsOf } from "./claims-of.ts";

/** Which reading of each universe is taken, by universe; absent: its own definition. */
export type Switches = Readonly<Record<string, string>>;

/** What the queries of a round refer to, under a choice of readings. */
export function definitionsOf(world: World, switches: Switches = {}): Definitions {
  const { data } = world;
  const compiled = compiledIn(world);
  const universes = new Map<string, Predicate>([["all", everyone]]);
  for (const [id, who] of universeConditions(data, switches)) universes.set(id, compiled.of(who));
  const claims = new Map<string, Claim>(claimsOf(data).map((claim) => [claim.id, claim]));
  return { world, universes, claims };
}

function universeConditions(data: RoundData, switches: Switches): [string, ClaimCondition][] {
  return (data.claims?.universes ?? []).map(({ id, who, readings = [] }) => {
    const chosen = readings.find((reading) => reading.id === switches[id]);
    return [id, chosen?.who ?? who];
  });
}
