import type { Finding } from "@metodika/evidence";
import { computedText, countPhrase, formatSource, printedText, say, type Table } from "@metodika/presentation";
import type { Context } from "../context.ts";

/** So many names, and so many places, still read well in a cell. */
const mostNames = 4;
const mostPlaces = 3;

/** Statements that the tables contradict, a row each: what is printed, what the tables give, and both places. */
export function disagreementsTable(ctx: Context, findings: readonly Finding[]): Table {
  const { t, lang, data } = ctx;
  return {
    id: `${data.round.id}-audit`,
    title: t("Сведения текста и таблиц", "Text and tables"),
    lang,
    corner: t("Сведения текста", "Statement of the text"),
    columns: [
      { id: "printed", title: t("В справке", "Printed"), align: "left" },
      { id: "computed", title: t("По таблицам и остальному тексту", "By tables and text"), align: "left" },
      { id: "source", title: t("Место в справке", "Place"), align: "left" },
      { id: "against", title: t("Сверено с", "Held against"), align: "left" },
    ],
    rows: findings.map((finding) => ({
      id: finding.id,
      header: say(finding.statement, lang),
      cells: [
        { text: printedShort(ctx, finding) },
        { text: computedShort(ctx, finding) },
        { text: placeText(ctx, finding.source) },
        { text: placesText(ctx, finding.against) },
      ],
    })),
    notes: [],
    source: ctx.source,
  };
}

function printedShort({ data, lang }: Context, { printed }: Finding): string {
  if (!Array.isArray(printed)) return printedText(printed, data, lang);
  return printed.length <= mostNames
    ? printedText(printed, data, lang)
    : countPhrase([printed.length, printed.length], "municipality", lang);
}

function computedShort(ctx: Context, { computed, disagreeing = [] }: Finding): string {
  const { data, lang, t } = ctx;
  if (computed === null || typeof computed !== "object" || !("certain" in computed))
    return computedText(computed, data, lang);
  const { certain, possible } = computed;
  if (possible.length <= mostNames) return computedText(computed, data, lang);
  const count = countPhrase([certain.length, possible.length], "municipality", lang);
  if (disagreeing.length === 0) return count;
  const which =
    disagreeing.length <= mostNames
      ? ctx.names(disagreeing)
      : countPhrase([disagreeing.length, disagreeing.length], "municipality", lang);
  return `${count}; ${t("различие", "difference")}: ${which}`;
}

/** A place without the name of the report, which is the same for all. */
function placeText({ lang }: Context, place: string): string {
  return formatSource(place, lang).replace(/^[^,]+, /, "");
}

function placesText(ctx: Context, places: readonly string[]): string {
  const shown = places.slice(0, mostPlaces).map((place) => placeText(ctx, place));
  const more = places.length - shown.length;
  return [...shown, ...(more > 0 ? [`${ctx.t("и ещё", "and")} ${more}${ctx.t("", " more")}`] : [])].join("; ");
}
