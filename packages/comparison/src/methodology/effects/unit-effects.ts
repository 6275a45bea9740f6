import { type EffectInterval, type Hulls, intervalAt } from "./hulls.ts";
import { type ShapleyWeights, shapleyNumerators } from "./shapley.ts";

/** A municipality with its id in each round. */
export interface EffectUnit {
  municipality: string;
  ids: readonly string[];
}

/** The effects on one result of one municipality; without figures where there is no result under some of the rules. */
export interface UnitEffects {
  municipality: string;
  /** `not-scored`: there is, or may be, no result under some of the rules; `too-many-cases`: its open cells can be settled in too many ways to try. */
  state: "computed" | "not-scored" | "too-many-cases";
  figures?: {
    from: EffectInterval;
    to: EffectInterval;
    change: EffectInterval;
    /** What all rules together do. */
    method: EffectInterval;
    /** What the data do; absent for a single round. */
    data?: EffectInterval;
    /** In the order of the changes. */
    changes: readonly EffectInterval[];
  };
}

/** The effects on one criterion, or on `total`. */
export interface ResultEffects {
  criterion: string;
  /** False where points are no exact decimals (a logarithm, a mean, the greatest of several): good to the ninth digit. */
  exact: boolean;
  units: readonly UnitEffects[];
}

/**
 * The figures of one game, times n!: the effect of every rule, of the data where they play, of all rules together, then
 * both results and their difference. All are linear in the values, so those of parts of a game add up.
 *
 * @param values by coalition; the data are the last player
 * @param places where the rules that play stand among all rules
 */
export function figuresOf(
  values: Float64Array,
  weights: ShapleyWeights,
  places: readonly number[],
  rules: number,
): bigint[] {
  const effects = shapleyNumerators(values, weights);
  const own = Array.from({ length: rules }, () => 0n);
  places.forEach((place, player) => {
    own[place] = effects[player] ?? 0n;
  });
  const data = weights.players > places.length ? (effects[places.length] ?? 0n) : 0n;
  const method = own.reduce((sum, effect) => sum + effect, 0n);
  const [from = 0n, to = 0n] = [0, values.length - 1].map((place) => BigInt(values[place] ?? 0) * weights.denominator);
  return [...own, data, method, from, to, to - from];
}

/** Hulls of `figuresOf` as intervals. */
export function unitFigures(
  hulls: Hulls,
  denominator: bigint,
  { rules, hasData }: { rules: number; hasData: boolean },
): NonNullable<UnitEffects["figures"]> {
  const at = (index: number) => intervalAt(hulls, index, denominator);
  return {
    from: at(rules + 2),
    to: at(rules + 3),
    change: at(rules + 4),
    method: at(rules + 1),
    ...(hasData ? { data: at(rules) } : {}),
    changes: Array.from({ length: rules }, (_, place) => at(place)),
  };
}

/** A municipality without figures. */
export function withoutFigures(municipality: string, state: "not-scored" | "too-many-cases"): UnitEffects {
  return { municipality, state };
}
