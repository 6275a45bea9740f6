import { type AlignedIndicator, alignMethodologies, type Fact } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import {
  type Block,
  distributionRows,
  endsOf,
  formatDate,
  formatNumber,
  indicatorChangeLabels,
  type ListItem,
  type Part,
  quote,
  say,
  shortTitle,
} from "@metodika/presentation";
import type { Context } from "../context.ts";
import { figure, heading, item, list, paragraph, strong, tagOf } from "../runs.ts";
import type { LeftOut } from "../sentence.ts";
import { bestRow } from "../statements.ts";

/** What changed since an earlier round, as far as the data tell: facts of two periods, and an earlier round if there is one. */
export function dynamicsPart(ctx: Context): Part {
  const { t } = ctx;
  const blocks = [...factBlocks(ctx), ...roundBlocks(ctx)];
  return {
    id: "dynamics",
    blocks: [
      heading(1, t("Динамика", "Dynamics")),
      ...(ctx.input.previous
        ? []
        : [
            paragraph([
              t(
                "Значений показателей за предыдущий период в данных нет, поэтому изменения по показателям и баллам не рассчитаны.",
                "The data hold no values of the indicators for an earlier period, so changes of indicators and points are not calculated.",
              ),
            ]),
          ]),
      ...blocks,
    ],
  };
}

interface Pair {
  before: Fact;
  now: Fact;
}

/** Facts that are told of two periods: same subject, topic and title; the one without a period is that of this round. */
function pairsOf({ data }: Context): Pair[] {
  const region = data.facts.filter(({ subject }) => subject === data.round.region);
  return region.flatMap((before): Pair[] => {
    if (before.period === "" || Number.isNaN(Number(before.value))) return [];
    const now = region.find(
      (one) =>
        one.period === "" &&
        one.topic === before.topic &&
        one.unit === before.unit &&
        one.title_ru === before.title_ru &&
        !Number.isNaN(Number(one.value)),
    );
    return now ? [{ before, now }] : [];
  });
}

/** The statements that print one of a pair of facts and that the tables contradict. */
function against({ contradictions }: Context, { before, now }: Pair): Finding[] {
  const found = [before, now].flatMap(({ source, value }) =>
    contradictions.at(source, (printed) => printed === Number(value)),
  );
  return [...new Set(found)];
}

/** Changes that are not told because the tables contradict one of their figures. */
export function untoldChanges(ctx: Context): LeftOut[] {
  return pairsOf(ctx).flatMap((pair) => {
    const findings = against(ctx, pair);
    return findings.length > 0 ? [{ about: ctx.t(pair.now.title_ru, pair.now.title_en), findings }] : [];
  });
}

function factBlocks(ctx: Context): Block[] {
  const { t, lang } = ctx;
  const show = (value: string) => formatNumber(Number(value), lang);
  const told = pairsOf(ctx).filter((pair) => against(ctx, pair).length === 0);
  const items = told.map(({ before, now }): ListItem => {
    const period = /^\d/.test(before.period)
      ? formatDate(before.period, lang)
      : t("предыдущий период", "the earlier period");
    return item([
      `${lang === "ru" ? now.title_ru : now.title_en}: `,
      figure(tagOf("dynamics", now.id), `${show(before.value)} → ${show(now.value)}`),
      ` (${period} → ${t("этот мониторинг", "this monitoring")}).`,
    ]);
  });
  return items.length > 0
    ? [
        paragraph([
          t("По сведениям, приведённым в справке, изменилось:", "By the facts that the report gives, these changed:"),
        ]),
        ...list(items, false, "dynamics/facts"),
      ]
    : [];
}

/** Indicators that both rounds have: how many municipalities have the best value, then and now. */
function roundBlocks(ctx: Context): Block[] {
  const { t, lang } = ctx;
  const before = ctx.input.previous?.data;
  if (!before) return [];
  const aligned = alignMethodologies(before.methodology, ctx.data.methodology);
  const shared = aligned.flatMap(({ before: was, after: is, comparable }) =>
    was && is && comparable && is.scale.type === "codes" ? [{ was, is }] : [],
  );
  const items = shared.flatMap(({ was, is }): ListItem[] => {
    const { indicator } = is;
    const then = bestRow({ rows: (id) => distributionRows(before, id) }, was);
    const now = bestRow(ctx, is);
    if (!then || !now) return [];
    const count = (row: typeof now) =>
      row.certain === row.possible ? formatNumber(row.certain, lang) : endsOf([row.certain, row.possible], lang);
    const bases = t(
      `муниципалитетов: ${then.denominator} → ${now.denominator}`,
      `municipalities: ${then.denominator} → ${now.denominator}`,
    );
    return [
      item([
        strong(shortTitle(indicator, lang)),
        ` — ${quote(say(now.title, lang), lang)}: `,
        figure(tagOf("dynamics", indicator.id), `${count(then)} → ${count(now)}`, bases),
        ` (${bases}).`,
      ]),
    ];
  });
  return [
    paragraph([
      t("Сравнение с мониторингом: ", "Compared with: "),
      `${quote(say(before.round.title, lang), lang)}. `,
      items.length === 0
        ? t("Показателей, которые можно сопоставить, нет.", "There are no indicators that can be compared.")
        : t(
            "Число муниципалитетов с наибольшим значением показателя:",
            "Municipalities with the highest value of the indicator:",
          ),
    ]),
    ...list(items, false, "dynamics/indicators"),
    ...brokenBlocks(ctx, aligned),
  ];
}

/** Indicators of both rounds whose series breaks: another wording or scale is no change of the municipalities. */
function brokenBlocks({ t, lang }: Context, aligned: readonly AlignedIndicator[]): Block[] {
  const broken = aligned.flatMap(({ before, after, comparable, changes }) => {
    if (!before || !after || comparable) return [];
    const what = changes.filter((kind) => kind === "reworded" || kind === "rescaled");
    const words = what.map((kind) => say(indicatorChangeLabels[kind], lang)).join(", ");
    return [`${quote(shortTitle(after.indicator, lang), lang)} (${words})`];
  });
  if (broken.length === 0) return [];
  const told = t("Не сопоставлены показатели, ряд которых прерван: ", "Not compared, because their series breaks: ");
  return [paragraph([`${told}${broken.join(", ")}.`])];
}
