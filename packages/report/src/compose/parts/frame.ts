import type { LegalAct } from "@metodika/core";
import { formatDate, type ListItem, type Part, say } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { coverageRuns, lackingRuns } from "../coverage.ts";
import { stopped } from "../groups.ts";
import { heading, item, list, paragraph, strong } from "../runs.ts";

/** Aim, object, tasks and the acts that the monitoring stands on. */
export function framePart(ctx: Context): Part {
  const { lang, data, t, working } = ctx;
  const { aim, object, tasks, orders, abbreviations, previous = [] } = data.round;
  return {
    id: "frame",
    newPage: true,
    blocks: [
      heading(1, t("Цель, объект и задачи мониторинга", "Aim, object and tasks of the monitoring")),
      paragraph([strong(t("Цель мониторинга. ", "Aim. ")), stopped(say(aim, lang))]),
      paragraph([strong(t("Объект мониторинга. ", "Object. ")), stopped(say(object, lang))]),
      ...(tasks.length > 0
        ? [
            paragraph([
              strong(t("Задачи мониторинга. ", "Tasks. ")),
              t("Мониторинг оценивает:", "The monitoring assesses:"),
            ]),
            ...list(
              tasks.map(
                ({ title, note }): ListItem =>
                  item([
                    say(title, lang),
                    ...(working && note
                      ? [` (${t("примечание", "note")}: ${say(note, lang).replace(/\.$/, "")})`]
                      : []),
                  ]),
              ),
            ),
          ]
        : []),
      ...(orders.length > 0
        ? [
            heading(2, t("Правовые основания", "Legal basis")),
            paragraph([t("Мониторинг опирается на документы:", "The monitoring rests on these documents:")]),
            ...list(orders.map((act) => item([actText(act, ctx)]))),
          ]
        : []),
      ...(previous.length > 0
        ? [
            paragraph([
              strong(t("Для сравнения. ", "For comparison. ")),
              stopped(previous.map(({ title }) => say(title, lang)).join("; ")),
            ]),
          ]
        : []),
      ...(abbreviations.length > 0
        ? [
            heading(2, t("Сокращения", "Abbreviations")),
            ...list(abbreviations.map((one) => item([strong(one.short), ` — ${one[lang]}`]))),
          ]
        : []),
    ],
  };
}

/** «Об образовании (Правительство, от 5 августа 2013 года № 662)». */
function actText({ title, issuer, number, date }: LegalAct, { lang, t }: Context): string {
  const when = date ? `${t("от", "of")}\u00a0${formatDate(date, lang)}` : "";
  const which = number ? `${t("№", "No.")}\u00a0${number}` : "";
  const inside = [issuer ? say(issuer, lang) : "", [when, which].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return `${say(title, lang)}${inside ? ` (${inside})` : ""}`;
}

/** How the data were collected, and of how many municipalities there are any. */
export function collectionPart(ctx: Context): Part {
  const { lang, data, t } = ctx;
  const { method, respondent, processed_by, evidence } = data.round.collection;
  const lines: [string, string | undefined][] = [
    [t("Кто представляет сведения", "Who submits"), say(respondent, lang)],
    [t("Как собраны сведения", "How the data were collected"), say(method, lang)],
    [t("Чем подтверждены", "Evidence"), evidence && say(evidence, lang)],
    [t("Кто обработал", "Processed by"), processed_by && say(processed_by, lang)],
  ];
  const lacking = lackingRuns(ctx);
  return {
    id: "collection",
    blocks: [
      heading(1, t("Как собирались данные", "How the data were collected")),
      ...list(lines.flatMap(([label, value]) => (value ? [item([strong(`${label}. `), stopped(value)])] : []))),
      paragraph(
        [
          strong(t("Полнота сведений. ", "Coverage. ")),
          ...coverageRuns(ctx, "coverage", true),
          ...(lacking.length > 0 ? [t(" Чего нет:", " What is not there:")] : []),
        ],
        { tag: "coverage" },
      ),
      ...list(lacking.map((runs, at) => item([...runs, at < lacking.length - 1 ? ";" : "."]))),
      paragraph([
        t(
          `Доли рассчитаны от числа всех муниципалитетов региона (${data.municipalities.length}), если в тексте не названо другое основание. Где значение определено неоднозначно, результат указан границами «от … до …» и требует уточнения.`,
          `Shares are taken of all municipalities of the region (${data.municipalities.length}) unless another base is named. Where a value is not known for certain the result is given by its ends and needs clarification.`,
        ),
      ]),
    ],
  };
}
