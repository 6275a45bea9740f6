import type { Text } from "@metodika/core";
import type { SaidCriterion } from "./criterion-said.ts";
import type { PointsSaid } from "./points-said.ts";
import type { Reference } from "./reference.ts";

/** Who has so many points for a criterion: by the cells, and by the points that the report prints. */
export interface PointGroup {
  id: string;
  statement: Text;
  source: string;
  certain: string[];
  possible: string[];
  printed: string[];
  /** Those that are scored at all. */
  scored: number;
  /** The most, or the least, that was reached; where the sentence speaks of it. */
  reached?: number;
  /** The most that could be reached. */
  max: number;
}

/** The municipalities with so many points; undefined where the round gives no points for the criterion. */
export function pointGroup(
  said: PointsSaid,
  criterion: SaidCriterion,
  { score, data }: Pick<Reference, "score" | "data">,
): PointGroup | undefined {
  const units = score.units.flatMap(({ municipality, criteria }) => {
    const own = criteria.find((one) => one.criterion === criterion.id);
    return own?.points ? [{ municipality, points: own.points, printed: own.printed, max: own.max ?? 0 }] : [];
  });
  if (units.length === 0) return undefined;
  const ends = units.flatMap(({ points }) => points);
  const reached = said.end === undefined ? undefined : said.end === "most" ? Math.max(...ends) : Math.min(...ends);
  const isBare = said.low === undefined && said.high === undefined;
  const low = isBare ? (reached ?? 0) : (said.low ?? Number.NEGATIVE_INFINITY);
  const high = isBare ? (reached ?? 0) : (said.high ?? Number.POSITIVE_INFINITY);
  const inside = (value: number): boolean => low <= value && value <= high;
  const table = data.methodology.criteria.find(({ id }) => id === criterion.id)?.table;
  const range = rangeOf(low, high);
  return {
    id: `table/points/${criterion.id}${range.id}`,
    statement: {
      ru: `«${criterion.title.ru}», баллы: ${range.text.ru}`,
      en: `“${criterion.title.en}”, points: ${range.text.en}`,
    },
    source: table === undefined ? data.round.id : `${data.round.id} table ${table}`,
    certain: units.filter(({ points }) => points.every(inside)).map(({ municipality }) => municipality),
    possible: units
      .filter(({ points: [least, most] }) => most >= low && least <= high)
      .map(({ municipality }) => municipality),
    printed: units
      .filter(({ printed, points }) => (printed === null ? points.every(inside) : inside(printed)))
      .map(({ municipality }) => municipality),
    scored: units.length,
    ...(reached === undefined ? {} : { reached }),
    max: Math.max(...units.map(({ max }) => max)),
  };
}

function rangeOf(low: number, high: number): { id: string; text: Text } {
  const whole = (value: number): string => String(Math.round(value * 1000) / 1000);
  const isOver = !Number.isInteger(low) && Math.abs(low - Math.round(low)) < 1e-5;
  const isUnder = !Number.isInteger(high) && Math.abs(high - Math.round(high)) < 1e-5;
  if (low === high) return { id: `=${whole(low)}`, text: { ru: whole(low), en: whole(low) } };
  if (high === Number.POSITIVE_INFINITY)
    return isOver
      ? { id: `>${whole(low)}`, text: { ru: `больше ${whole(low)}`, en: `more than ${whole(low)}` } }
      : { id: `>=${whole(low)}`, text: { ru: `не меньше ${whole(low)}`, en: `at least ${whole(low)}` } };
  if (low === Number.NEGATIVE_INFINITY)
    return isUnder
      ? { id: `<${whole(high)}`, text: { ru: `меньше ${whole(high)}`, en: `less than ${whole(high)}` } }
      : { id: `<=${whole(high)}`, text: { ru: `не больше ${whole(high)}`, en: `at most ${whole(high)}` } };
  return {
    id: `=${whole(low)}-${whole(high)}`,
    text: { ru: `от ${whole(low)} до ${whole(high)}`, en: `${whole(low)} to ${whole(high)}` },
  };
}
