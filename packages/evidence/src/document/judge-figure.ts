import { compareNumber, type Expected, expectedOf } from "./compare.ts";
import type { Figure } from "./figures.ts";
import type { Period } from "./period.ts";
import type { Group, Quantity } from "./quantity.ts";
import type { UnitClass } from "./units.ts";

/** What a group makes of a figure. */
export interface Judged {
  status: "agrees" | "disagrees" | "uncertain";
  quantity: Quantity;
  expected?: Expected;
  /** Of a percentage that disagrees: universes that give it as base. */
  bases?: readonly string[];
}

/** Universes that count services, and not territories: those that a statement about «n служб» speaks of. */
export type ServiceUniverses = ReadonlySet<string>;

/**
 * Holds a figure against every count or share of a group that its noun allows: «муниципалитетов» counts all, «служб» those
 * that have one, and without a noun both. One that agrees suffices. Undefined where the group has nothing of the kind.
 */
export function judgeFigure(
  figure: Figure,
  group: Group,
  unit: UnitClass,
  services: ServiceUniverses,
  time: (period: Period) => boolean,
  denied = false,
): Judged | undefined {
  const kinds = figure.kind === "percent" ? ["percent"] : figure.kind === "ratio" ? ["percent", "count"] : ["count"];
  const judged = kinds
    .map((kind) => group.quantities.filter((quantity) => quantity.kind === kind && time(quantity.period)))
    .map((own) => ofUniverses(own, unit, services, figure.kind === "percent" || figure.kind === "ratio"))
    .find((own) => own.length > 0)
    ?.map((quantity) => judgeOne(figure, quantity, denied));
  const settled =
    judged?.find(({ status }) => status === "agrees") ?? judged?.find(({ status }) => status === "uncertain");
  const [first] = judged ?? [];
  if (settled || !first || figure.kind !== "percent") return settled ?? first;
  const others = group.quantities.filter(({ kind, period }) => kind === "percent" && time(period));
  const bases = others
    .filter((quantity) => judgeOne(figure, quantity, denied).status === "agrees")
    .map(({ universe }) => universe);
  return { ...first, bases: [...new Set(bases)] };
}

function judgeOne(figure: Figure, quantity: Quantity, denied: boolean): Judged {
  const expected = expectedOf(quantity.computed());
  if (!expected) return { status: "uncertain", quantity };
  const status = compareNumber(figure, expected);
  // Who submitted nothing may have been counted too.
  const blank = quantity.finding || figure.kind !== "count" ? 0 : (quantity.blank?.().length ?? 0);
  const isWithin = figure.value !== undefined && figure.value > expected.high && figure.value <= expected.high + blank;
  return { status: status === "disagrees" && denied && isWithin ? "uncertain" : status, quantity, expected };
}

function ofUniverses(
  quantities: readonly Quantity[],
  unit: UnitClass,
  services: ServiceUniverses,
  isShare: boolean,
): Quantity[] {
  const stated = new Set(quantities.flatMap(({ finding, universe }) => (finding ? [universe] : [])));
  const wanted = universesOf(stated, unit, services, isShare);
  // What the report states comes first: it has a reading and a place.
  return quantities
    .filter(({ universe }) => wanted.has(universe))
    .sort((a, b) => Number(b.finding !== undefined) - Number(a.finding !== undefined));
}

function universesOf(
  stated: ReadonlySet<string>,
  unit: UnitClass,
  services: ServiceUniverses,
  isShare: boolean,
): ReadonlySet<string> {
  if (unit === "territory") return new Set(["all", ...(isShare ? [] : stated)]);
  if (unit === "service") {
    const own = [...stated].filter((universe) => services.has(universe));
    if (own.length > 0) return new Set(own);
    if (stated.size > 0) return stated;
    return services.size > 0 ? services : new Set(["all"]);
  }
  return new Set(["all", ...stated, ...(stated.size === 0 ? services : [])]);
}
