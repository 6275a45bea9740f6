import { type Criterion, criteriaOf, indicatorsBelow, type Members, type PlacedIndicator } from "@metodika/core";
import {
  type Block,
  countedNouns,
  countPhrase,
  type DistributionRow,
  formatNumber,
  methodLabels,
  type Part,
  plural,
  quote,
  type Run,
  reportTable,
  say,
  sharesChart,
  shortTitle,
} from "@metodika/presentation";
import { type Context, maximumOf } from "../context.ts";
import { capitalized, groupRuns, stopped, valueName } from "../groups.ts";
import { paperTable } from "../paper-tables.ts";
import { figure, heading, item, joined, list, paragraph, reference, strong, tagOf, text } from "../runs.ts";
import { eventOf } from "../special-events.ts";

/** One part for each criterion of the methodology, after a part that opens the chapter. */
export function criteriaParts(ctx: Context): Part[] {
  const { t, data } = ctx;
  return [
    {
      id: "results",
      newPage: true,
      blocks: [
        heading(1, t("Результаты по критериям и показателям", "Results by criterion and indicator")),
        paragraph([
          t(
            "Показатели названы кратко; полные названия приведены в приложении «Методика». Самая большая группа поимённо не перечислена: её состав виден в таблице.",
            "Indicators have their short titles; the annex on the methodology has the full ones. The largest group is not named one by one: the table has it.",
          ),
        ]),
      ],
    },
    ...data.methodology.criteria.map((criterion, place) => criterionPart(ctx, criterion, place + 1)),
  ];
}

function criterionPart(ctx: Context, criterion: Criterion, number: number): Part {
  const { t, lang, data, score } = ctx;
  const indicators = indicatorsBelow(criterion);
  const title = heading(2, `${number}. ${say(criterion.title, lang)}`);
  const id = `criterion-${criterion.id}`;
  if (indicators.length === 0)
    return {
      id,
      blocks: [
        title,
        paragraph([
          t(
            "Критерий назван в методике, но показателей у него нет, поэтому сведения по нему не собирались.",
            "The methodology names the criterion but gives it no indicators, so no data were collected.",
          ),
        ]),
      ],
    };
  const { caption: _, ...table } = paperTable(reportTable(data, score, criterion.id, lang));
  const rows = indicators.flatMap(({ id: indicator }) => chartRows(ctx, indicator));
  const shared = sharedReasons(ctx, criterion);
  return {
    id,
    // A table of all municipalities fills a page; the first stands below the heading of the chapter.
    ...(number > 1 ? { newPage: true as const } : {}),
    blocks: [
      title,
      introduction(ctx, criterion, table.id),
      { type: "table", table },
      ...(rows.length > 0
        ? [
            {
              type: "chart" as const,
              id: `${table.id}-shares`,
              title: t(
                `Доли значений показателей критерия ${quote(shortTitle(criterion, lang), lang)}`,
                `Shares of the values: ${quote(shortTitle(criterion, lang), lang)}`,
              ),
              alt: sharesAlt(ctx, rows),
              spec: sharesChart(rows, { lang, print: true }),
            },
          ]
        : []),
      ...shared.blocks,
      ...indicators.flatMap((indicator) => indicatorBlocks(ctx, indicator.id, shared.keys)),
    ],
  };
}

/** «Критерий включает 6 показателей (таблица 1) …» */
function introduction(ctx: Context, criterion: Criterion, tableId: string): Block {
  const { t, lang, score, data } = ctx;
  const indicators = indicatorsBelow(criterion);
  const most = maximumOf(score, criterion.id);
  const method = criterion.points ? say(methodLabels[criterion.points.aggregate], lang) : undefined;
  const evidence = [...new Set(indicators.flatMap((one) => (one.evidence ? [say(one.evidence, lang)] : [])))];
  const parts = criteriaOf({ criteria: criterion.criteria ?? [] });
  return paragraph([
    t("Критерий включает ", "The criterion has "),
    `${countPhrase([indicators.length, indicators.length], "indicator", lang)} (`,
    reference(tableId),
    ")",
    ...(parts.length > 0 ? [`: ${parts.map(({ title }) => quote(say(title, lang), lang)).join(", ")}`] : []),
    ". ",
    ...(method && most !== null
      ? [
          t("Баллы критерия — ", "Its points are the "),
          `${method} ${t("баллов показателей, не более", "of those of its indicators, at most")} ${formatNumber(most, lang)}. `,
        ]
      : [t("Баллы по критерию методикой не предусмотрены. ", "The methodology gives no points for it. ")]),
    ...(evidence.length > 0 ? [strong(t("Подтверждение значений. ", "Evidence. ")), stopped(evidence.join("; "))] : []),
    ...(data.methodology.status === "draft" ? [t(" Методика — проект.", " The methodology is a draft.")] : []),
  ]);
}

/** What a chart can show: values in steps or codes, not numbers one by one. */
function chartRows(ctx: Context, indicator: string): readonly DistributionRow[] {
  const place = ctx.places.find((one) => one.indicator.id === indicator);
  const counted = place?.scale.type === "codes" || (place?.indicator.points && "steps" in place.indicator.points);
  return counted ? ctx.rows(indicator) : [];
}

/** What the chart of shares shows, in words. */
function sharesAlt(ctx: Context, rows: readonly DistributionRow[]): string {
  const { t, lang } = ctx;
  const items = [...new Set(rows.map(({ item: id }) => id))];
  const told = items.map((id) => {
    const own = rows.filter((row) => row.item === id && row.possible > 0);
    const [first] = own;
    const counts = own.map(({ title, certain, possible }) => {
      const count = certain === possible ? `${certain}` : `${certain}–${possible}`;
      return `${say(title, lang)} — ${count}`;
    });
    return first ? `${say(first.itemShort, lang)}: ${counts.join(", ")}` : "";
  });
  const base = rows[0]?.denominator ?? 0;
  const municipalities = plural(base, countedNouns.municipality[lang], lang);
  return t(
    `Полосы показывают, сколько муниципалитетов из ${base} имеет каждое значение. ${told.filter(Boolean).join(". ")}.`,
    `Bars show how many of ${base} ${municipalities} have each value. ${told.filter(Boolean).join(". ")}.`,
  );
}

/** An indicator: what share has which value, with names; two values in a sentence, more in a list. */
function indicatorBlocks(ctx: Context, indicator: string, told: ReadonlySet<string>): Block[] {
  const { t, lang } = ctx;
  const place = ctx.places.find((one) => one.indicator.id === indicator);
  if (!place) return [];
  const rows = ctx.rows(indicator);
  const occurring = rows.filter(({ possible, kind, key }) => possible > 0 && !(kind === "missing" && told.has(key)));
  const absent = rows.filter(({ possible, kind }) => possible === 0 && kind === "value");
  const isShort = rows.filter(({ kind }) => kind === "value").length <= 2;
  const largest = Math.max(...occurring.map(({ possible }) => possible));
  const shown = occurring.find(({ possible }) => possible === largest);
  const groups = occurring.map((row, at): Run[] => {
    const stated = row.certain < row.possible ? ctx.contradictions.stated(row) : undefined;
    return [
      text(`${nameOf(ctx, place, row)} — `),
      ...groupRuns(ctx, row.members, {
        tag: ["share", indicator, row.key],
        base: say(row.base, lang),
        denominator: row.denominator,
        ...(at > 0 ? { noun: undefined } : {}),
        names: row.kind === "missing" ? "always" : row === shown ? "never" : "small",
        withOpen: false,
      }),
      ...(stated === undefined
        ? []
        : [
            text(t("; по тексту справки — ", "; the text of the report says ")),
            figure(tagOf("stated", indicator, row.key), formatNumber(stated, lang)),
          ]),
    ];
  });
  const open = openGroup(ctx, indicator, occurring);
  if (open.length > 0) groups.push(open);
  const none =
    absent.length > 0 && place.scale.type === "codes"
      ? `${t(absent.length > 1 ? "Не встретились значения" : "Не встретилось значение", "Not found:")} ${absent.map((row) => quote(say(row.title, lang), lang)).join(", ")}.`
      : "";
  const name = shortTitle(place.indicator, lang);
  const tag = tagOf("indicator", indicator);
  if (isShort)
    return [
      paragraph(
        [strong(`${name}. `), ...joined(capitalFirst(groups), "; ", "."), ...(none ? [text(` ${none}`)] : [])],
        {
          tag,
        },
      ),
    ];
  return [
    paragraph([strong(`${name}:`)]),
    ...list(
      groups.map((runs, at) => item(joined([runs], "", at < groups.length - 1 ? ";" : "."))),
      false,
      tag,
    ),
    ...(none ? [paragraph([none])] : []),
  ];
}

/** The municipalities whose value is open, once for all the groups that they may belong to. */
function openGroup(ctx: Context, indicator: string, rows: readonly DistributionRow[]): Run[] {
  const { t, lang, data } = ctx;
  const ids = data.municipalities.flatMap(({ id }) =>
    rows.some(({ members }) => members.possible.includes(id) && !members.certain.includes(id)) ? [id] : [],
  );
  if (ids.length === 0) return [];
  return [
    text(t("определено неоднозначно — ", "not known for certain: ")),
    figure(tagOf("share", indicator, "open"), countPhrase([ids.length, ids.length], "municipality", lang)),
    ...(2 * ids.length <= data.municipalities.length
      ? [text(": "), figure(tagOf("share", indicator, "open", "list"), ctx.names(ids))]
      : []),
  ];
}

/** «Да» in quotation marks, a step of a number with its unit. */
function nameOf(ctx: Context, { scale }: PlacedIndicator, row: DistributionRow): string {
  if (row.kind === "missing") {
    const event = eventOf(ctx, row.key, row.members.possible);
    return `${valueName(row, ctx)}${event ? ` (${event})` : ""}`;
  }
  if (row.kind !== "value" || scale.type === "codes") return valueName(row, ctx);
  return [say(row.title, ctx.lang), scale.unit ? say(scale.unit, ctx.lang) : ""].filter(Boolean).join("\u00a0");
}

/** The reasons for absence that all indicators of a criterion share, told once for all of them. */
function sharedReasons(ctx: Context, criterion: Criterion): { keys: ReadonlySet<string>; blocks: Block[] } {
  const { t, lang } = ctx;
  const [first = [], ...others] = indicatorsBelow(criterion).map(({ id }) =>
    ctx.rows(id).filter(({ kind }) => kind === "missing"),
  );
  const same = (a: DistributionRow, b: DistributionRow) => a.key === b.key && sameMembers(a.members, b.members);
  const shared =
    others.length === 0 ? [] : first.filter((row) => others.every((rows) => rows.some((one) => same(row, one))));
  if (shared.length === 0) return { keys: new Set(), blocks: [] };
  const groups = shared.map((row): Run[] => [
    text(`${valueName(row, ctx)} — `),
    ...groupRuns(ctx, row.members, {
      tag: ["share", criterion.id, row.key],
      base: say(row.base, lang),
      denominator: row.denominator,
      names: "always",
    }),
  ]);
  return {
    keys: new Set(shared.map(({ key }) => key)),
    blocks: [
      paragraph(
        [t("По всем показателям критерия: ", "For all indicators of the criterion: "), ...joined(groups, "; ", ".")],
        {
          tag: tagOf("criterion", criterion.id, "missing"),
        },
      ),
    ],
  };
}

function sameMembers(a: Members, b: Members): boolean {
  return `${a.certain}|${a.possible}` === `${b.certain}|${b.possible}`;
}

function capitalFirst(groups: readonly Run[][]): Run[][] {
  return groups.map((runs, place) => {
    const [first, ...rest] = runs;
    return place === 0 && first?.type === "text" ? [text(capitalized(first.text)), ...rest] : runs;
  });
}
