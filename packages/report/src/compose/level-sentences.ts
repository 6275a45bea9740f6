import type { LevelDefinition } from "@metodika/core";
import { type DistributionRow, labels, levelDistribution, quote, type Run, say } from "@metodika/presentation";
import type { Context } from "./context.ts";
import { groupRuns, valueName } from "./groups.ts";
import { joined, tagOf, text } from "./runs.ts";
import type { LeftOut, Sentence } from "./sentence.ts";
import { textLevels } from "./text-levels.ts";

type LevelRow = Pick<DistributionRow, "key" | "kind" | "title" | "members" | "base" | "denominator">;

/**
 * The groups of a level for the conclusions. What the report itself says of every level stands before a rule that the
 * region has not approved; `byText` tells which it is.
 */
function levelRows(ctx: Context, level: LevelDefinition, leftOut: LeftOut[]): { rows: LevelRow[]; byText: boolean } {
  const { lang, data, score, input } = ctx;
  const all = levelDistribution(data, score, level.id);
  const told = level.basis === "inferred" ? textLevels(input.data, level, input.findings) : [];
  if (told.length > 0 && told.length === level.codes.length) {
    const rows = told.flatMap(({ code, members }) => {
      const row = all.find(({ key }) => key === code);
      return row ? [{ ...row, members, denominator: data.municipalities.length }] : [];
    });
    return { rows, byText: true };
  }
  const rows = all.filter((row) => {
    if (row.possible === 0) return false;
    const findings = ctx.contradictions.about(row);
    if (findings.length > 0) leftOut.push({ about: `${say(level.title, lang)} — ${valueName(row, ctx)}`, findings });
    return findings.length === 0;
  });
  return { rows, byText: false };
}

function basisOf({ t, lang }: Context, level: LevelDefinition, byText: boolean): string {
  if (byText) return ` (${t("по тексту справки", "by the text of the report")})`;
  return level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
}

/** How many municipalities have each level. */
export function levelSentence(ctx: Context, level: LevelDefinition, leftOut: LeftOut[]): Sentence[] {
  const { lang } = ctx;
  const { rows, byText } = levelRows(ctx, level, leftOut);
  if (rows.length === 0) return [];
  const groups = rows.map((row): Run[] => [
    text(`${valueName(row, ctx)} — `),
    ...groupRuns(ctx, row.members, {
      tag: ["conclusion", "level", level.id, row.key],
      base: say(row.base, lang),
      denominator: row.denominator,
      names: "never",
    }),
  ]);
  return [
    {
      tag: tagOf("conclusion", "level", level.id),
      runs: [text(`${say(level.title, lang)}${basisOf(ctx, level, byText)}: `), ...joined(groups, "; ", ".")],
    },
  ];
}

/** To whom support can be offered first: the lowest level; undefined for a methodology without levels. */
export function levelSupportSentence(ctx: Context): Sentence[] | undefined {
  const { t, lang, data } = ctx;
  const level = data.methodology.levels?.at(-1);
  const lowest = level && [...level.codes].sort((a, b) => a.order - b.order)[0];
  if (!level || !lowest) return undefined;
  const { rows, byText } = levelRows(ctx, level, []);
  const row = rows.find(({ key }) => key === lowest.code);
  if (!row) return [];
  return [
    {
      tag: "conclusion/support",
      runs: [
        text(
          `${t("Поддержку в первую очередь можно предложить муниципалитетам, для которых определено", "Support can be offered first to the municipalities with")}: ${quote(say(lowest.title, lang), lang)}${basisOf(ctx, level, byText)} — `,
        ),
        ...groupRuns(ctx, row.members, {
          tag: ["conclusion", "support"],
          base: say(row.base, lang),
          denominator: row.denominator,
          names: "always",
        }),
        text("."),
      ],
    },
  ];
}
