import type { AddressedRecommendation, RecommendationPart } from "@metodika/core";
import { type Block, formatUntil, type ListItem, say } from "@metodika/presentation";
import type { Context } from "./context.ts";
import { continued, stopped } from "./groups.ts";
import { figure, item, list, paragraph, strong, tagOf } from "./runs.ts";

/**
 * What is recommended, with its parts: for the report, and on a line each for a letter, where the parts of a part stand
 * in brackets.
 */
export function recommendationText(
  { lang }: Pick<Context, "lang">,
  { recommendation }: AddressedRecommendation,
  number: string,
  { isDense = false } = {},
): Block[] {
  const { text: words, parts = [] } = recommendation;
  const shown = isDense ? parts.map((part) => withPartsInside(part)) : parts;
  return [
    paragraph([strong(`${number}. `), `${say(words, lang)}${shown.length > 0 ? ":" : "."}`]),
    ...list(shown.map((part, place) => partItem(part, lang, place < shown.length - 1 ? ";" : "."))),
  ];
}

/** «горизонтальное обучение (банк лучших практик; стажировки)». */
function withPartsInside({ text: words, parts = [] }: RecommendationPart): RecommendationPart {
  if (parts.length === 0) return { text: words };
  const inside = parts.map((part) => withPartsInside(part).text);
  const joined = (lang: Context["lang"]) => `${words[lang]} (${inside.map((own) => own[lang]).join("; ")})`;
  return { text: { ru: joined("ru"), en: joined("en") } };
}

/** A part as the data have it: one that begins with a capital letter ends in a full stop. */
function partItem({ text: words, parts = [] }: RecommendationPart, lang: Context["lang"], end: string): ListItem {
  const own = say(words, lang);
  if (parts.length > 0)
    return item(
      [`${own}:`],
      parts.map((part, place) => partItem(part, lang, place < parts.length - 1 ? ";" : end)),
    );
  return item([/^\p{Lu}/u.test(own) ? stopped(own) : `${own}${end}`]);
}

/** Until when, or how often; nothing where neither is set. */
export function deadlineBlock(
  { lang, t }: Pick<Context, "lang" | "t">,
  { recommendation, until, every }: AddressedRecommendation,
): Block[] {
  const terms = [until ? formatUntil(until, lang) : "", every ? say(every, lang) : ""].filter(Boolean);
  if (terms.length === 0) return [];
  return [
    paragraph([strong(t("Срок: ", "Deadline: ")), figure(tagOf("deadline", recommendation.id), terms.join("; ")), "."]),
  ];
}

/** How the addressee is called: the authority by the region's word for it, or the service. */
export function addresseeTitle(
  { data, lang, t }: Pick<Context, "data" | "lang" | "t">,
  to: "authority" | "service",
): string {
  const { authority } = data.methodology;
  if (to === "service") return t("муниципальная методическая служба", "municipal methodological service");
  if (!authority) return t("орган управления образованием", "education authority");
  return `${continued(say(authority.title, lang))} (${say(authority.short, lang)})`;
}
