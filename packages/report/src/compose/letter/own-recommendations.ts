import type { Block } from "@metodika/presentation";
import { addresseeTitle, deadlineBlock, recommendationText } from "../recommendation-blocks.ts";
import { heading, paragraph } from "../runs.ts";
import type { LetterContext } from "./letter-context.ts";
import { recommendationReason, unlistedReason } from "./recommendation-reason.ts";

/** The recommendations that go, or may go, to this municipality, with why and until when. */
export function ownRecommendationBlocks(ctx: LetterContext): Block[] {
  const { recommendations, municipality, t } = ctx;
  const own = recommendations.filter(({ addressees }) => addressees.possible.includes(municipality.id));
  const numbers = new Map(own.map((one, place) => [one, `${place + 1}`]));
  const unlisted = unlistedReason(ctx);
  const blocks = (["authority", "service"] as const).flatMap((to): Block[] => {
    const group = own.filter(({ recommendation }) => recommendation.to === to);
    if (group.length === 0) return [];
    return [
      // The letter goes to the authority; a heading tells its part from that of the service.
      ...(group.length === own.length && to === "authority"
        ? []
        : [heading(2, `${t("Адресат", "Addressee")}: ${addresseeTitle(ctx, to)}`)]),
      ...group.flatMap((one): Block[] => {
        const { addressees } = one;
        const reason = recommendationReason(ctx, one);
        const open = addressees.certain.includes(municipality.id)
          ? ""
          : t(
              "Относится ли рекомендация к муниципалитету, зависит от значений, которые определены неоднозначно: требует уточнения.",
              "Whether it concerns the municipality depends on values that are not known for certain: needs clarification.",
            );
        const note = [reason, open].filter(Boolean).join(" ");
        return [
          ...recommendationText(ctx, one, numbers.get(one) ?? "", { isDense: true }),
          ...deadlineBlock(ctx, one),
          ...(note ? [paragraph([note], { style: "note" })] : []),
        ];
      }),
    ];
  });
  const toAll = own.filter(({ by }) => by === "all").length;
  return [
    ...(toAll > 0
      ? [
          paragraph([
            toAll === own.length
              ? t("Рекомендации даны всем муниципалитетам региона.", "The recommendations go to all municipalities.")
              : t(
                  "Рекомендации, под которыми нет строки «Основание», даны всем муниципалитетам региона.",
                  "Recommendations without a line “Reason” go to all municipalities of the region.",
                ),
          ]),
        ]
      : []),
    ...blocks,
    ...(unlisted ? [paragraph([unlisted], { style: "note" })] : []),
  ];
}
