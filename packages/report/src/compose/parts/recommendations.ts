import { type AddressedRecommendation, recommendationsOf } from "@metodika/core";
import { type Block, describeCondition, labels, outOfPhrase, type Part, type Run, say } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { capitalized, groupRuns, stopped } from "../groups.ts";
import { addresseeTitle, deadlineBlock, recommendationText } from "../recommendation-blocks.ts";
import { figure, heading, paragraph, strong, tagOf, text } from "../runs.ts";

/** What is recommended, to whom and until when; a methodology without recommendations has no such part. */
export function recommendationsPart(ctx: Context): Part[] {
  const { t } = ctx;
  const all = recommendationsOf(ctx.data);
  if (all.length === 0) return [];
  const numbers = new Map(all.map((one, place) => [one, `${place + 1}`]));
  const blocks = (["authority", "service"] as const).flatMap((to): Block[] => {
    const own = all.filter(({ recommendation }) => recommendation.to === to);
    if (own.length === 0) return [];
    return [
      heading(2, `${t("Адресат", "Addressee")}: ${addresseeTitle(ctx, to)}`),
      ...own.flatMap((one) => [
        ...recommendationText(ctx, one, numbers.get(one) ?? ""),
        ...addresseeBlocks(ctx, one),
        ...deadlineBlock(ctx, one),
      ]),
    ];
  });
  const withDeadline = all.some(({ until, every }) => until || every);
  return [
    {
      id: "recommendations",
      newPage: true,
      blocks: [
        heading(1, t("Рекомендации по итогам мониторинга", "Recommendations")),
        ...(withDeadline
          ? []
          : [
              paragraph([
                t("Сроки исполнения в данных мониторинга не указаны.", "The data of the monitoring set no deadlines."),
              ]),
            ]),
        ...blocks,
      ],
    },
  ];
}

/** To whom, and in the working edition printed addressees and those of the rule side by side. */
function addresseeBlocks(ctx: Context, one: AddressedRecommendation): Block[] {
  const { t, lang, working } = ctx;
  const { recommendation, addressees, by, decidedBy, reason } = one;
  const to = (runs: readonly (Run | string)[]) => [
    paragraph([strong(t("Кому: ", "To: ")), ...runs], { tag: tagOf("addressees", recommendation.id) }),
    ...sideBySide(ctx, one),
  ];
  const denominator = ctx.data.municipalities.length;
  const group = () =>
    groupRuns(ctx, addressees, {
      tag: ["addressees", recommendation.id, "who"],
      base: t("все муниципалитеты региона", "all municipalities of the region"),
      denominator,
      names: "always",
    });
  if (by === "all" && decidedBy === "rule") {
    return to([
      t("все муниципалитеты региона (", "all municipalities of the region ("),
      figure(tagOf("addressees", recommendation.id, "who"), `${denominator}`),
      ").",
    ]);
  }
  if (decidedBy === "printed") return to([t("по перечню справки — ", "as the report lists them: "), ...group(), "."]);
  const why = working && reason ? ` ${t("Основание", "Reason")}. ${stopped(say(reason, lang))}` : "";
  if ("except_named" in recommendation.who) {
    const excepted = recommendation.who.except_named;
    return to([
      t("все муниципалитеты, кроме: ", "all municipalities except: "),
      figure(tagOf("addressees", recommendation.id, "except"), ctx.names(excepted)),
      ` (${t("адресатов", "addressees")}: `,
      figure(
        tagOf("addressees", recommendation.id, "who"),
        `${addressees.certain.length} ${outOfPhrase(denominator, "municipality", lang)}`,
      ),
      `).${why}`,
    ]);
  }
  if ("named" in recommendation.who)
    return to([t("по решению эксперта — ", "as an expert names them: "), ...group(), `.${why}`]);
  return to([...conditionRuns(ctx, one), ...group(), "."]);
}

/** «по условию (…) — »; where a printed list decides what the condition leaves open, that is said. */
function conditionRuns(
  { t, lang, data }: Context,
  { recommendation: { who, basis }, rule, addressees, decidedBy }: AddressedRecommendation,
): Run[] {
  const condition = "when" in who ? who.when : "except" in who ? who.except : undefined;
  if (!condition) return [];
  const lead = "when" in who ? t("по условию", "by the condition") : t("кроме тех, для кого верно", "except where");
  const inferred = basis === "inferred" ? `; ${say(labels.inferred, lang)}` : "";
  const isClosed = decidedBy === "rule" && addressees.possible.length < rule.possible.length;
  const closed = isClosed
    ? t(
        "; где значение точно не известно, учтён перечень справки",
        "; where the value is not known for certain, as the report lists them",
      )
    : "";
  return [text(`${lead} (${describeCondition(condition, data.methodology, lang)}${inferred}${closed}) — `)];
}

/** What the report prints and what follows from the tables, where both are there and differ. */
function sideBySide(ctx: Context, one: AddressedRecommendation): Block[] {
  const { t, working } = ctx;
  const { recommendation, rule, printed, decidedBy, by } = one;
  if (!printed || by === "expert") return [];
  const onlyPrinted = printed.members.filter((id) => !rule.possible.includes(id));
  const onlyRule = rule.certain.filter((id) => !printed.members.includes(id));
  if (!working) return decidedBy === "printed" ? publicNote(ctx, one, onlyPrinted, onlyRule) : [];
  const open = rule.possible.filter((id) => !rule.certain.includes(id));
  const base = {
    base: t("все муниципалитеты региона", "all municipalities of the region"),
    denominator: ctx.data.municipalities.length,
  };
  const told: (Run | string)[] =
    decidedBy === "printed" ? conditionRuns(ctx, one) : [t("По перечню справки — ", "As the report lists them: ")];
  const members = decidedBy === "printed" ? rule : { certain: printed.members, possible: printed.members };
  const differences = [
    onlyPrinted.length > 0 ? `${t("только в перечне", "only in the list")} — ${ctx.names(onlyPrinted)}` : "",
    onlyRule.length > 0 ? `${t("только по условию", "only by the condition")} — ${ctx.names(onlyRule)}` : "",
  ].filter(Boolean);
  const verdict =
    differences.length > 0
      ? `${differences.join("; ")}.`
      : open.length > 0
        ? t(
            "Перечень и условие согласуются, но часть значений требует уточнения.",
            "List and condition agree as far as the values are known.",
          )
        : t("Перечень и условие совпадают.", "List and condition agree.");
  return [
    paragraph(
      [
        ...capitalFirst(told),
        ...groupRuns(ctx, members, { tag: ["addressees", recommendation.id, "beside"], names: "never", ...base }),
        ". ",
        figure(tagOf("addressees", recommendation.id, "differ"), capitalized(verdict)),
      ],
      { style: "note", tag: tagOf("addressees-beside", recommendation.id) },
    ),
  ];
}

/** Whose list it is, where the values of the tables would give another; the public report says no more than that. */
function publicNote(
  { t, names }: Context,
  { recommendation: { id } }: AddressedRecommendation,
  onlyPrinted: readonly string[],
  onlyRule: readonly string[],
): Block[] {
  const told = [
    ...(onlyPrinted.length > 0
      ? [t(`не вошли бы ${names(onlyPrinted)}`, `it would not concern ${names(onlyPrinted)}`)]
      : []),
    ...(onlyRule.length > 0 ? [t(`вошли бы ${names(onlyRule)}`, `it would concern ${names(onlyRule)}`)] : []),
  ];
  if (told.length === 0) return [];
  const lead = t(
    "Рекомендация дана по перечню справки. По значениям таблиц в него ",
    "The addressees are those that the report lists. By the values of the tables ",
  );
  return [
    paragraph([lead, figure(tagOf("addressees", id, "note"), told.join("; ")), "."], {
      style: "note",
      tag: tagOf("addressees-beside", id),
    }),
  ];
}

function capitalFirst(runs: readonly (Run | string)[]): (Run | string)[] {
  return runs.map((run, place) =>
    place === 0 && typeof run !== "string" && run.type === "text" ? text(capitalized(run.text)) : run,
  );
}
