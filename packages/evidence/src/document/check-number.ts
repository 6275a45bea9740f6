import type { Text } from "@metodika/core";
import type { Base, DraftFinding, DraftMatch } from "./draft-finding.ts";
import { explainNone, explainPossible, notCovered } from "./explain-match.ts";
import { explainNumber, numberIn } from "./explain-number.ts";
import type { Figure } from "./figures.ts";
import { type Judged, judgeFigure } from "./judge-figure.ts";
import { type Choice, type Context, choose, fitOf } from "./match.ts";
import type { Period } from "./period.ts";
import type { Quantity } from "./quantity.ts";
import type { Reference } from "./reference.ts";
import { reportSays } from "./report-says.ts";

/** Holds a number, a percentage or a date against what the round says of the same thing at the same time. */
export function checkNumber(
  base: Base,
  figure: Figure,
  context: Context,
  period: Period,
  reference: Reference,
): DraftFinding {
  if (figure.kind === "range") return { ...base, status: "not-covered", explanation: notCovered("range") };
  if (figure.kind === "date") return checkDate(base, figure, context, reference);
  const time = (own: Period): boolean => isSameTime(period, own, reference.years);
  const isNow = isCurrent(period, reference.years);
  const rated = reference.groups.all
    .filter(({ quantities }) =>
      quantities.some(({ kind, period: own }) => (kind === "count" || kind === "percent") && time(own)),
    )
    .map((group) => ({ group, fit: fitOf(context, group, reference.groups) }));
  const choice = choose(rated);
  const judged = (choice?.options ?? []).flatMap(({ group, fit }) => {
    const one = judgeFigure(figure, group, context.unit, reference.services, time, context.said, context.denies);
    return one ? [{ ...one, fit }] : [];
  });
  if (!choice || judged.length === 0)
    return { ...base, status: "not-covered", explanation: notCovered(isNow ? "nothing" : "other-period") };
  // «Три из них»: a part of what the words name, and of that no statement tells.
  if (context.isPart) return { ...base, status: "not-covered", explanation: notCovered("nothing") };
  return concluded(base, figure, judged, choice, reference);
}

/**
 * One statement that fits well decides. Of several, nothing is called wrong unless all of them disagree, and nothing right
 * unless all agree; a weak fit is only named.
 */
function concluded(
  base: Base,
  figure: Figure,
  judged: readonly (Judged & { fit: number })[],
  { firm }: Choice,
  { universes }: Reference,
): DraftFinding {
  const [best] = judged;
  if (!best) return { ...base, status: "not-covered", explanation: notCovered("nothing") };
  const options = judged.map(({ quantity, expected }) => ({
    ...matchOf(quantity),
    expected: expected ? numberIn(expected) : undefined,
  }));
  const candidates = options.map(({ id, statement, source }) => ({ id, statement, source }));
  const statuses = new Set(judged.map(({ status }) => status));
  const [only] = statuses.size === 1 ? [best.status] : [];
  const found = { ...base, match: matchOf(best.quantity), fit: Math.round(best.fit * 100) / 100 };
  if (!firm || only === undefined) {
    const near = nearOf(judged, firm);
    const [first] = near;
    if (!first) return { ...base, status: "not-covered", explanation: notCovered("nothing") };
    const told = options.filter(({ id }) => near.some(({ quantity }) => quantity.id === id));
    return {
      ...found,
      match: matchOf(first.quantity),
      fit: Math.round(first.fit * 100) / 100,
      status: "possible",
      candidates: told.map(({ id, statement, source }) => ({ id, statement, source })),
      explanation: explainPossible(told),
    };
  }
  // Two indicators that fit alike: the figure may be about a third, so none of them makes it wrong.
  const topics = new Set(judged.map(({ quantity }) => quantity.topic ?? quantity.group));
  if (only === "disagrees" && topics.size > 1)
    return { ...found, status: "possible", candidates, explanation: explainNone(options) };
  const status = only === "uncertain" ? byReport(figure, judged, topics.size) : only;
  const single = new Set(options.map(({ expected }) => expected?.ru)).size === 1;
  const explanation: Text =
    only === "disagrees" && !single
      ? explainNone(options)
      : explainNumber(figure, best.quantity, best.expected, status, universes, best.other);
  return {
    ...found,
    status,
    ...(candidates.length > 1 ? { candidates } : {}),
    ...(best.expected ? { expected: numberIn(best.expected) } : {}),
    explanation,
  };
}

/**
 * Where the tables leave a figure open, the report decides: its own figure is right as in the report, and another is wrong where the
 * tables have no say at all.
 */
function byReport(figure: Figure, judged: readonly Judged[], topics: number): DraftFinding["status"] {
  if (judged.some(({ other }) => other !== undefined)) return "uncertain";
  const says = judged.map(({ quantity }) => reportSays(figure, quantity.finding));
  if (says.every((one) => one === "same")) return "agrees";
  const isUnknown = judged.every(({ expected }) => expected === undefined);
  return isUnknown && topics === 1 && says.every((one) => one === "other") ? "disagrees" : "uncertain";
}

/**
 * What is worth naming as possibly meant: where several fit well, those that give the figure, else all of them; where none fits well,
 * the best alone, and only if it gives the figure or fits nearly well enough. A far-fetched guess helps nobody.
 */
function nearOf<T extends Judged & { fit: number }>(judged: readonly T[], firm: boolean): readonly T[] {
  const agreeing = judged.filter(({ status }) => status === "agrees");
  const ranked = agreeing.length > 0 ? agreeing : judged;
  if (firm) return ranked.slice(0, mostNamed);
  const [best] = ranked;
  if (!best) return [];
  return agreeing.length > 0 || best.fit >= namedThreshold ? [best] : [];
}

/** From here on a statement that does not give the figure is still named. */
const namedThreshold = 0.57;
const mostNamed = 2;

function checkDate(base: Base, figure: Figure, context: Context, reference: Reference): DraftFinding {
  const rated = reference.groups.all
    .filter(({ quantities }) =>
      quantities.some(
        ({ kind, finding }) => kind === "date" && String(finding?.printed).length === figure.date?.length,
      ),
    )
    .map((group) => ({ group, fit: fitOf(context, group, reference.groups) }));
  const choice = choose(rated);
  const quantity = choice?.firm ? choice.options[0]?.group.quantities.find(({ kind }) => kind === "date") : undefined;
  const printed = quantity?.finding?.printed;
  if (!quantity || typeof printed === "object")
    return { ...base, status: "not-covered", explanation: notCovered("nothing") };
  const status = reportSays(figure, quantity.finding) === "same" ? "agrees" : "uncertain";
  return {
    ...base,
    match: matchOf(quantity),
    fit: Math.round((choice?.options[0]?.fit ?? 0) * 100) / 100,
    status,
    explanation: explainNumber(figure, quantity, undefined, status, reference.universes),
  };
}

/** A statement of the past answers for the past only. */
function isSameTime(ours: Period, theirs: Period, now: ReadonlySet<number>): boolean {
  const theirsIsNow = isCurrent(theirs, now);
  if (isCurrent(ours, now)) return theirsIsNow;
  if (theirsIsNow) return false;
  if (ours.years.length === 0 || theirs.years.length === 0) return true;
  return ours.years.some((year) => theirs.years.includes(year));
}

function isCurrent({ years, past }: Period, now: ReadonlySet<number>): boolean {
  if (past) return false;
  return years.length === 0 || years.some((year) => now.has(year));
}

/** What a finding shows of what it was held against. */
export function matchOf({ id, statement, source }: Quantity): DraftMatch {
  return { id, statement, source };
}
