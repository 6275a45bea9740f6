import { criteriaOf, type RoundData, type RoundScore, type Text } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { formatNumber } from "../numbers/format-number.ts";
import { type Agreement, pointsAgreement } from "../tables/agreement.ts";
import type { DistributionRow } from "./distribution-row.ts";

/** The points of one municipality, computed and printed. */
export interface PointsRow {
  municipality: string;
  name: Text;
  /** Null where it is not scored. */
  low: number | null;
  high: number | null;
  max: number | null;
  printed: number | null;
  agreement: Agreement | null;
}

/** The points of a criterion, or of the `total`, of every municipality, in the order of the region's tables. */
export function pointsRows(data: RoundData, score: RoundScore, item: string): PointsRow[] {
  const units = new Map(score.units.map((unit) => [unit.municipality, unit]));
  return data.municipalities.map((municipality) => {
    const unit = units.get(municipality.id);
    const criterion = unit?.criteria.find((own) => own.criterion === item);
    const own = item === "total" ? unit?.total : criterion;
    const points = own?.points ?? null;
    const printed = criterion?.printed ?? null;
    return {
      municipality: municipality.id,
      name: { ru: municipality.name, en: municipality.name_en },
      low: points?.[0] ?? null,
      high: points?.[1] ?? null,
      max: own?.max ?? null,
      printed,
      agreement: pointsAgreement(points, printed) ?? null,
    };
  });
}

/**
 * How many municipalities have each number of points of a criterion, or of the `total`: a municipality whose points lie
 * between bounds is possible at every number within them, and certain at none. Only those that are scored count.
 *
 * @throws RangeError for a criterion that the methodology does not have
 */
export function pointsDistribution(data: RoundData, score: RoundScore, item: string): DistributionRow[] {
  const criterion = criteriaOf(data.methodology).find(({ id }) => id === item);
  if (!criterion && item !== "total")
    throw new RangeError(`no criterion "${item}" in the methodology ${data.methodology.id}`);
  const scored = pointsRows(data, score, item).flatMap(({ municipality, low, high, max }) =>
    low === null || high === null ? [] : [{ municipality, low, high, max: max ?? high }],
  );
  const values = new Set(scored.flatMap(({ low, high }) => [low, high]));
  // Whole points: the empty places between them are part of the picture.
  const most = scored.reduce((top, { max }) => Math.max(top, max), 0);
  if ([...values].every(Number.isInteger) && most <= 200) for (let value = 0; value <= most; value++) values.add(value);
  const title = criterion?.title ?? labels.total;
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => {
      const who = (fits: (low: number, high: number) => boolean) =>
        scored.flatMap(({ municipality, low, high }) => (fits(low, high) ? [municipality] : []));
      const members = {
        certain: who((low, high) => low === value && high === value),
        possible: who((low, high) => low <= value && value <= high),
      };
      return {
        item,
        itemTitle: title,
        itemShort: criterion?.short ?? title,
        key: String(value),
        kind: "value",
        title: { ru: formatNumber(value, "ru"), en: formatNumber(value, "en") },
        certain: members.certain.length,
        possible: members.possible.length,
        denominator: scored.length,
        base: { ru: "оценённые муниципалитеты", en: "scored municipalities" },
        members,
      };
    });
}
