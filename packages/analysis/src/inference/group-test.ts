import {
  type ClaimCondition,
  type Municipality,
  type MunicipalityType,
  type PlacedIndicator,
  possibleRows,
  type RoundData,
} from "@metodika/core";
import { type Bounds, hull } from "../bounds/bounds.ts";
import { countVectors } from "../category/count-vectors.ts";
import { type Category, itemCategories } from "../category/item-categories.ts";
import { type KruskalWallis, kruskalWallis } from "./kruskal-wallis.ts";

/** More ways to settle the open cells than this are not tried. */
export const completionCap = 5000;

/** What is to be tested. */
export interface GroupTestQuestion {
  indicator: string;
  /** Who takes part; absent: everybody who has a value. */
  who?: ClaimCondition | undefined;
  /** Types of municipalities that stand together. */
  groups: readonly (readonly MunicipalityType[])[];
}

/** The exact test of a difference between groups of municipalities, over all ways to settle open cells. */
export interface GroupTest {
  placed: PlacedIndicator;
  categories: readonly Category[];
  groups: readonly { types: readonly MunicipalityType[]; size: Bounds; counts: readonly Bounds[] }[];
  /** How many municipalities take part. */
  n: Bounds;
  /** Municipalities whose value, or part in the question, is open. */
  open: readonly string[];
  /** So many different tables the open cells leave. */
  completions: number;
  /** Null where nothing was calculated. */
  result: {
    p: Bounds;
    h: Bounds;
    epsilonSquared: Bounds;
    etaSquared: Bounds;
    /** The smallest ε² that would reach p ≤ 0.05, over the tables. */
    detectable: Bounds | null;
    /** The exact numbers where there is one table only. */
    single: KruskalWallis | null;
  } | null;
  /** Why nothing was calculated. */
  reason?: "nothing-to-test" | "too-many-completions" | "too-large";
}

/**
 * Does an indicator differ between groups of municipalities? The exact Kruskal–Wallis test for every way in which open
 * cells can settle; p and effect sizes are intervals over them. Each open cell settles by itself, so what a text says of
 * several together is not used and the interval may be wider than it must be. A municipality whose value may be absent, or
 * which may not belong to those asked about, takes part in some of the ways.
 *
 * @returns undefined when the round has no such indicator, or its numbers cannot be listed
 * @throws TypeError when a type stands in two groups: a caller's mistake
 */
export function groupTest(data: RoundData, question: GroupTestQuestion): GroupTest | undefined {
  const types = question.groups.flat();
  if (new Set(types).size < types.length) throw new TypeError("a type of municipality stands in two groups");
  const column = itemCategories(data).find((one) => one?.placed.indicator.id === question.indicator);
  if (!column) return undefined;
  const size = column.categories.length;
  const membership = question.who && possibleRows(data, [{ when: question.who }, {}]).rows;
  const units = data.municipalities.flatMap((municipality: Municipality, row) => {
    const group = question.groups.findIndex((own) => own.includes(municipality.type));
    const unit = column.units[row];
    const member = membership?.[row] ?? [0];
    if (group < 0 || !unit || !member.includes(0)) return [];
    const out = unit.absent !== "no" || member.includes(1);
    return [{ id: municipality.id, group, options: out ? [...unit.possible, size] : unit.possible }];
  });
  const byGroup = question.groups.map((own, group) => {
    const vectors = countVectors(
      units.filter((unit) => unit.group === group).map(({ options }) => options),
      size + 1,
    )?.map((vector) => vector.slice(0, size));
    return { types: own, vectors };
  });
  const completions = byGroup.reduce((ways, { vectors }) => ways * (vectors?.length ?? Infinity), 1);
  const [fewest, most] = [units.filter(({ options }) => !options.includes(size)), units.filter(isThere(size))];
  const test = {
    placed: column.placed,
    categories: column.categories,
    groups: byGroup.map(({ types: own, vectors = [] }) => ({
      types: own,
      size: hull(vectors.map(sum)) ?? ([0, 0] as const),
      counts: column.categories.map(
        (_, category): Bounds => hull(vectors.map((vector) => vector[category] ?? 0)) ?? [0, 0],
      ),
    })),
    n: [fewest.length, most.length] as const,
    open: most.filter(({ options }) => options.length > 1).map(({ id }) => id),
    completions,
  };
  if (completions > completionCap) return { ...test, result: null, reason: "too-many-completions" };
  const results = [...tables(byGroup.map(({ vectors = [] }) => vectors))].map((table) => kruskalWallis(table));
  if (results.includes("too-large")) return { ...test, result: null, reason: "too-large" };
  const found = results.filter((one): one is KruskalWallis => one !== undefined && one !== "too-large");
  // A table without anything to test says neither that groups differ nor that they do not.
  if (found.length === 0 || found.length < results.length) return { ...test, result: null, reason: "nothing-to-test" };
  const over = (of: (one: KruskalWallis) => number): Bounds => hull(found.map(of)) ?? [0, 0];
  const detectable = found.map((one) => one.detectable);
  return {
    ...test,
    result: {
      p: over(({ p }) => p),
      h: over(({ h }) => h),
      epsilonSquared: over(({ epsilonSquared }) => epsilonSquared),
      etaSquared: over(({ etaSquared }) => etaSquared),
      detectable: detectable.includes(null) ? null : hull(detectable.flatMap((one) => one ?? [])),
      single: found.length === 1 ? (found[0] ?? null) : null,
    },
  };
}

function isThere(size: number) {
  return ({ options }: { options: readonly number[] }) => options.some((option) => option !== size);
}

/** One vector of each group, in every combination. */
function* tables(groups: readonly (readonly number[][])[]): Generator<number[][]> {
  const [first, ...rest] = groups;
  if (!first) {
    yield [];
    return;
  }
  for (const vector of first) for (const others of tables(rest)) yield [vector, ...others];
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
