import type { RoundData, RoundScore } from "@metodika/core";
import type { Finding } from "./finding.ts";

/** Points of rows, counted apart from the claims of the text: printed against the sum of the same row. */
export function pointsFindings(
  { round, municipalities, methodology, printed }: RoundData,
  score: RoundScore,
): Finding[] {
  const places = new Map(
    printed.filter(({ kind }) => kind === "points").map((row) => [`${row.municipality} ${row.item}`, row.source]),
  );
  return score.units.flatMap(({ municipality, criteria }) =>
    criteria.flatMap(({ criterion, points, printed: value }): Finding[] => {
      if (value === null) return [];
      const unit = municipalities.find(({ id }) => id === municipality);
      const title = methodology.criteria.find(({ id }) => id === criterion)?.title;
      const isSame = points !== null && points[0] === value && points[1] === value;
      const isPossible = points !== null && points[0] <= value && value <= points[1];
      const range = points === null ? "—" : points[0] === points[1] ? String(points[0]) : `${points[0]}–${points[1]}`;
      return [
        {
          id: `points/${criterion}/${municipality}`,
          round: round.id,
          kind: "points",
          statement: {
            ru: `${unit?.name ?? municipality}: ${value} — «${title?.ru ?? criterion}»`,
            en: `${unit?.name_en ?? municipality}: ${value} — “${title?.en ?? criterion}”`,
          },
          source: places.get(`${municipality} ${criterion}`) ?? round.id,
          universe: municipality,
          printed: value,
          computed: points === null ? null : points[0] === points[1] ? points[0] : { low: points[0], high: points[1] },
          verdict: isSame ? "confirmed" : isPossible ? "undetermined" : "contradicted",
          explanation: {
            ru: `В отчёте ${value}, по ячейкам строки ${range}.`,
            en: `The report prints ${value}; the cells of the row give ${range}.`,
          },
          against: [places.get(`${municipality} ${criterion}`) ?? round.id],
          readings: [],
          bases: [],
          inferred: false,
          exact: true,
        },
      ];
    }),
  );
}
