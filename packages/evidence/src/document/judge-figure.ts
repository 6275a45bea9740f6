import { compareNumber, type Expected, expectedOf } from "./compare.ts";
import type { Figure } from "./figures.ts";
import type { Period } from "./period.ts";
import type { Group, Quantity } from "./quantity.ts";
import type { SaidBase } from "./said-base.ts";
import type { UnitClass } from "./units.ts";

/** What a group makes of a figure. */
export interface Judged {
  status: "agrees" | "disagrees" | "uncertain";
  quantity: Quantity;
  expected?: Expected;
  /** A share of another base that gives a percentage which the usual base does not, and the sentence does not name. */
  other?: { universe: string; expected: Expected };
}

/** Universes that count services, and not territories: those that a statement about «n служб» speaks of. */
export type ServiceUniverses = ReadonlySet<string>;

/**
 * Holds a figure against every count or share of a group that its noun allows: «муниципалитетов» counts all, «служб» those
 * that have one, and without a noun both. One that agrees suffices. The base that the sentence names comes before the usual
 * one; a share that only another base gives is uncertain, not wrong. Undefined where the group has nothing of the kind.
 */
export function judgeFigure(
  figure: Figure,
  group: Group,
  unit: UnitClass,
  services: ServiceUniverses,
  time: (period: Period) => boolean,
  said: SaidBase = { denominators: new Set(), universes: new Set() },
  denied = false,
): Judged | undefined {
  const isShare = figure.kind === "percent" || figure.kind === "ratio";
  const kinds = figure.kind === "percent" ? ["percent"] : figure.kind === "ratio" ? ["percent", "count"] : ["count"];
  const [every, usual] =
    kinds
      .map((kind) => group.quantities.filter((quantity) => quantity.kind === kind && time(quantity.period)))
      .map((all) => [all, ofUniverses(all, unit, services, isShare)] as const)
      .find(([, own]) => own.length > 0) ?? [];
  if (!every || !usual) return undefined;
  const named = every.filter((quantity) => isSaid(quantity, said));
  const judged = (named.length > 0 && isShare ? named : usual).map((quantity) => judgeOne(figure, quantity, denied));
  const settled =
    judged.find(({ status }) => status === "agrees") ?? judged.find(({ status }) => status === "uncertain");
  const [first] = judged;
  if (settled || !first) return settled ?? first;
  // «12 из 31 (35,3 %)»: the pair says of how many, no other base can be meant.
  if (isShare && named.length > 0 && said.denominators.size > 0) return first;
  const others = (isShare ? every : named)
    .flatMap((quantity) => [judgeOne(figure, quantity, denied), ...ofOtherBase(figure, first, quantity)])
    .filter(({ status, expected }) => status === "agrees" && (!isShare || isTelling(expected)));
  const [other] = others;
  if (!isShare) return other ?? first;
  if (!other?.expected) return first;
  return { ...first, status: "uncertain", other: { universe: other.quantity.universe, expected: other.expected } };
}

/** Does the sentence name the base of a share, or of a count the universe? */
function isSaid({ universe, kind, computed }: Quantity, { denominators, universes }: SaidBase): boolean {
  if (universes.has(universe)) return true;
  if (kind !== "percent" || denominators.size === 0) return false;
  const [low, high] = expectedOf(computed())?.share?.denominator ?? [];
  return low !== undefined && low === high && denominators.has(low);
}

/** Those counted by the usual base, as a share of another: who of the others has it too may be open. */
function ofOtherBase(figure: Figure, { expected }: Judged, quantity: Quantity): Judged[] {
  const [numerator, top] = expected?.share?.numerator ?? [];
  const [denominator, most] = expectedOf(quantity.computed())?.share?.denominator ?? [];
  if (numerator === undefined || !denominator || numerator !== top || denominator !== most || numerator > denominator)
    return [];
  const percent = (100 * numerator) / denominator;
  const own: Expected = {
    low: percent,
    high: percent,
    share: { numerator: [numerator, numerator], denominator: [denominator, denominator] },
  };
  return [{ status: compareNumber(figure, own), quantity, expected: own }];
}

/** «0 %» and «100 %» of some base or other are true of many things. */
function isTelling(expected: Expected | undefined): boolean {
  return expected !== undefined && expected.low > 0 && expected.high < 100;
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
