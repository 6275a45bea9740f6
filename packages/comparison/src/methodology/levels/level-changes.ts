import { type AlignedIndicator, type Methodology, meaningOfPart } from "@metodika/core";
import type { RuleChange } from "../effects/rule-changes.ts";

/** One rule that differs and can move levels: those that move points, answers that a rule may read, and the rule itself. */
export type LevelRuleChange =
  | RuleChange
  /** The decision table of a level, or of one that it reads. */
  | { id: string; kind: "level"; level: string };

/**
 * The rules that differ, as far as levels can know them. An indicator without points counts too: a rule may read its
 * answers.
 *
 * @param changes the rules that can move points
 */
export function levelChangesBetween(
  before: Methodology,
  after: Methodology,
  aligned: readonly AlignedIndicator[],
  changes: readonly RuleChange[],
): LevelRuleChange[] {
  const known = new Set(changes.map(({ id }) => id));
  const answers = aligned.flatMap((pair): LevelRuleChange[] => {
    const id = `indicator:${(pair.after ?? pair.before)?.indicator.id}`;
    return !known.has(id) && movesAnswers(pair) ? [{ id, kind: "indicator", pair }] : [];
  });
  const old = new Map((before.levels ?? []).map((level) => [level.id, level]));
  const tables = (after.levels ?? []).flatMap((level): LevelRuleChange[] => {
    const earlier = old.get(level.id);
    return earlier && ruleOf(earlier) !== ruleOf(level)
      ? [{ id: `level:${level.id}`, kind: "level", level: level.id }]
      : [];
  });
  return [...changes, ...answers, ...tables];
}

function movesAnswers({ before, after, changes }: AlignedIndicator): boolean {
  return !before || !after || before.criterion.id !== after.criterion.id || changes.includes("rescaled");
}

function ruleOf({ applies, rules }: NonNullable<Methodology["levels"]>[number]): string {
  return meaningOfPart({ applies: applies ?? null, rules });
}
