import { type Document, type Part, say } from "@metodika/presentation";
import type { ComposeInput } from "./compose-input.ts";
import { conclusionsOf } from "./conclusions.ts";
import { contextOf } from "./context.ts";
import { methodologyAnnex, qualityAnnex } from "./parts/annexes.ts";
import { approvalPart, titlePart } from "./parts/approval.ts";
import { conclusionsPart } from "./parts/conclusions.ts";
import { criteriaParts } from "./parts/criteria.ts";
import { dynamicsPart, untoldChanges } from "./parts/dynamics.ts";
import { expertsPart, untoldComments } from "./parts/experts.ts";
import { factsPart, untoldFacts } from "./parts/facts.ts";
import { collectionPart, framePart } from "./parts/frame.ts";
import { pointsPart } from "./parts/points.ts";
import { recommendationsPart } from "./parts/recommendations.ts";
import { worklistAnnex } from "./parts/worklist.ts";

/**
 * The analytical report of a round, in Russian or English, for any region: every figure and list from the data, each in
 * a tagged place with a note on how it was counted.
 *
 *     approval · title · contents · frame · collection · facts · results · criterion-… · scores · dynamics · experts ·
 *     conclusions · recommendations · annex-methodology · annex-quality · annex-worklist
 *
 * @example
 * composeReport({ data, score, findings: audit(data, score), lang: "ru", edition: "working" })
 */
export function composeReport(input: ComposeInput): Document {
  const ctx = contextOf(input);
  const { lang, t, data } = ctx;
  const { round, methodology } = data;
  const conclusions = conclusionsOf(ctx);
  const leftOut = [...conclusions.leftOut, ...untoldFacts(ctx), ...untoldChanges(ctx), ...untoldComments(ctx)];
  const parts: Part[] = [
    ...approvalPart(ctx),
    titlePart(ctx),
    { id: "contents", newPage: true, blocks: [{ type: "contents", title: t("Содержание", "Contents") }] },
    framePart(ctx),
    collectionPart(ctx),
    ...factsPart(ctx),
    ...criteriaParts(ctx),
    ...pointsPart(ctx),
    dynamicsPart(ctx),
    ...expertsPart(ctx),
    conclusionsPart(ctx, conclusions),
    ...recommendationsPart(ctx),
    methodologyAnnex(ctx),
    qualityAnnex(ctx, leftOut),
    ...worklistAnnex(ctx),
  ];
  return {
    id: `${round.id}-report`,
    kind: "report",
    title: `${t("Аналитическая справка", "Analytical report")}. ${say(methodology.title, lang)}. ${say(round.period.title, lang)}`,
    lang,
    edition: input.edition,
    fields: {
      region: round.region,
      round: say(round.title, lang),
      methodology: say(methodology.title, lang),
      period: say(round.period.title, lang),
      year: round.published.slice(0, 4),
    },
    parts,
  };
}
