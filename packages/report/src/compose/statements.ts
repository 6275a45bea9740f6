import { type Criterion, indicatorsBelow, type Members, type PlacedIndicator } from "@metodika/core";
import type { DistributionRow } from "@metodika/presentation";
import type { Context } from "./context.ts";

/**
 * How many municipalities have the best value of an indicator: the code of the highest order, or the highest step of a
 * number. Undefined for numbers without steps, which have no best value.
 */
export function bestRow(
  ctx: Pick<Context, "rows">,
  { indicator, scale }: PlacedIndicator,
): DistributionRow | undefined {
  const rows = ctx.rows(indicator.id);
  if (scale.type === "number") return indicator.points && "steps" in indicator.points ? rows[0] : undefined;
  const [best] = [...scale.codes].sort((a, b) => b.order - a.order);
  return rows.find(({ key, kind }) => kind === "value" && key === best?.code);
}

/** Things in a ranking of bounds: those certainly among the first few, and those possibly. */
export interface Ranked<Thing> {
  certain: Thing[];
  possible: Thing[];
}

/**
 * The first `places` places with ties, the most first. A thing is certainly among them when too few others can be ahead
 * of it, and possibly when too few others certainly are.
 */
export function topOf<Thing>(
  things: readonly Thing[],
  boundsOf: (thing: Thing) => readonly [low: number, high: number],
  places: number,
): Ranked<Thing> {
  const bounds = things.map(boundsOf);
  const ahead = (count: (other: readonly [number, number]) => boolean) => bounds.filter(count).length;
  const fits = (isCertain: boolean) =>
    things.filter((_, place) => {
      const [low, high] = bounds[place] ?? [0, 0];
      // A thing with wide bounds may seem ahead of itself; it is not.
      const itself = isCertain && high > low ? 1 : 0;
      return ahead((other) => (isCertain ? other[1] > low : other[0] > high)) - itself < places;
    });
  const byCount = (a: Thing, b: Thing) => boundsOf(b)[0] - boundsOf(a)[0] || boundsOf(b)[1] - boundsOf(a)[1];
  return { certain: fits(true).sort(byCount), possible: fits(false).sort(byCount) };
}

/** Who has all of a criterion, and who has nothing of it. */
export interface FullAndNone {
  full: Members;
  none: Members;
  denominator: number;
  by: "points" | "values";
}

/**
 * By points: the most that the municipality could reach, or no point. Without points: the best value of every indicator,
 * or of none where there are values at all. Undefined where an indicator has no best value.
 */
export function fullAndNone(ctx: Context, criterion: Criterion): FullAndNone | undefined {
  const { score, data } = ctx;
  if (criterion.points) {
    const own = score.units.flatMap(({ municipality, criteria }) => {
      const found = criteria.find(({ criterion: id }) => id === criterion.id);
      return found?.points && found.max !== null && found.max > 0
        ? [{ id: municipality, low: found.points[0], high: found.points[1], max: found.max }]
        : [];
    });
    const who = (fits: (one: (typeof own)[number]) => boolean) => own.filter(fits).map(({ id }) => id);
    return {
      full: { certain: who(({ low, max }) => low >= max), possible: who(({ high, max }) => high >= max) },
      none: { certain: who(({ high }) => high <= 0), possible: who(({ low }) => low <= 0) },
      denominator: own.length,
      by: "points",
    };
  }
  const ids = indicatorsBelow(criterion).map(({ id }) => id);
  const places = ctx.places.filter(({ indicator }) => ids.includes(indicator.id));
  const rows = places.map((place) => bestRow(ctx, place));
  if (rows.length === 0 || rows.some((row) => row === undefined)) return undefined;
  const best = rows.flatMap((row) => row ?? []);
  const everyone = data.municipalities.map(({ id }) => id);
  // A municipality without any value has not failed; it has not answered.
  const values = ids.flatMap((id) => ctx.rows(id).filter(({ kind }) => kind === "missing"));
  const answered = (isCertain: boolean) =>
    everyone.filter((id) =>
      ids.some(
        (indicator) =>
          !values.some((row) => row.item === indicator && row.members[isCertain ? "possible" : "certain"].includes(id)),
      ),
    );
  return {
    full: {
      certain: everyone.filter((id) => best.every(({ members }) => members.certain.includes(id))),
      possible: everyone.filter((id) => best.every(({ members }) => members.possible.includes(id))),
    },
    none: {
      certain: answered(true).filter((id) => !best.some(({ members }) => members.possible.includes(id))),
      possible: answered(false).filter((id) => !best.some(({ members }) => members.certain.includes(id))),
    },
    denominator: everyone.length,
    by: "values",
  };
}

/** Who belongs to at least one of several groups. */
export function anyOf(ctx: Pick<Context, "data">, groups: readonly Members[]): Members {
  const ids = ctx.data.municipalities.map(({ id }) => id);
  return {
    certain: ids.filter((id) => groups.some(({ certain }) => certain.includes(id))),
    possible: ids.filter((id) => groups.some(({ possible }) => possible.includes(id))),
  };
}
