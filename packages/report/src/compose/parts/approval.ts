import { type Block, type Part, say } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { capitalized } from "../groups.ts";
import { paragraph, strong } from "../runs.ts";

const roles = {
  approved: { ru: "УТВЕРЖДАЮ", en: "APPROVED" },
  agreed: { ru: "СОГЛАСОВАНО", en: "AGREED" },
  prepared: { ru: "ПОДГОТОВЛЕНО", en: "PREPARED" },
} as const;

/** Places to sign in one role, and never a name. */
function signatures({ lang, data, t }: Context, role: keyof typeof roles): Block[] {
  const date = t(`«${"_".repeat(4)}» ${"_".repeat(14)} 20${"_".repeat(3)} г.`, `${"_".repeat(22)} 20${"_".repeat(3)}`);
  const rows = data.round.approval
    .filter((one) => one.role === role)
    .map(({ position, organisation }) => ({
      role: `${capitalized(say(position, lang))}, ${say(organisation, lang)}`,
      ...(role === "approved" ? { date } : {}),
    }));
  if (rows.length === 0) return [];
  const place = role === "approved" ? ({ place: "right" } as const) : {};
  return [{ type: "signatures", title: say(roles[role], lang), ...place, rows }];
}

/** The organisation, where the round names a single one, and the place of its head to sign; a round without roles has neither. */
export function approvalPart(ctx: Context): Part[] {
  const { lang, data } = ctx;
  const organisations = [...new Set(data.round.approval.map(({ organisation }) => say(organisation, lang)))];
  const [only = ""] = organisations;
  const blocks: Block[] = [
    ...(organisations.length === 1 ? [paragraph([only], { style: "center" })] : []),
    ...signatures(ctx, "approved"),
  ];
  return blocks.length > 0 ? [{ id: "approval", blocks }] : [];
}

/** The title of the report, its methodology and its period, who agreed and prepared it, and the year at the foot. */
export function titlePart(ctx: Context): Part {
  const { lang, data, t } = ctx;
  const { round, methodology } = data;
  return {
    id: "title",
    blocks: [
      paragraph([t("АНАЛИТИЧЕСКАЯ СПРАВКА", "ANALYTICAL REPORT")], { style: "title" }),
      paragraph([strong(say(methodology.title, lang))], { style: "center" }),
      paragraph([say(round.period.title, lang)], { style: "center" }),
      ...(ctx.score.trial ? [paragraph([t("ПРОБНЫЙ РАСЧЁТ", "TRIAL CALCULATION")], { style: "center" })] : []),
      paragraph([" "]),
      ...signatures(ctx, "agreed"),
      ...signatures(ctx, "prepared"),
      paragraph([round.published.slice(0, 4)], { style: "imprint" }),
    ],
  };
}
