import type { AddressedRecommendation, Condition } from "@metodika/core";
import {
  describeCondition,
  formatInterval,
  formatPlaces,
  labels,
  possibleValues,
  quote,
  say,
  shortTitle,
} from "@metodika/presentation";
import type { LetterContext } from "./letter-context.ts";

/** Why a recommendation goes to this municipality: whose list it is, or which condition; nothing for one that goes to all. */
export function recommendationReason(ctx: LetterContext, one: AddressedRecommendation): string {
  const { t, lang, data, municipality } = ctx;
  const { recommendation, decidedBy, rule, printed } = one;
  const { who, basis } = recommendation;
  const lead = t("Основание", "Reason");
  if ("except_named" in who)
    return t(
      `${lead}: справка даёт рекомендацию всем муниципалитетам, кроме названных; вашего муниципалитета среди исключений нет.`,
      `${lead}: the report gives it to all municipalities but those that it names; yours is not among the exceptions.`,
    );
  if ("named" in who)
    return t(`${lead}: муниципалитет назван экспертами.`, `${lead}: the experts name the municipality.`);
  const condition = "when" in who ? who.when : "except" in who ? ({ not: who.except } as const) : undefined;
  if (!condition && decidedBy === "rule") return "";
  const words = condition ? describeCondition(condition, data.methodology, lang) : "";
  const inferred = basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
  if (decidedBy === "rule") {
    const closed =
      printed?.members.includes(municipality.id) && !rule.certain.includes(municipality.id)
        ? t(
            " Значение точно не известно; муниципалитет назван в перечне справки.",
            " The value is not known for certain; the list of the report names the municipality.",
          )
        : "";
    return `${lead}: ${words}${inferred}.${closed}`;
  }
  const place = printed ? ` (${formatPlaces([printed.source], lang)})` : "";
  const list = t(`${lead}: перечень справки${place}.`, `${lead}: the list of the report${place}.`);
  if (!condition || rule.certain.includes(municipality.id)) return list;
  const facts = factsOf(ctx, condition);
  const shown = facts ? t(`: в таблице ${facts}`, `: the table has ${facts}`) : "";
  return rule.possible.includes(municipality.id)
    ? `${list} ${t(`Выполнено ли условие, восстановленное по таблицам${inferred}, точно не известно${shown}.`, `Whether the condition recovered from the tables${inferred} holds is not known for certain${shown}.`)}`
    : `${list} ${t(
        `По условию, которое восстановлено по таблицам${inferred}, рекомендация к вашему муниципалитету не относилась бы${shown}. Если рекомендация для вас уже выполнена, просим сообщить об этом.`,
        `By the condition recovered from the tables${inferred} it would not concern your municipality${shown}. If it is already carried out, please let us know.`,
      )}`;
}

/** What the municipality has of everything that a condition asks for: «Инфоресурс» — «Да». */
function factsOf(ctx: LetterContext, condition: Condition): string {
  const { lang, places, cellOf, unit, data } = ctx;
  const asked = subjectsOf(condition);
  const values = places.flatMap((place) => {
    if (!asked.has(place.indicator.id)) return [];
    const shown = possibleValues(cellOf(place.indicator.id).state, place.scale, lang).map((value) =>
      quote(value, lang),
    );
    return [`${quote(shortTitle(place.indicator, lang), lang)} — ${shown.join(ctx.t(" или ", " or "))}`];
  });
  const points = unit.criteria.flatMap(({ criterion, points: own }) => {
    const found = data.methodology.criteria.find(({ id }) => id === criterion);
    if (!found || !own || !asked.has(criterion)) return [];
    return [
      `${ctx.t("баллы по критерию", "points of the criterion")} ${quote(shortTitle(found, lang), lang)} — ${formatInterval(own, lang)}`,
    ];
  });
  return [...values, ...points].join("; ");
}

/** The indicators and criteria that a condition asks for, at any depth. */
function subjectsOf(condition: unknown): Set<string> {
  if (Array.isArray(condition)) return new Set(condition.flatMap((own) => [...subjectsOf(own)]));
  if (condition === null || typeof condition !== "object") return new Set();
  return new Set(
    Object.entries(condition).flatMap(([key, value]) =>
      (key === "indicator" || key === "points") && typeof value === "string" ? [value] : [...subjectsOf(value)],
    ),
  );
}

/** Recommendations that the tables would give to the municipality too, though no list of the report names it. */
export function unlistedReason(ctx: LetterContext): string {
  const { t, lang, municipality, recommendations } = ctx;
  const unlisted = recommendations.filter(
    ({ decidedBy, rule, addressees }) =>
      decidedBy === "printed" &&
      rule.certain.includes(municipality.id) &&
      !addressees.possible.includes(municipality.id),
  );
  if (unlisted.length === 0) return "";
  const texts = unlisted.map(({ recommendation }) => quote(say(recommendation.text, lang), lang)).join("; ");
  return t(
    `По значениям таблицы к вашему муниципалитету могло бы относиться и следующее, хотя в перечне справки его нет: ${texts}. Требует уточнения.`,
    `By the values of the table the following might concern your municipality too, though the list of the report does not name it: ${texts}. Needs clarification.`,
  );
}
