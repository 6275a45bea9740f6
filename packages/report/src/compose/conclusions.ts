import { indicatorsBelow, isKnown, type Members, type MissingStatus } from "@metodika/core";
import { countedShare, policyLabels, quote, type Run, say, shortTitle } from "@metodika/presentation";
import { type Context, maximumOf } from "./context.ts";
import { coverageRuns, resultRuns } from "./coverage.ts";
import { groupRuns } from "./groups.ts";
import { levelSentence, levelSupportSentence } from "./level-sentences.ts";
import { rankingSentences } from "./ranking-sentences.ts";
import { figure, joined, reference, tagOf, text } from "./runs.ts";
import type { Conclusions, LeftOut, Sentence } from "./sentence.ts";
import { eventOf } from "./special-events.ts";
import { anyOf, fullAndNone } from "./statements.ts";

/**
 * Conclusions as templates over computed values. Nothing is said that the cells do not give; what a statement of the
 * report contradicts is left out and told apart.
 */
export function conclusionsOf(ctx: Context): Conclusions {
  const leftOut: LeftOut[] = [];
  const sentences = [
    coverageSentence(ctx),
    ...rankingSentences(ctx, leftOut),
    ...criterionSentences(ctx, leftOut),
    ...(ctx.data.methodology.levels ?? []).flatMap((level) => levelSentence(ctx, level, leftOut)),
    ...supportSentence(ctx),
    ...specialSentences(ctx),
    ...opennessSentence(ctx),
  ];
  return { sentences, leftOut };
}

const everyone = { ru: "все муниципалитеты региона", en: "all municipalities of the region" };

/** Of whom there are values, and for whom there is a result. */
function coverageSentence(ctx: Context): Sentence {
  const results = resultRuns(ctx, "conclusion");
  return {
    tag: "conclusion/coverage",
    runs: [...coverageRuns(ctx, "conclusion", false), ...results.flatMap((runs) => [text(" "), ...runs, text(".")])],
  };
}

/** Who has all of a criterion, who nothing of it. */
function criterionSentences(ctx: Context, leftOut: LeftOut[]): Sentence[] {
  const { t, lang, data, score } = ctx;
  return data.methodology.criteria.flatMap((criterion, place): Sentence[] => {
    const found = fullAndNone(ctx, criterion);
    if (!found || found.denominator === 0) return [];
    const { full, none, denominator, by } = found;
    const count = indicatorsBelow(criterion).length;
    if (count < 2) return [];
    const title = shortTitle(criterion, lang);
    const name = quote(title, lang);
    // A title of several lines would hide the figures; the table has it.
    const named: Run[] =
      title.length <= 90 ? [text(name)] : [text("("), reference(`${data.round.id}-${criterion.id}`), text(")")];
    const key = String(maximumOf(score, criterion.id));
    const row = {
      item: criterion.id,
      key,
      certain: full.certain.length,
      possible: full.possible.length,
      members: full,
      denominator,
    };
    const findings = by === "points" ? ctx.contradictions.about(row) : [];
    const fullName =
      by === "points"
        ? t("наибольшая сумма баллов", "the most points")
        : t(`наибольшее значение по всем показателям (${count})`, `the highest value of all ${count} indicators`);
    const noneName =
      by === "points"
        ? t("ни одного балла", "no points")
        : t("ни одного наибольшего значения", "none of the highest values");
    if (findings.length > 0) leftOut.push({ about: `${name}: ${fullName}`, findings });
    const base = by === "points" ? t("оценённые муниципалитеты", "scored municipalities") : say(everyone, lang);
    const told = (which: string, what: string, members: Members): Run[][] =>
      members.possible.length === 0 || isTooWide(members, denominator)
        ? []
        : [
            [
              text(`${what} — `),
              ...groupRuns(ctx, members, { tag: ["conclusion", which, criterion.id], base, denominator }),
            ],
          ];
    const groups = [...(findings.length > 0 ? [] : told("full", fullName, full)), ...told("none", noneName, none)];
    if (groups.length === 0) return [];
    return [
      {
        tag: tagOf("conclusion", "criterion", criterion.id),
        runs: [
          text(`${t("Критерий", "Criterion")} ${place + 1} `),
          ...named,
          // Shares of others than all municipalities say of whom.
          text(
            denominator < data.municipalities.length
              ? t(" (доли от числа оценённых муниципалитетов): ", " (shares of the scored municipalities): ")
              : ": ",
          ),
          ...joined(groups, "; ", "."),
        ],
      },
    ];
  });
}

/** Whether so many may belong that the count says nothing: more than a third of all are open. */
function isTooWide({ certain, possible }: Members, denominator: number): boolean {
  return 3 * (possible.length - certain.length) > denominator;
}

/** To whom support can be offered first: the lowest level, or nothing of a criterion. */
function supportSentence(ctx: Context): Sentence[] {
  const { t, lang, data } = ctx;
  const base = { base: say(everyone, lang), denominator: data.municipalities.length, names: "always" as const };
  const byLevel = levelSupportSentence(ctx);
  if (byLevel) return byLevel;
  const none = data.methodology.criteria.flatMap((criterion) => fullAndNone(ctx, criterion)?.none ?? []);
  const members = anyOf(ctx, none);
  if (members.possible.length === 0) return [];
  const hasPoints = data.methodology.criteria.some(({ points }) => points);
  return [
    {
      tag: "conclusion/support",
      runs: [
        text(
          hasPoints
            ? t(
                "Поддержку в первую очередь можно предложить муниципалитетам, которые хотя бы по одному критерию не получили ни одного балла, — ",
                "Support can be offered first to the municipalities without a point in at least one criterion: ",
              )
            : t(
                "Поддержку в первую очередь можно предложить муниципалитетам, у которых хотя бы по одному критерию нет ни одного наибольшего значения, — ",
                "Support can be offered first to the municipalities without any of the highest values in at least one criterion: ",
              ),
        ),
        ...groupRuns(ctx, members, { tag: ["conclusion", "support"], ...base }),
        text("."),
      ],
    },
  ];
}

const special: Partial<Record<MissingStatus, { ru: string; en: string }>> = {
  S: {
    ru: "Из-за особых обстоятельств работа не проведена полностью",
    en: "Because of special circumstances not all the work was done",
  },
  M: { ru: "По отдельным показателям значения не может быть", en: "Some values cannot exist" },
};

/** Why some have no value: neither a refusal nor a no. */
function specialSentences(ctx: Context): Sentence[] {
  const { t, lang, data } = ctx;
  return (Object.entries(special) as [MissingStatus, { ru: string; en: string }][]).flatMap(([status, lead]) => {
    const rows = ctx.places.flatMap(({ indicator }) =>
      ctx.rows(indicator.id).filter(({ kind, key, certain }) => kind === "missing" && key === status && certain > 0),
    );
    if (rows.length === 0) return [];
    const members = anyOf(
      ctx,
      rows.map(({ members: { certain } }) => ({ certain, possible: certain })),
    );
    const event = eventOf(ctx, status, members.certain);
    const indicators = rows.map(({ itemShort }) => quote(say(itemShort, lang), lang)).join(", ");
    return [
      {
        tag: tagOf("conclusion", "status", status),
        runs: [
          text(`${say(lead, lang)}: `),
          figure(tagOf("conclusion", "status", status, "list"), ctx.names(members.certain)),
          text(
            ` (${event ? `${event}; ` : ""}${t(rows.length > 1 ? "показатели" : "показатель", rows.length > 1 ? "indicators" : "indicator")} ${indicators}). ${t("Правило методики для этого случая", "The rule of the methodology for this case")}: ${say(policyLabels[data.methodology.missing[status].policy], lang)}.`,
          ),
        ],
      },
    ];
  });
}

/** How much of the data is certain, where not all of it is. */
function opennessSentence(ctx: Context): Sentence[] {
  const { t, lang, data } = ctx;
  const all = data.municipalities.length * ctx.places.length;
  const open = data.cells.filter(({ state }) => !isKnown(state)).length;
  if (open === 0) return [];
  return [
    {
      tag: "conclusion/open",
      runs: [
        text(t("Не определено однозначно ", "Not known for certain: ")),
        figure("conclusion/open/share", countedShare([open, open], all, "value", lang)),
        text(
          t(
            "; результаты, которые от них зависят, указаны границами и требуют уточнения.",
            "; results that depend on them are given by their ends and need clarification.",
          ),
        ),
      ],
    },
  ];
}
