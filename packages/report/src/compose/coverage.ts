import { blankCell, isKnown, type Members, missingStatuses, statusTitles } from "@metodika/core";
import { quote, type Run, say, shortTitle } from "@metodika/presentation";
import type { Context } from "./context.ts";
import { groupRuns } from "./groups.ts";
import { figure, joined, tagOf, text } from "./runs.ts";
import { toldLevels } from "./told-levels.ts";

/** Of how many municipalities there are values, by their cells. Someone may stand in two groups where that is open. */
export interface Coverage {
  /** A value of every indicator, be it one of several. */
  full: Members;
  /** Of some indicators only. */
  partial: Members;
  /** Of no indicator. */
  none: Members;
}

/**
 * Counts municipalities by what their cells hold. A value that is known within bounds is a value; what was not submitted,
 * cannot exist or was not done is none.
 */
export function coverageOf({ data, places }: Pick<Context, "data" | "places">): Coverage {
  const cells = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]));
  const all = data.municipalities.map(({ id }) => {
    const states = places.map(
      ({ indicator }) => (cells.get(`${id} ${indicator.id}`) ?? blankCell(id, indicator.id)).state,
    );
    const hasValue = states.map(({ codes, range }) => codes.length > 0 || range !== undefined);
    const hasNone = states.map(({ missing }) => missing.length > 0);
    return {
      id,
      canBeFull: hasValue.every(Boolean),
      canBeEmpty: hasNone.every(Boolean),
      isFull: !hasNone.some(Boolean),
      isEmpty: !hasValue.some(Boolean),
      // A value here for certain or possibly, and none there.
      canBePartial: hasValue.some((value, at) => value && hasNone.some((none, other) => none && other !== at)),
    };
  });
  const who = (fits: (one: (typeof all)[number]) => boolean) => all.filter(fits).map(({ id }) => id);
  return {
    full: { certain: who(({ isFull }) => isFull), possible: who(({ canBeFull }) => canBeFull) },
    partial: {
      certain: who(({ canBeFull, canBeEmpty }) => !canBeFull && !canBeEmpty),
      possible: who(({ canBePartial }) => canBePartial),
    },
    none: { certain: who(({ isEmpty }) => isEmpty), possible: who(({ canBeEmpty }) => canBeEmpty) },
  };
}

/** How many have all values, some and none, in one sentence; the names of the last two where they are wanted. */
export function coverageRuns(ctx: Context, tag: string, withNames: boolean): Run[] {
  const { t, data } = ctx;
  const { full, partial, none } = coverageOf(ctx);
  const isOpen = data.cells.some(({ state }) => !isKnown(state));
  const common = {
    base: t("все муниципалитеты региона", "all municipalities of the region"),
    denominator: data.municipalities.length,
  };
  const told = (which: string, lead: string, members: Members, names: "always" | "never"): Run[][] =>
    members.possible.length === 0
      ? []
      : [[text(`${lead} — `), ...groupRuns(ctx, members, { tag: [tag, which], names, ...common })]];
  const groups = [
    ...told(
      "full",
      t(
        `Есть значения всех показателей${isOpen ? " (часть из них определена неоднозначно)" : ""}`,
        `Values of all indicators${isOpen ? " (some within bounds)" : ""}`,
      ),
      full,
      "never",
    ),
    ...told(
      "partial",
      t("есть значения не всех показателей", "values of some indicators"),
      partial,
      withNames ? "always" : "never",
    ),
    ...told("none", t("сведений нет", "no data"), none, "always"),
  ];
  return joined(groups, "; ", ".");
}

/** Which values those lack who have some: «Дальнегорский ГО: „Должностные обязанности“ — сведения не представлены». */
export function lackingRuns(ctx: Context): Run[][] {
  const { data, lang, places } = ctx;
  const cells = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]));
  const lines = new Map<string, string[]>();
  for (const id of coverageOf(ctx).partial.certain) {
    const without = missingStatuses.flatMap((status) => {
      const own = places.filter(({ indicator }) => {
        const { codes, range, missing } = (cells.get(`${id} ${indicator.id}`) ?? blankCell(id, indicator.id)).state;
        return codes.length === 0 && range === undefined && missing[0] === status;
      });
      if (own.length === 0) return [];
      const names = own.map(({ indicator }) => quote(shortTitle(indicator, lang), lang)).join(", ");
      return [`${names} — ${say(statusTitles[status], lang)}`];
    });
    const words = without.join("; ");
    lines.set(words, [...(lines.get(words) ?? []), id]);
  }
  return [...lines].map(([words, ids]) => [
    figure(tagOf("coverage", "lacking", ids[0] ?? ""), ctx.names(ids)),
    text(`: ${words}`),
  ]);
}

/** For how many points were calculated or a level is certain; nothing for a methodology with neither. */
export function resultRuns(ctx: Context, tag: string): Run[][] {
  const { t, lang, data, score, input } = ctx;
  const common = {
    base: t("все муниципалитеты региона", "all municipalities of the region"),
    denominator: data.municipalities.length,
    names: "never" as const,
  };
  const ids = score.units.flatMap(({ municipality, criteria }) =>
    criteria.some(({ points }) => points !== null) ? [municipality] : [],
  );
  const scored =
    ids.length === 0
      ? []
      : [
          [
            text(t("Баллы рассчитаны: ", "Points are calculated: ")),
            ...groupRuns(ctx, { certain: ids, possible: ids }, { tag: [tag, "scored"], ...common }),
          ],
        ];
  const levels = (data.methodology.levels ?? []).map((level): Run[] => {
    const { of, text: said } = toldLevels({ data: input.data, score, findings: input.findings }, level);
    const settled = [...of].flatMap(([id, { certain }]) => (certain ? [id] : []));
    const title = quote(say(level.title, lang), lang);
    const how =
      said.length > 0
        ? t(" определён однозначно по тексту справки: ", " is certain by the text of the report: ")
        : t(" определён однозначно: ", " is certain: ");
    return [
      text(`${title}${how}`),
      ...groupRuns(ctx, { certain: settled, possible: settled }, { tag: ["certain", level.id], ...common }),
    ];
  });
  return [...scored, ...levels];
}
