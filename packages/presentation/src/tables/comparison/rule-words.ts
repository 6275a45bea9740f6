import type { LevelRuleChange } from "@metodika/comparison";
import type { Language, Methodology } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { indicatorChangeLabels } from "./comparison-words.ts";
import { partTitle } from "./difference-words.ts";

/** A rule that differs: what it is called and what became of it. */
export function ruleWords(change: LevelRuleChange, before: Methodology, after: Methodology, lang: Language) {
  const ru = lang === "ru";
  if (change.kind === "indicator") {
    const { before: was, after: is, changes } = change.pair;
    const id = (is ?? was)?.indicator.id ?? "";
    const moved =
      was && is && was.criterion.id !== is.criterion.id
        ? [ru ? "перенесён в другой критерий" : "moved to another criterion"]
        : [];
    return {
      title: partTitle("indicator", id, is ? after : before, lang),
      says: [...changes.map((kind) => say(indicatorChangeLabels[kind], lang)), ...moved].join(", "),
    };
  }
  if (change.kind === "criterion")
    return {
      title: partTitle("criterion", change.criterion, after, lang),
      says: ru
        ? "изменены вес или способ расчёта критерия"
        : "the weight of the criterion or the way to put it together changed",
    };
  if (change.kind === "missing")
    return {
      title: partTitle("missing", change.status, after, lang),
      says: ru ? "изменено правило для отсутствующего значения" : "the policy for a missing value changed",
    };
  if (change.kind === "level")
    return {
      title: partTitle("level", change.level, after, lang),
      says: ru ? "изменено правило уровня" : "the rule of the level changed",
    };
  return { title: say(labels.total, lang), says: ru ? "изменён способ расчёта" : "the way of calculation changed" };
}
