import type { LevelDefinition } from "@metodika/core";
import { type Block, either, type ListItem, labels, openPhrase, quote, type Run, say } from "@metodika/presentation";
import { placesInReport } from "../places-in-report.ts";
import { figure, item, list, strong, tagOf } from "../runs.ts";
import { textLevelOf } from "../text-levels.ts";
import type { LetterContext } from "./letter-context.ts";

/** The levels of the municipality: as the report gives them, and as they are calculated. */
export function levelBlocks(ctx: LetterContext): Block[] {
  const levels = ctx.own.methodology.levels ?? [];
  return list(levels.flatMap((level): ListItem[] => levelItem(ctx, level)));
}

function levelItem(ctx: LetterContext, level: LevelDefinition): ListItem[] {
  const { t, lang, unit } = ctx;
  const titles = (unit.levels[level.id] ?? []).map((code) => titleOf(level, code, lang));
  const told = textRuns(ctx, level);
  if (titles.length + told.length === 0) return [];
  const computed = figure(
    tagOf("level", level.id),
    `${either(titles, lang)}${titles.length > 1 ? openPhrase(lang) : ""}`,
  );
  const isInferred = level.basis === "inferred";
  // What the text says stands alone, unless the calculation gives another level.
  const says = textLevelOf(ctx.textLevels.get(level.id) ?? [], ctx.municipality.id);
  const isSilent = says !== undefined && unit.levels[level.id]?.includes(says.level.code);
  return [
    item([
      strong(`${say(level.title, lang)}: `),
      ...told,
      ...(titles.length === 0 || isSilent
        ? []
        : told.length === 0
          ? [computed, isInferred ? ` (${say(labels.inferred, lang)}).` : "."]
          : [
              isInferred
                ? t(
                    ` По правилу, которое восстановлено по перечням (${say(labels.inferred, lang)}): `,
                    ` By a rule recovered from the lists (${say(labels.inferred, lang)}): `,
                  )
                : t(" По правилу методики: ", " By the rule of the methodology: "),
              computed,
              ".",
            ]),
    ]),
  ];
}

/** «„Допустимый уровень“ — следует из текста справки: …» */
function textRuns(ctx: LetterContext, level: LevelDefinition): Run[] {
  const { t, lang, municipality, textLevels } = ctx;
  const found = textLevelOf(textLevels.get(level.id) ?? [], municipality.id);
  if (!found) return [];
  const { level: own, certain } = found;
  const where = placesInReport(own.sources, lang);
  const words = (ru: string, en: string): Run => ({ type: "text", text: `${t(ru, en)} (${where}).` });
  const name = figure(tagOf("level", level.id, "text"), quote(titleOf(level, own.code, lang), lang));
  if (own.by === "list") return [name, words(" — по перечню справки", " in the list of the report")];
  if (certain)
    return [
      name,
      words(
        " — следует из текста справки: в перечнях других уровней муниципалитета нет, а остальным службам справка даёт этот уровень",
        " follows from the text of the report: the lists of the other levels do not name the municipality, and the report gives all others this level",
      ),
    ];
  const universe = own.universe ? quote(say(own.universe, lang), lang) : "";
  return [
    name,
    words(
      ` — возможный уровень${openPhrase("ru")}: справка даёт его остальным, но из текста неясно, имеет ли она в виду всех или только группу ${universe}`,
      ` is a possible level${openPhrase("en")}: the report gives it to the others, but the text does not tell whether these are all or only ${universe}`,
    ),
  ];
}

function titleOf(level: LevelDefinition, code: string, lang: LetterContext["lang"]): string {
  return say(level.codes.find((one) => one.code === code)?.title ?? labels.noLevel, lang);
}
