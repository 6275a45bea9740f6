import { criteriaOf, type LevelDefinition } from "@metodika/core";
import {
  type Block,
  countPhrase,
  type DistributionRow,
  formatNumber,
  formatSource,
  labels,
  levelDistribution,
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
import { heading, item, joined, list, paragraph, reference, strong, tagOf, text } from "../runs.ts";
import { textLevels } from "../text-levels.ts";

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
  const { caption: _, ...table } = paperScores(scoreTable(data, score, lang));
  return [
    {
      id: "scores",
      newPage: true,
      blocks: [
        heading(1, t("Итоги: баллы и уровни", "Results: points and levels")),
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
  const { t, lang, data, score } = ctx;
  const rows = levelDistribution(data, score, level.id).filter(({ possible }) => possible > 0);
  const inferred = level.basis === "inferred";
  const [first] = rows;
  if (!first) return [];
  return [
    heading(2, `${say(level.title, lang)}: ${t("группы муниципалитетов", "groups of municipalities")}`),
    ...(inferred
      ? [
          paragraph([
            t("Правило, по которому определён уровень, — ", "The rule that gives the level is a "),
            strong(say(labels.inferred, lang)),
            t(
              ". Группы ниже рассчитаны по нему; условия приведены в приложении о методике.",
              ". The groups below follow from it; the annex on the methodology has its conditions.",
            ),
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
    ...printedLevels(ctx, level),
    {
      type: "chart",
      id: `${data.round.id}-${level.id}-levels`,
      title: `${say(level.title, lang)}${inferred ? ` (${say(labels.inferred, lang)})` : ""}`,
      alt: levelsAlt(ctx, rows),
      spec: levelsChart(rows, { lang, print: true }),
    },
  ];
}

/** What the text of the report itself says of the level, beside the computed groups: its lists, and who is left over. */
function printedLevels(ctx: Context, level: LevelDefinition): Block[] {
  const { t, lang, data, input } = ctx;
  const told = textLevels(input.data, level, input.findings);
  if (told.length === 0) return [];
  const groups = told.map(({ code, members, by }) => [
    text(
      `${quote(say(level.codes.find((one) => one.code === code)?.title ?? labels.noLevel, lang), lang)}${by === "rest" ? t(" (остальные, перечня нет)", " (all others, without a list)") : ""} — `,
    ),
    ...groupRuns(ctx, members, {
      tag: ["printed-level", level.id, code],
      base: t("все муниципалитеты региона", "all municipalities of the region"),
      denominator: data.municipalities.length,
    }),
  ]);
  const places = [...new Set(told.flatMap(({ sources }) => sources))];
  return [
    paragraph(
      [
        strong(t("По тексту справки. ", "As the report says. ")),
        ...joined(groups, "; ", "."),
        ` ${t("Место", "Place")}: ${places.map((place) => formatSource(place, lang)).join("; ")}.`,
      ],
      { tag: tagOf("printed-level", level.id) },
    ),
  ];
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
