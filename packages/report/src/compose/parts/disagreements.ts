import type { Finding } from "@metodika/evidence";
import { claimsOf } from "@metodika/evidence";
import { formatPlaces, say, sidesOf, type Table } from "@metodika/presentation";
import type { Context } from "../context.ts";

/**
 * Statements that the tables contradict, a row each: what is printed, what stands against it, and both places. Of two dates both
 * are shown, of a list all who are missing or too many.
 */
export function disagreementsTable(ctx: Context, findings: readonly Finding[]): Table {
  const { t, lang, data } = ctx;
  const claims = new Map(claimsOf(data).map((claim) => [claim.id, claim]));
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
    rows: findings.map((finding) => {
      const { printed, against } = sidesOf(finding, data, lang, claims);
      return {
        id: finding.id,
        header: say(finding.statement, lang),
        cells: [
          { text: printed },
          { text: against },
          { text: formatPlaces([finding.source], lang) },
          {
            text: formatPlaces(
              finding.against.filter((place) => place !== finding.source),
              lang,
            ),
          },
        ],
      };
    }),
    notes: [],
    source: ctx.source,
  };
}
