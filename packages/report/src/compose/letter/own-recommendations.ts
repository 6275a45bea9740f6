import { type Block, describeCondition, labels, say } from "@metodika/presentation";
import { addresseeTitle, deadlineBlock, recommendationText } from "../recommendation-blocks.ts";
import { heading, paragraph } from "../runs.ts";
import type { LetterContext } from "./letter-context.ts";

/** The recommendations that go, or may go, to this municipality, with why and until when. */
export function ownRecommendationBlocks(ctx: LetterContext): Block[] {
  const { recommendations, municipality, t, data, lang } = ctx;
  const own = recommendations.filter(({ addressees }) => addressees.possible.includes(municipality.id));
  const numbers = new Map(own.map((one, place) => [one, `${place + 1}`]));
  return (["authority", "service"] as const).flatMap((to): Block[] => {
    const group = own.filter(({ recommendation }) => recommendation.to === to);
    if (group.length === 0) return [];
    return [
      // The letter goes to the authority; a heading tells its part from that of the service.
      ...(group.length === own.length && to === "authority"
        ? []
        : [heading(2, `${t("Адресат", "Addressee")}: ${addresseeTitle(ctx, to)}`)]),
      ...group.flatMap((one): Block[] => {
        const { recommendation, addressees, decidedBy } = one;
        const { who, basis } = recommendation;
        const inferred = basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
        const condition =
          decidedBy === "rule" && "when" in who
            ? `${t("Основание", "Reason")}: ${describeCondition(who.when, data.methodology, lang)}${inferred}.`
            : "";
        const open = addressees.certain.includes(municipality.id)
          ? ""
          : t(
              "Относится ли рекомендация к муниципалитету, зависит от значений, которые определены неоднозначно: требует уточнения.",
              "Whether it concerns the municipality depends on values that are not known for certain: needs clarification.",
            );
        const note = [condition, open].filter(Boolean).join(" ");
        return [
          ...recommendationText(ctx, one, numbers.get(one) ?? "", { isDense: true }),
          ...deadlineBlock(ctx, one),
          ...(note ? [paragraph([note], { style: "note" })] : []),
        ];
      }),
    ];
  });
}
