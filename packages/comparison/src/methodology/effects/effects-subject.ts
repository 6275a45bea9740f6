import type { AlignedIndicator, Methodology } from "@metodika/core";
import type { Variant } from "./hybrid-methodology.ts";
import type { RuleChange } from "./rule-changes.ts";
import type { EffectsSide } from "./settled-rows.ts";
import type { EffectUnit } from "./unit-effects.ts";

/** What effects are calculated of. */
export interface EffectsSubject {
  /** One round, or the earlier and the later. */
  sides: readonly EffectsSide[];
  units: readonly EffectUnit[];
  aligned: readonly AlignedIndicator[];
  methodologies: Readonly<Record<Variant, Methodology>>;
  changes: readonly RuleChange[];
  /** The results to look at: ids of criteria, and `total`. */
  ids: readonly string[];
}

/** The ids of the municipalities in the round of one side. */
export function idsOfSide({ units }: EffectsSubject, side: number): string[] {
  return units.map(({ municipality, ids }) => ids[side] ?? municipality);
}
