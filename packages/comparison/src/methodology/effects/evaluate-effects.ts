import type { AlignedIndicator, Methodology } from "@metodika/core";
import { evaluateHybrids, type HybridValues } from "./evaluate-hybrids.ts";
import { addHulls, type EffectInterval, type Hulls, hullOf, intervalAt } from "./hulls.ts";
import type { Hybrid, Variant } from "./hybrid-methodology.ts";
import { type EffectsSide, type SettledRows, settledRows } from "./settled-rows.ts";
import { type ShapleyWeights, shapleyNumerators, shapleyWeights } from "./shapley.ts";

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

interface Subject {
  sides: readonly EffectsSide[];
  units: readonly EffectUnit[];
  aligned: readonly AlignedIndicator[];
  methodologies: Readonly<Record<Variant, Methodology>>;
  /** By the bits of the rules that are switched. */
  hybrids: readonly Hybrid[];
  /** How many rules there are. */
  players: number;
  /** The results to look at. */
  ids: readonly string[];
  isAdditive: boolean;
}

/** So many municipalities at a time: what is kept for each is one number per combination of rules, row and result. */
const batch = 64;

/** Evaluates all municipalities under all combinations of rules; a result that some combination lacks is left out. */
export function evaluateEffects(subject: Subject): ResultEffects[] {
  const { units, ids, sides, players } = subject;
  const weights = shapleyWeights(players + (sides.length > 1 ? 1 : 0));
  const found = new Map<string, { exact: boolean; units: UnitEffects[] }>(
    ids.map((id) => [id, { exact: true, units: [] }]),
  );
  for (let start = 0; start < units.length; start += batch) {
    const own = units.slice(start, start + batch);
    const evaluated = sides.map((side, index) => {
      const municipalities = own.map((unit) => unit.ids[index] ?? unit.municipality);
      const rows = settledRows(side, municipalities, subject.aligned, subject.methodologies, subject.isAdditive);
      return { rows, values: evaluateHybrids(subject.hybrids, rows, ids) };
    });
    for (const [id, list] of found) {
      const parts = evaluated.map(({ rows, values }) => ({ rows, values: values.get(id) }));
      if (parts.some(({ values }) => values === undefined)) {
        found.delete(id);
        continue;
      }
      if (parts.some(({ values }) => values?.exact === false)) list.exact = false;
      own.forEach(({ municipality }, unit) => {
        list.units.push({ municipality, ...unitEffects(unit, parts as Part[], weights, players) });
      });
    }
  }
  return [...found].map(([criterion, list]) => ({ criterion, ...list }));
}

interface Part {
  rows: SettledRows;
  values: HybridValues;
}

const notScored = { state: "not-scored" } as const;

function unitEffects(
  unit: number,
  parts: readonly Part[],
  weights: ShapleyWeights,
  players: number,
): Omit<UnitEffects, "municipality"> {
  if (parts.some(({ rows }) => rows.beyond.has(unit))) return { state: "too-many-cases" };
  const scale = Math.max(...parts.map(({ values }) => values.scale));
  const hulls: Hulls[] = [];
  for (const [side, { rows, values }] of parts.entries()) {
    const own = rows.rows.flatMap((row, position) => (row.unit === unit ? [{ row, position }] : []));
    const figures: bigint[][] = [];
    for (const { row, position } of own) {
      const game = new Float64Array(2 ** weights.players);
      const factor = 10 ** (scale - values.scale);
      const offset = side === 0 ? 0 : 2 ** players;
      for (let switched = 0; switched < values.values.length; switched++) {
        const value = values.values[switched]![position]!;
        if (Number.isNaN(value)) return notScored;
        game[offset + switched] = value * factor;
      }
      if (!row.isBarest) figures.push(figuresOf(game, weights, players));
    }
    hulls.push(
      hullOf(
        own.flatMap(({ row }) => (row.isBarest ? [] : [row])),
        figures,
      ),
    );
  }
  const [first, second] = hulls;
  if (!first) return notScored;
  const whole = addHulls(first, second);
  const denominator = weights.denominator * 10n ** BigInt(scale);
  const at = (index: number) => intervalAt(whole, index, denominator);
  const last = weights.players;
  return {
    state: "computed",
    figures: {
      from: at(last + 1),
      to: at(last + 2),
      change: at(last + 3),
      method: at(last),
      ...(weights.players > players ? { data: at(players) } : {}),
      changes: Array.from({ length: players }, (_, place) => at(place)),
    },
  };
}

/** Of every player the effect, then what all rules do together, both results and their difference; all times n!. */
function figuresOf(game: Float64Array, weights: ShapleyWeights, players: number): bigint[] {
  const effects = shapleyNumerators(game, weights);
  const method = effects.slice(0, players).reduce((sum, effect) => sum + effect, 0n);
  const [from, to] = [0, game.length - 1].map((place) => BigInt(game[place] ?? 0) * weights.denominator);
  return [...effects, method, from ?? 0n, to ?? 0n, (to ?? 0n) - (from ?? 0n)];
}
