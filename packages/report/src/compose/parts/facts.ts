import type { Fact, FactGroup } from "@metodika/core";
import { type Block, countedShare, formatNumber, numberCell, type Part, say, type Table } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { capitalized } from "../groups.ts";
import { figure, heading, paragraph, reference, strong, tagOf } from "../runs.ts";
import type { LeftOut } from "../sentence.ts";

type TableGroup = Extract<FactGroup, { as: "table" }>;

/** What a report tells beside its indicators: numbers by kind, and municipalities; a round that names no facts has no such part. */
export function factsPart(ctx: Context): Part[] {
  const section = ctx.data.round.fact_section;
  const blocks = (section?.groups ?? [])
    .filter((group) => against(ctx, group).length === 0)
    .flatMap((group) => (group.as === "table" ? tableBlocks(ctx, group) : municipalityBlocks(ctx, group)));
  if (!section || blocks.length === 0) return [];
  return [{ id: "facts", blocks: [heading(1, say(section.title, ctx.lang)), ...blocks] }];
}

/** Facts that are not told because the tables, or other statements, contradict what they rest on. */
export function untoldFacts(ctx: Context): LeftOut[] {
  const { lang, t } = ctx;
  return (ctx.data.round.fact_section?.groups ?? []).flatMap((group) => {
    const about = say(group.title, lang);
    const findings = against(ctx, group);
    if (findings.length > 0) return [{ about, findings }];
    const ofTotal = group.as === "table" ? ctx.contradictions.of(group.total?.rests_on ?? []) : [];
    return ofTotal.length > 0 ? [{ about: `${about}: ${t("общее число", "the total")}`, findings: ofTotal }] : [];
  });
}

function against(ctx: Context, { rests_on = [] }: FactGroup) {
  return ctx.contradictions.of(rests_on);
}

/** The kinds in a table, after how many there are in all as far as nothing contradicts it. */
function tableBlocks(ctx: Context, group: TableGroup): Block[] {
  const { lang, data } = ctx;
  const { topic, unit, total } = group;
  const rows = data.facts.filter(
    (fact) =>
      fact.topic === topic &&
      fact.subject === data.round.region &&
      fact.id !== total?.fact &&
      (unit === undefined || fact.unit === unit) &&
      numberOf(fact) !== undefined,
  );
  if (rows.length === 0) return [];
  const printed = data.facts.find(({ id }) => id === total?.fact);
  const isSettled = ctx.contradictions.of(total?.rests_on ?? []).length === 0;
  const count = printed && isSettled ? numberOf(printed) : undefined;
  const table = kindsTable(ctx, group, rows);
  return [
    paragraph(
      [
        ...(printed && count !== undefined
          ? [
              strong(`${titleOf(printed, lang)}: `),
              figure(
                tagOf("facts", group.id),
                printed.unit === "municipalities"
                  ? countedShare([count, count], data.municipalities.length, undefined, lang)
                  : formatNumber(count, lang),
              ),
            ]
          : [strong(say(group.title, lang))]),
        " (",
        reference(table.id),
        ").",
      ],
      // A paragraph without a figure has nothing to renew.
      count === undefined ? {} : { tag: tagOf("facts-of", group.id) },
    ),
    { type: "table", table },
  ];
}

function kindsTable(ctx: Context, group: TableGroup, rows: readonly Fact[]): Table {
  const { t, lang, data } = ctx;
  const sum = rows.reduce((all, fact) => all + (numberOf(fact) ?? 0), 0);
  const lead = commonLead(rows.map((fact) => titleOf(fact, lang)));
  return {
    id: `${data.round.id}-facts-${group.id}`,
    title: say(group.title, lang),
    lang,
    corner: say(group.kind, lang),
    columns: [{ id: "number", title: t("Число", "Number"), align: "right" }],
    rows: rows.map((fact) => ({
      id: fact.id,
      header: capitalized(titleOf(fact, lang).slice(lead.length)),
      cells: [numberCell(numberOf(fact) ?? 0, lang)],
    })),
    totals: [{ id: "sum", header: t("Всего", "In all"), cells: [numberCell(sum, lang)] }],
    notes: [],
    source: ctx.source,
  };
}

/** «… — 12 из 29 (41,4 %): г. Зея, …»; where the fact is a number, each with its own. */
function municipalityBlocks(ctx: Context, group: FactGroup): Block[] {
  const { lang, data } = ctx;
  const own = data.municipalities.flatMap(({ id }) => {
    const fact = data.facts.find(({ topic, subject }) => topic === group.topic && subject === id);
    return fact ? [{ id, fact }] : [];
  });
  if (own.length === 0) return [];
  const ids = own.map(({ id }) => id);
  const numbers = own.every(({ fact }) => numberOf(fact) !== undefined);
  const names = numbers
    ? own.map(({ id, fact }) => `${ctx.names([id])} — ${formatNumber(numberOf(fact) ?? 0, lang)}`).join("; ")
    : ctx.names(ids);
  return [
    paragraph(
      [
        strong(`${say(group.title, lang)}. `),
        ...(numbers
          ? []
          : [
              figure(
                tagOf("facts", group.id),
                countedShare([ids.length, ids.length], data.municipalities.length, "municipality", lang),
              ),
              ": ",
            ]),
        figure(tagOf("facts", group.id, "list"), names),
        ".",
      ],
      { tag: tagOf("facts-of", group.id) },
    ),
  ];
}

function numberOf({ value }: Fact): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function titleOf({ title_ru, title_en }: Fact, lang: Context["lang"]): string {
  return lang === "ru" ? title_ru : title_en;
}

/** What all titles begin with, to the colon that ends it: «Методические объединения: ». */
function commonLead(titles: readonly string[]): string {
  const [first = ""] = titles;
  const lead = /^[^:]+: /.exec(first)?.[0] ?? "";
  return titles.every((title) => title.startsWith(lead)) ? lead : "";
}
