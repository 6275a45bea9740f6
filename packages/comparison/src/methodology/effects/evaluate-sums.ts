import { type AlignedIndicator, criteriaOf, type Methodology } from "@metodika/core";
import { type EffectsSubject, idsOfSide } from "./effects-subject.ts";
import { evaluateHybrids, type HybridValues } from "./evaluate-hybrids.ts";
import { addHulls, type Hulls, hullOf } from "./hulls.ts";
import { hybridMethodology } from "./hybrid-methodology.ts";
import type { RuleChange } from "./rule-changes.ts";
import { keyOf, type SettledCell } from "./settled-cells.ts";
import { givesPoints, settledWays } from "./settled-rows.ts";
import { type ShapleyWeights, shapleyWeights } from "./shapley.ts";
import { figuresOf, type ResultEffects, type UnitEffects, unitFigures, withoutFigures } from "./unit-effects.ts";

/**
 * The effects where every result is a sum of what single indicators add. A rule that an indicator does not know adds
 * nothing to it, and Shapley values of sums are sums of Shapley values: so each indicator is scored alone, under the few
 * rules that it knows, once for every distinct way to settle its cell. Exact for any number of rules.
 */
export function evaluateSums(subject: EffectsSubject): ResultEffects[] {
  const { sides, units, aligned, methodologies, changes, ids } = subject;
  const settled = sides.map((side, index) => settledWays(side, idsOfSide(subject, index), aligned, methodologies));
  const parts = aligned.flatMap((pair, place): IndicatorPart[] =>
    givesPoints(pair)
      ? [
          indicatorPart(
            subject,
            place,
            settled.flatMap(({ cells }) => cells.flatMap((own) => own[place] ?? [])),
          ),
        ]
      : [],
  );
  const hasData = sides.length > 1;
  return ids.map((criterion) => {
    const own = parts.flatMap((part) => {
      const values = part.values.get(criterion);
      return values ? [{ ...part, values }] : [];
    });
    const scale = Math.max(0, ...own.map(({ values }) => values.scale));
    const most = Math.max(0, ...own.map(({ places }) => places.length)) + (hasData ? 1 : 0);
    const { denominator } = shapleyWeights(most);
    // By side and indicator: the figures of every way, over the common denominator.
    const tables = sides.map((_, side) =>
      own.map((part) => tableOf(part, side, { scale, denominator, hasData, rules: changes.length })),
    );
    return {
      criterion,
      exact: own.every(({ values }) => values.exact),
      units: units.map(({ municipality }, unit): UnitEffects => {
        if (settled.some(({ beyond }) => beyond.has(unit))) return withoutFigures(municipality, "too-many-cases");
        let whole: Hulls | undefined;
        for (const [side, { cells }] of settled.entries()) {
          let isScored = false;
          for (const [index, part] of own.entries()) {
            const ways = (cells[unit]?.[part.place] ?? []).map((way) => tables[side]?.[index]?.get(keyOf(way)));
            if (ways.every((way) => way?.isScored)) isScored = true;
            const hull = hullOf(ways.flatMap((way) => (way ? [way.figures] : [])));
            if (hull) whole = whole ? addHulls(whole, hull) : hull;
          }
          // No two indicators lack a value under rules that exclude each other, so one that always has a value is needed.
          if (!isScored) return withoutFigures(municipality, "not-scored");
        }
        if (!whole) return withoutFigures(municipality, "not-scored");
        const figures = unitFigures(whole, denominator * 10n ** BigInt(scale), { rules: changes.length, hasData });
        return { municipality, state: "computed", figures };
      }),
    };
  });
}

/** One indicator alone: its distinct ways, the rules that it knows, and what it adds to each result. */
interface IndicatorPart {
  place: number;
  /** Where the rules that it knows stand among all rules. */
  places: readonly number[];
  keys: readonly string[];
  values: Map<string, HybridValues>;
}

function indicatorPart(
  { aligned, methodologies, changes, ids }: EffectsSubject,
  place: number,
  all: readonly SettledCell[],
): IndicatorPart {
  const ways = [...new Map(all.map((way) => [keyOf(way), way])).values()];
  const pair = aligned[place];
  const places = pair ? knownRules(pair, changes, ways, methodologies) : [];
  const alone = aligned.map((one, other) => (other === place ? one : blank));
  const hybrids = Array.from({ length: 2 ** places.length }, (_, switched) => {
    const off = new Set(places.flatMap((rule, player) => ((switched >> player) & 1 ? [] : [changes[rule]?.id])));
    return hybridMethodology(methodologies.before, methodologies.after, alone, (id) => !off.has(id));
  });
  const rows = ways.map((_, way) => ({ unit: 0, ways: aligned.map((__, other) => (other === place ? way : 0)) }));
  const cells = [aligned.map((_, other) => (other === place ? ways : []))];
  const values = evaluateHybrids(hybrids, { rows, cells, beyond: new Set() }, ids);
  return { place, places, keys: ways.map(keyOf), values };
}

/** An indicator that is not there. */
const blank: AlignedIndicator = { changes: [], declared: [], comparable: true, samePoints: true };

/** The rules that can move what an indicator adds: its own, those of the criteria above it, and of values it may lack. */
function knownRules(
  pair: AlignedIndicator,
  changes: readonly RuleChange[],
  ways: readonly SettledCell[],
  methodologies: EffectsSubject["methodologies"],
): number[] {
  const above = new Set(
    (["before", "after"] as const).flatMap((variant) =>
      criteriaAbove(pair[variant]?.criterion.id, methodologies[variant]),
    ),
  );
  const lacks = new Set(ways.map(({ missing }) => missing));
  const own = `indicator:${(pair.after ?? pair.before)?.indicator.id}`;
  return changes.flatMap((change, rule) => {
    if (change.kind === "criterion") return above.has(change.criterion) ? [rule] : [];
    if (change.kind === "missing") return lacks.has(change.status) ? [rule] : [];
    return change.id === own || change.kind === "total" ? [rule] : [];
  });
}

/** A criterion and those that it stands in. */
function criteriaAbove(id: string | undefined, methodology: Methodology): string[] {
  if (id === undefined) return [];
  const holder = criteriaOf(methodology).find(({ criteria = [] }) => criteria.some((one) => one.id === id));
  return [id, ...criteriaAbove(holder?.id, methodology)];
}

interface WayFigures {
  figures: bigint[];
  /** It has a value under every combination of rules. */
  isScored: boolean;
}

/** The figures of every way of one indicator on one side, over a common denominator. */
function tableOf(
  { places, keys, values }: Omit<IndicatorPart, "values"> & { values: HybridValues },
  side: number,
  common: { scale: number; denominator: bigint; hasData: boolean; rules: number },
): Map<string, WayFigures> {
  const weights: ShapleyWeights = shapleyWeights(places.length + (common.hasData ? 1 : 0));
  const factor = (common.denominator / weights.denominator) * 10n ** BigInt(common.scale - values.scale);
  const offset = side === 0 ? 0 : 2 ** places.length;
  return new Map(
    keys.map((key, way) => {
      const game = new Float64Array(2 ** weights.players);
      let isScored = true;
      values.values.forEach((column, switched) => {
        const value = column[way] ?? Number.NaN;
        if (Number.isNaN(value)) isScored = false;
        else game[offset + switched] = value;
      });
      const figures = figuresOf(game, weights, places, common.rules).map((figure) => figure * factor);
      return [key, { figures, isScored }];
    }),
  );
}
