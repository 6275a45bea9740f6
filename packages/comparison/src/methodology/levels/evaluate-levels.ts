import type { EffectsSubject } from "../effects/effects-subject.ts";
import { idsOfSide } from "../effects/effects-subject.ts";
import { keyOf, type SettledCell } from "../effects/settled-cells.ts";
import { settledRows, settledWays } from "../effects/settled-rows.ts";
import { type LevelRuleChange, levelChangesBetween } from "./level-changes.ts";
import type { LevelEffects, MoveReason, NotAttributable, UnitLevels } from "./level-effects.ts";
import { type LevelHybrid, type LevelHybridResult, levelHybrid, levelOf } from "./level-hybrid.ts";
import { levelThresholds } from "./limits.ts";
import { type LevelOrNone, type LevelVector, moveVerdict } from "./move-verdicts.ts";
import { placesRead, possibleLevels } from "./settled-levels.ts";

/** So many municipalities at a time: every way to settle the cells of each is a row. */
const batch = 64;

/**
 * For every level that both methodologies define: who moves between its levels, and which rules account for it. Each rule
 * is tried alone among the earlier ones and taken back alone from the later ones: two hybrids per rule, so their number
 * has no cap. Levels whose own rules cannot be read are left out.
 */
export function evaluateLevels(subject: EffectsSubject): LevelEffects[] {
  const { before, after } = subject.methodologies;
  const changes = levelChangesBetween(before, after, subject.aligned, subject.changes);
  return (after.levels ?? []).flatMap(({ id }) =>
    levelOf(before, id) ? (levelEffects(id, changes, subject) ?? []) : [],
  );
}

interface Hybrids {
  before: LevelHybrid;
  after: LevelHybrid;
  alone: readonly (LevelHybrid | undefined)[];
  without: readonly (LevelHybrid | undefined)[];
}

function levelEffects(
  level: string,
  changes: readonly LevelRuleChange[],
  subject: EffectsSubject,
): LevelEffects | undefined {
  const { aligned, methodologies, sides, units } = subject;
  const own = new Set(changes.map(({ id }) => id));
  // A rule that is the same in both is taken from the later one.
  const switched = (isLater: (id: string) => boolean) =>
    levelHybrid(level, methodologies, aligned, (id) => !own.has(id) || isLater(id));
  const notAttributable: NotAttributable[] = [];
  const readable = (result: LevelHybridResult, change: string, question: NotAttributable["question"]) => {
    if ("hybrid" in result) return result.hybrid;
    notAttributable.push({ change, question, reason: result.unreadable });
    return undefined;
  };
  const [was, is] = [switched(() => false), switched(() => true)];
  if (!("hybrid" in was) || !("hybrid" in is)) return undefined;
  const hybrids: Hybrids = {
    before: was.hybrid,
    after: is.hybrid,
    alone: changes.map((one) =>
      readable(
        switched((id) => id === one.id),
        one.id,
        "enough",
      ),
    ),
    without: changes.map((one) =>
      readable(
        switched((id) => id !== one.id),
        one.id,
        "needed",
      ),
    ),
  };
  const every = [hybrids.before, hybrids.after, ...hybrids.alone, ...hybrids.without];
  const read = new Set(every.flatMap((hybrid) => (hybrid ? placesRead(hybrid) : [])));
  const reads = {
    isRead: (_: unknown, place: number) => read.has(place),
    thresholds: levelThresholds(methodologies, aligned),
  };
  const vectors = new Map<string, LevelVector | undefined>();
  const found: UnitLevels[] = [];
  for (let start = 0; start < units.length; start += batch) {
    const part = { ...subject, units: units.slice(start, start + batch) };
    const settled = sides.map((side, index) => {
      const ways = settledWays(side, idsOfSide(part, index), aligned, methodologies, reads);
      const rows = settledRows(ways);
      const byUnit = new Map<number, Map<string, LevelVector>>();
      const beyond = new Set(rows.beyond);
      for (const { unit, ways: chosen } of rows.rows) {
        const cell = (place: number): SettledCell => ways.cells[unit]?.[place]?.[chosen[place] ?? 0] ?? {};
        const vector = vectorOf(hybrids, [...read], cell, vectors);
        if (!vector) beyond.add(unit);
        else byUnit.set(unit, (byUnit.get(unit) ?? new Map<string, LevelVector>()).set(JSON.stringify(vector), vector));
      }
      const of = (unit: number) => [...(byUnit.get(unit)?.values() ?? [])];
      const open = (unit: number, hybrid: LevelHybrid) =>
        possibleLevels(hybrid, (place) => ways.cells[unit]?.[place] ?? []);
      return { of, open, beyond };
    });
    part.units.forEach(({ municipality }, unit) => {
      const [first, last] = [settled[0], settled.at(-1)];
      if (!first || !last) return;
      const isBeyond = settled.some(({ beyond }) => beyond.has(unit));
      found.push(
        isBeyond
          ? openLevels(municipality, first.open(unit, hybrids.before), last.open(unit, hybrids.after))
          : settledLevels(
              municipality,
              settled.map(({ of }) => of(unit)),
              changes,
              hybrids,
            ),
      );
    });
  }
  return { level, changes, notAttributable, units: found };
}

/** The levels of one settled row under every hybrid; the same cells are evaluated once. */
function vectorOf(
  { before, after, alone, without }: Hybrids,
  read: readonly number[],
  cell: (place: number) => SettledCell,
  known: Map<string, LevelVector | undefined>,
): LevelVector | undefined {
  const key = read.map((place) => keyOf(cell(place))).join();
  if (known.has(key)) return known.get(key);
  let isSettled = true;
  const levelUnder = (hybrid: LevelHybrid): LevelOrNone => {
    const [level = null, ...others] = possibleLevels(hybrid, (place) => [cell(place)]);
    if (others.length > 0) isSettled = false;
    return level;
  };
  const under = (hybrid: LevelHybrid | undefined) => hybrid && levelUnder(hybrid);
  const vector = {
    before: levelUnder(before),
    after: levelUnder(after),
    alone: alone.map(under),
    without: without.map(under),
  };
  known.set(key, isSettled ? vector : undefined);
  return isSettled ? vector : undefined;
}

function settledLevels(
  municipality: string,
  sides: readonly (readonly LevelVector[])[],
  changes: readonly LevelRuleChange[],
  { before, after }: Hybrids,
): UnitLevels {
  const { move, reasons } = moveVerdict(sides, changes.length);
  const [first = [], last = []] = [sides[0], sides.at(-1)];
  const base = {
    municipality,
    from: inOrder(
      first.map((vector) => vector.before),
      before,
    ),
    to: inOrder(
      last.map((vector) => vector.after),
      after,
    ),
    move,
  };
  if (move === "stays") return base;
  const named = reasons.map((reason, place): MoveReason => ({ change: changes[place]?.id ?? "data", ...reason }));
  return { ...base, reasons: named.filter(({ enough, needed }) => enough !== "no" || needed !== "no") };
}

/** Where not every way can be tried the sets are safe, if wide: two that share nothing are a move all the same. */
function openLevels(municipality: string, from: readonly LevelOrNone[], to: readonly LevelOrNone[]): UnitLevels {
  const isSame = from.length === 1 && to.length === 1 && from[0] === to[0];
  const isApart = from.every((level) => !to.includes(level));
  return { municipality, from, to, move: isSame ? "stays" : isApart ? "moves" : "may-move", beyond: true };
}

function inOrder(levels: readonly LevelOrNone[], { codes }: LevelHybrid): LevelOrNone[] {
  const held = new Set(levels);
  return [...codes, null].filter((level) => held.has(level));
}
