import type { LevelMigration } from "@metodika/comparison";
import { indicatorsOf, type Language, type RoundData } from "@metodika/core";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import { quote } from "../../words/join.ts";

/** Why the levels of two years are not compared, or that they are because it was asked for. */
export function levelBreak(
  { level, broken, ruleChanged, table }: LevelMigration,
  after: RoundData,
  lang: Language,
): string {
  const ru = lang === "ru";
  const titles = new Map(
    indicatorsOf(after.methodology).map(({ indicator }) => [indicator.id, shortTitle(indicator, lang)]),
  );
  const named = broken.map((id) => quote(titles.get(id) ?? id, lang)).join(", ");
  const parts = [
    ...(ruleChanged ? [ru ? "изменилось правило уровня" : "the rule of the level changed"] : []),
    ...(named
      ? [
          ru
            ? `уровень читает показатели с прерванным рядом: ${named}`
            : `the level reads indicators whose series breaks: ${named}`,
        ]
      : []),
  ];
  const title = after.methodology.levels?.find(({ id }) => id === level)?.title;
  const name = quote(title ? say(title, lang) : level, lang);
  const verdict = table
    ? ru
      ? "сопоставлено по запросу, хотя"
      : "compared because it was asked for, although"
    : ru
      ? "уровни двух лет не сопоставляются:"
      : "the levels of the two years are not compared:";
  return `${name}: ${verdict} ${parts.join("; ")}.`;
}
