import { criteriaOf, type LevelDefinition } from "@metodika/core";
import {
  type Block,
  countPhrase,
  type DistributionRow,
  formatNumber,
  labels,
  levelsChart,
  type Part,
  pointsDistribution,
  pointsHistogram,
  quote,
  say,
  scoreTable,
  shortTitle,
} from "@metodika/presentation";
import { type Context, maximumOf } from "../context.ts";
import { continued, groupRuns, valueName } from "../groups.ts";
import { paperScores } from "../paper-tables.ts";
import { placesInReport } from "../places-in-report.ts";
import { heading, item, joined, list, paragraph, reference, strong, tagOf, text } from "../runs.ts";
import { type ToldLevels, toldLevels } from "../told-levels.ts";
import { dataOf, withToldLevels } from "../told-table.ts";

/** The points of every criterion and the groups by level; a methodology with neither has no such part. */
export function pointsPart(ctx: Context): Part[] {
  const { t, data, score, lang } = ctx;
  const criteria = criteriaOf(data.methodology).filter(({ points, id }) => points && maximumOf(score, id) !== null);
  const items = [
    ...criteria.map(({ id }) => id),
    ...(score.totalDefined && score.units.some(({ total }) => total) ? ["total"] : []),
  ];
  const levels = data.methodology.levels ?? [];
  if (items.length + levels.length === 0) return [];
  const { caption: _, ...table } = withToldLevels(ctx, paperScores(scoreTable(data, score, lang)));
  return [
    {
      id: "scores",
      newPage: true,
      blocks: [
        heading(
          1,
          items.length === 0
            ? t("Итоги: уровни", "Results: levels")
            : levels.length === 0
              ? t("Итоги: баллы", "Results: points")
              : t("Итоги: баллы и уровни", "Results: points and levels"),
        ),
        paragraph([
          t(
            "Итоги всех муниципалитетов собраны в одной таблице (",
            "The results of all municipalities stand in one table (",
          ),
          reference(table.id),
          ").",
        ]),
        { type: "table", table },
        ...(items.length > 0
          ? [
              heading(2, t("Распределение баллов", "Distribution of points")),
              ...items.flatMap((id) => pointsBlocks(ctx, id)),
            ]
          : []),
        ...levels.flatMap((level) => levelBlocks(ctx, level)),
      ],
    },
  ];
}

/** Who can have, and who certainly has, the most or the least points that anyone gets. */
export function extremes(
  rows: readonly DistributionRow[],
): { most: DistributionRow; least: DistributionRow } | undefined {
  const reached = rows.filter(({ possible }) => possible > 0);
  const [least, most] = [reached[0], reached.at(-1)];
  return least && most ? { most, least } : undefined;
}

function pointsBlocks(ctx: Context, id: string): Block[] {
  const { t, lang, data, score } = ctx;
  const criterion = criteriaOf(data.methodology).find((one) => one.id === id);
  const rows = pointsDistribution(data, score, id);
  const name = criterion ? say(criterion.title, lang) : say(labels.total, lang);
  const ends = extremes(rows);
  if (!ends) return [];
  const maximum = criterion ? maximumOf(score, id) : Math.max(...score.units.map(({ total }) => total?.max ?? 0));
  const told = (row: DistributionRow, which: string, ru: string, en: string) => [
    text(`${t(ru, en)} (${countPhrase([Number(row.key), Number(row.key)], "point", lang)}) — `),
    ...groupRuns(ctx, row.members, {
      tag: ["points", id, which],
      base: t("оценённые муниципалитеты", "scored municipalities"),
      denominator: row.denominator,
    }),
  ];
  return [
    paragraph(
      [
        strong(`${name}. `),
        `${t("Наибольшая возможная сумма", "The most that is possible")} — ${formatNumber(maximum ?? 0, lang)}. `,
        ...joined(
          ends.most.key === ends.least.key
            ? [told(ends.most, "most", "Одинаковый результат", "The same result")]
            : [
                told(ends.most, "most", ...leads(ends.most, "Наибольший", "The highest")),
                told(ends.least, "least", ...leads(ends.least, "наименьший", "the lowest")),
              ],
          "; ",
          ".",
        ),
      ],
      { tag: tagOf("points", id) },
    ),
    {
      type: "chart",
      id: `${data.round.id}-${id}-points`,
      title: t(
        `Распределение баллов: ${quote(criterion ? shortTitle(criterion, lang) : name, lang)}`,
        `Distribution of points: ${quote(criterion ? shortTitle(criterion, lang) : name, lang)}`,
      ),
      alt: pointsAlt(ctx, rows),
      spec: pointsHistogram(rows, { lang, print: true }),
    },
  ];
}

/** Where nobody certainly has so many points, they are only possible, and the sentence says that. */
function leads({ certain }: DistributionRow, ru: string, en: string): [ru: string, en: string] {
  return certain > 0 ? [`${ru} результат`, `${en} result`] : [`${ru} возможный результат`, `${en} possible result`];
}

function pointsAlt({ t, lang }: Context, rows: readonly DistributionRow[]): string {
  const told = rows
    .filter(({ possible }) => possible > 0)
    .map(({ key, certain, possible }) => {
      const count = certain === possible ? `${certain}` : `${certain}–${possible}`;
      return `${countPhrase([Number(key), Number(key)], "point", lang)} — ${count}`;
    });
  const base = rows[0]?.denominator ?? 0;
  return t(
    `Столбцы показывают, сколько из оценённых муниципалитетов (${base}) получило каждое число баллов: ${told.join("; ")}.`,
    `Columns show how many of ${base} scored municipalities have each number of points: ${told.join("; ")}.`,
  );
}

function levelBlocks(ctx: Context, level: LevelDefinition): Block[] {
  const { t, lang, data } = ctx;
  const { rows: all, text: said, of } = toldLevels({ ...ctx, ...dataOf(ctx) }, level);
  const rows = all.filter(({ possible }) => possible > 0);
  if (rows.length === 0) return [];
  const byRule = [...of.values()].some(({ by }) => by === "rule");
  const isInferred = level.basis === "inferred" && byRule;
  return [
    heading(2, `${say(level.title, lang)}: ${t("группы муниципалитетов", "groups of municipalities")}`),
    ...(said.length > 0 ? [textBlock(ctx, said)] : []),
    ...(isInferred
      ? [
          paragraph([
            said.length > 0
              ? t("Для остальных уровень определён по правилу: ", "For the others a rule gives the level: a ")
              : t("Правило, по которому определён уровень, — ", "The rule that gives the level is a "),
            strong(say(labels.inferred, lang)),
            t("; условия приведены в приложении о методике.", "; the annex on the methodology has its conditions."),
          ]),
        ]
      : []),
    ...list(
      rows.map((row, at) =>
        item([
          ...(row.kind === "value" ? [`${valueName(row, ctx)} — `] : [`${continued(say(row.title, lang))} — `]),
          ...groupRuns(ctx, row.members, {
            tag: ["level", level.id, row.key],
            base: say(row.base, lang),
            denominator: row.denominator,
          }),
          at < rows.length - 1 ? ";" : ".",
        ]),
      ),
      false,
      tagOf("level", level.id),
    ),
    {
      type: "chart",
      id: `${data.round.id}-${level.id}-levels`,
      title: `${say(level.title, lang)}${said.length > 0 && !byRule ? t(" (по тексту справки)", " (by the text of the report)") : isInferred ? ` (${say(labels.inferred, lang)})` : ""}`,
      alt: levelsAlt(ctx, rows),
      spec: levelsChart(rows, { lang, print: true }),
    },
  ];
}

/** Where in the text the levels stand, and which of them is only what is left when the others have been listed. */
function textBlock({ t, lang }: Context, said: ToldLevels["text"]): Block {
  const places = placesInReport(
    said.flatMap(({ sources }) => sources),
    lang,
  );
  const isRest = said.some(({ by }) => by === "rest");
  const open = said.find(({ members }) => members.certain.length < members.possible.length);
  const universe = open?.universe ? quote(say(open.universe, lang), lang) : "";
  return paragraph(
    [
      strong(t("По тексту справки. ", "As the report says. ")),
      t(`Уровни указаны так, как их даёт текст (${places}).`, `The levels are those that the text gives (${places}).`),
      isRest
        ? t(
            " Один уровень перечня не имеет: справка даёт его всем остальным.",
            " One level has no list: the report gives it to all others.",
          )
        : "",
      open
        ? t(
            ` Имеет ли она в виду всех или только группу ${universe}, из текста неясно, поэтому уровень тех, кто в эту группу не входит, лишь возможен.`,
            ` Whether these are all or only ${universe} is not clear from the text, so the level of those outside that group is only possible.`,
          )
        : "",
    ].filter(Boolean),
  );
}

function levelsAlt({ t, lang }: Context, rows: readonly DistributionRow[]): string {
  const told = rows.map(({ title, certain, possible }) => {
    const count = certain === possible ? formatNumber(certain, lang) : `${certain}–${possible}`;
    return `${say(title, lang)} — ${count}`;
  });
  return t(
    `Полосы показывают число муниципалитетов каждого уровня: ${told.join("; ")}.`,
    `Bars show the number of municipalities of each level: ${told.join("; ")}.`,
  );
}
