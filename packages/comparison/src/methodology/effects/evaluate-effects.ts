import type { EffectsSubject } from "./effects-subject.ts";
import { idsOfSide } from "./effects-subject.ts";
import { evaluateHybrids, type HybridValues } from "./evaluate-hybrids.ts";
import { addHulls, type Hulls, hullOf } from "./hulls.ts";
import { hybridMethodology } from "./hybrid-methodology.ts";
import { type SettledRows, settledRows, settledWays } from "./settled-rows.ts";
import { type ShapleyWeights, shapleyWeights } from "./shapley.ts";
import { figuresOf, type ResultEffects, type UnitEffects, unitFigures, withoutFigures } from "./unit-effects.ts";

/** So many municipalities at a time: what is kept for each is one number per combination of rules, row and result. */
const batch = 64;

/**
 * The effects where a result is no sum of what single indicators add: every combination of rules is evaluated for every
 * way to settle all cells of a municipality.
 */
export function evaluateEffects(subject: EffectsSubject): ResultEffects[] {
  const { units, ids, sides, aligned, methodologies, changes } = subject;
  const own = new Set(changes.map(({ id }) => id));
  const hybrids = Array.from({ length: 2 ** changes.length }, (_, switched) => {
    const on = new Set(changes.flatMap(({ id }, place) => ((switched >> place) & 1 ? [id] : [])));
    // A rule that is the same in both is taken from the later one.
    return hybridMethodology(methodologies.before, methodologies.after, aligned, (id) => on.has(id) || !own.has(id));
  });
  const weights = shapleyWeights(changes.length + (sides.length > 1 ? 1 : 0));
  const found = new Map(ids.map((id) => [id, { exact: true, units: [] as UnitEffects[] }]));
  for (let start = 0; start < units.length; start += batch) {
    const part = { ...subject, units: units.slice(start, start + batch) };
    const evaluated = sides.map((side, index) => {
      const rows = settledRows(settledWays(side, idsOfSide(part, index), aligned, methodologies));
      return { rows, values: evaluateHybrids(hybrids, rows, ids) };
    });
    for (const [id, list] of found) {
      const parts = evaluated.flatMap(({ rows, values }): Part[] => {
        const own = values.get(id);
        return own ? [{ rows, values: own }] : [];
      });
      if (parts.some(({ values }) => !values.exact)) list.exact = false;
      part.units.forEach(({ municipality }, unit) => {
        list.units.push(
          parts.length < sides.length
            ? withoutFigures(municipality, "not-scored")
            : unitEffects(municipality, unit, parts, weights, changes.length),
        );
      });
    }
  }
  return [...found].map(([criterion, list]) => ({ criterion, ...list }));
}

interface Part {
  rows: SettledRows;
  values: HybridValues;
}

function unitEffects(
  municipality: string,
  unit: number,
  parts: readonly Part[],
  weights: ShapleyWeights,
  rules: number,
): UnitEffects {
  if (parts.some(({ rows }) => rows.beyond.has(unit))) return withoutFigures(municipality, "too-many-cases");
  const scale = Math.max(...parts.map(({ values }) => values.scale));
  const places = Array.from({ length: rules }, (_, place) => place);
  let whole: Hulls | undefined;
  for (const [side, { rows, values }] of parts.entries()) {
    const factor = 10 ** (scale - values.scale);
    const figures: bigint[][] = [];
    for (const [position, row] of rows.rows.entries()) {
      if (row.unit !== unit) continue;
      const game = new Float64Array(2 ** weights.players);
      const offset = side === 0 ? 0 : 2 ** rules;
      for (let switched = 0; switched < values.values.length; switched++) {
        const value = values.values[switched]![position]!;
        if (Number.isNaN(value)) return withoutFigures(municipality, "not-scored");
        game[offset + switched] = value * factor;
      }
      figures.push(figuresOf(game, weights, places, rules));
    }
    const hull = hullOf(figures);
    if (!hull) return withoutFigures(municipality, "not-scored");
    whole = whole ? addHulls(whole, hull) : hull;
  }
  if (!whole) return withoutFigures(municipality, "not-scored");
  const denominator = weights.denominator * 10n ** BigInt(scale);
  const hasData = weights.players > rules;
  return { municipality, state: "computed", figures: unitFigures(whole, denominator, { rules, hasData }) };
}
