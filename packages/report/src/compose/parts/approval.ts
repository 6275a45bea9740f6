import { type Block, formatDate, type Part, say } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { capitalized } from "../groups.ts";
import { paragraph, strong } from "../runs.ts";

const roles = [
  { role: "approved", title: { ru: "УТВЕРЖДАЮ", en: "APPROVED" } },
  { role: "agreed", title: { ru: "СОГЛАСОВАНО", en: "AGREED" } },
  { role: "prepared", title: { ru: "ПОДГОТОВЛЕНО", en: "PREPARED" } },
] as const;

/** The approval sheet: places to sign by role, and never a name; a round without roles has none. */
export function approvalPart(ctx: Context): Part[] {
  const { lang, data } = ctx;
  const blocks = roles.flatMap(({ role, title }): Block[] => {
    const rows = data.round.approval
      .filter((one) => one.role === role)
      .map(({ position, organisation }) => ({
        role: `${capitalized(say(position, lang))}, ${say(organisation, lang)}`,
      }));
    return rows.length > 0 ? [{ type: "signatures", title: say(title, lang), rows }] : [];
  });
  return blocks.length > 0 ? [{ id: "approval", blocks }] : [];
}

/** The title of the report, its methodology and its period. */
export function titlePart(ctx: Context): Part {
  const { lang, data, t } = ctx;
  const { round, methodology } = data;
  const year = round.published.slice(0, 4);
  return {
    id: "title",
    blocks: [
      paragraph([strong(t("АНАЛИТИЧЕСКАЯ СПРАВКА", "ANALYTICAL REPORT"))], { style: "center" }),
      paragraph([strong(say(methodology.title, lang))], { style: "center" }),
      paragraph([say(round.period.title, lang)], { style: "center" }),
      ...(say(round.period.title, lang).includes(year)
        ? []
        : [paragraph([formatDate(year, lang)], { style: "center" })]),
      ...(ctx.score.trial ? [paragraph([t("ПРОБНЫЙ РАСЧЁТ", "TRIAL CALCULATION")], { style: "center" })] : []),
    ],
  };
}
