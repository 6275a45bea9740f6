import type { Explanation, Language, LevelDefinition } from "@metodika/core";
import {
  type Block,
  describeCondition,
  explanationText,
  type Line,
  type ListItem,
  labels,
  pointsAgreement,
  quote,
  say,
  shortTitle,
} from "@metodika/presentation";
import { capitalized, stopped } from "../groups.ts";
import { figure, item, list, paragraph, reference, tagOf } from "../runs.ts";
import { textLevelOf } from "../text-levels.ts";
import type { LetterContext } from "./letter-context.ts";
import { hasColors, resultsTableId } from "./own-results.ts";

/**
 * How the results were calculated: the trace in words. A criterion shows its sum and the rules for missing values, a level
 * its rules; the share of every indicator stands in the table. What the report prints is told where it is another result.
 */
export function howBlocks(ctx: LetterContext, explanation: Explanation): Block[] {
  const { t, lang, own } = ctx;
  const [root] = explanationText(explanation, own, lang);
  const lines = root?.children ?? [];
  const lineOf = (id: string) => lines.find((line) => line.id === id);
  const criteria = own.methodology.criteria.flatMap((criterion, place): ListItem[] => {
    const line = criterion.points ? lineOf(criterion.id) : undefined;
    if (!line) return [];
    const title = say(criterion.title, lang);
    const rest = line.text.startsWith(title) ? line.text.slice(title.length) : `: ${line.text}`;
    return [
      item(
        [`${t("Критерий", "Criterion")} ${place + 1}${stopped(rest)}`, ...printedRuns(ctx, criterion.id)],
        missingItems(explanation, line, lang),
      ),
    ];
  });
  const isInferred = own.methodology.levels?.some(({ basis }) => basis === "inferred");
  const levels = (own.methodology.levels ?? []).flatMap((level) => levelItems(ctx, level, lineOf(level.id)));
  const total = lines.filter(({ id }) => id === undefined).map(lineItem);
  const items = [...criteria, ...total, ...levels];
  if (items.length === 0) return [];
  const isSum = own.methodology.criteria.every(({ points }) => !points || points.aggregate === "sum");
  return [
    ...(criteria.length > 0
      ? [
          paragraph([
            isSum
              ? t(
                  "Баллы критерия — сумма баллов его показателей (",
                  "The points of a criterion are the sum of those of its indicators (",
                )
              : t(
                  "Баллы критерия складываются из баллов его показателей (",
                  "The points of a criterion come from those of its indicators (",
                ),
            reference(resultsTableId(ctx)),
            `).${allAgree(ctx) ? t(" В справке напечатаны те же баллы.", " The report prints the same points.") : ""}`,
          ]),
        ]
      : []),
    ...(levels.length > 0 && hasColors(ctx)
      ? [
          paragraph([
            t(
              "Уровень зависит от того, какими цветами справка отметила показатели; цвета названы в таблице (",
              "The level depends on the colours that the report gives the indicators; the table names them (",
            ),
            reference(resultsTableId(ctx)),
            isInferred
              ? t(
                  `). Само правило справка не печатает; ниже\u00a0— ${say(labels.inferred, lang)}.`,
                  `). The report does not print the rule itself; below stands a ${say(labels.inferred, lang)}.`,
                )
              : ").",
          ]),
        ]
      : []),
    ...list(items),
  ];
}

/** What the report prints of a criterion, where it is not the computed result. */
function printedRuns({ t, unit }: LetterContext, id: string) {
  const found = unit.criteria.find(({ criterion }) => criterion === id);
  const agreement = found && pointsAgreement(found.points, found.printed === null ? null : Number(found.printed));
  if (!found || agreement !== "different") return [];
  return [
    t(" В справке напечатано другое число: ", " The report prints another number: "),
    figure(tagOf("printed", id), `${found.printed}`.replace(".", t(",", "."))),
    t(", по значениям её таблицы получается указанное здесь.", "; the values of its table give the one above."),
  ];
}

function allAgree({ unit }: LetterContext): boolean {
  const printed = unit.criteria.filter((one) => one.printed !== null);
  return printed.length > 0 && printed.every((one) => pointsAgreement(one.points, Number(one.printed)) === "same");
}

/** Indicators without a value, those with the same rule together; the others repeat what the table shows. */
function missingItems(
  { program, cells }: Pick<Explanation, "program" | "cells">,
  line: Line,
  lang: Language,
): ListItem[] {
  const names = new Map<string, string[]>();
  const collect = ({ children = [] }: Line): void => {
    for (const child of children) {
      const at = program.cells.findIndex(({ indicator }) => indicator.id === child.id);
      const cell = at < 0 ? undefined : cells[at]?.cell;
      if (!cell) {
        if (child.id !== undefined) collect(child);
        continue;
      }
      // The rules for missing values come first; the rest repeats what the table shows.
      for (const { text } of (child.children ?? []).slice(0, cell.state.missing.length))
        names.set(text, [...(names.get(text) ?? []), quote(shortTitle(program.cells[at]!.indicator, lang), lang)]);
    }
  };
  collect(line);
  return [...names].map(([rule, own]) => item([stopped(`${own.join(", ")} — ${rule}`)]));
}

/** The rules of a level; where the text says the level itself, in short. Why a rule had to be recovered the level tells. */
function levelItems(ctx: LetterContext, level: LevelDefinition, line: Line | undefined): ListItem[] {
  const { t, lang, own, textLevels, municipality } = ctx;
  if (!line) return [];
  if (textLevelOf(textLevels.get(level.id) ?? [], municipality.id))
    return level.rules.map(({ level: code, when }) => {
      const name = quote(say(level.codes.find((one) => one.code === code)?.title ?? labels.noLevel, lang), lang);
      return item([
        when
          ? `${name} — ${t("если", "if")} ${describeCondition(when, own.methodology, lang)}.`
          : `${name} — ${say(labels.otherwise, lang)}.`,
      ]);
    });
  const rules = (line.children ?? []).filter(({ text }) => !level.note || text !== say(level.note, lang));
  return rules.slice(0, level.rules.length + (level.applies ? 1 : 0)).map(lineItem);
}

function lineItem({ text: words, children = [] }: Line): ListItem {
  return item([children.length > 0 ? `${capitalized(words)}:` : stopped(capitalized(words))], children.map(lineItem));
}
