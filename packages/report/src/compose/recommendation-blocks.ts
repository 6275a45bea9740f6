import type { AddressedRecommendation, RecommendationPart } from "@metodika/core";
import { type Block, formatUntil, type ListItem, say } from "@metodika/presentation";
import type { Context } from "./context.ts";
import { continued, stopped } from "./groups.ts";
import { figure, item, list, paragraph, strong, tagOf } from "./runs.ts";

/** What is recommended, with its parts: for the report and for a letter. */
export function recommendationText(
  { lang }: Pick<Context, "lang">,
  { recommendation }: AddressedRecommendation,
  number: string,
): Block[] {
  const { text: words, parts = [] } = recommendation;
  return [
    paragraph([strong(`${number}. `), `${say(words, lang)}${parts.length > 0 ? ":" : "."}`]),
    ...list(parts.map((part, place) => partItem(part, lang, place < parts.length - 1 ? ";" : "."))),
  ];
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
