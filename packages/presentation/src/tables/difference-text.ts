import type { Language } from "@metodika/core";
import { formatInterval } from "../numbers/format-interval.ts";
import { formatNumber } from "../numbers/format-number.ts";
import { either, quote } from "../words/join.ts";
import { formatChange } from "./comparison/change-cell.ts";

/** Printed, computed and what lies between them, in words. */
export function differenceText(points: readonly [number, number] | null, printed: number, lang: Language): string {
  const inReport = formatNumber(printed, lang);
  if (!points)
    return lang === "ru"
      ? `в отчёте напечатано ${inReport}, по ячейкам таблицы баллы не рассчитываются.`
      : `the report prints ${inReport}; the cells of the table give no points.`;
  const computed = formatInterval(points, lang);
  const difference = formatChange([printed - points[1], printed - points[0]], lang);
  return lang === "ru"
    ? `в отчёте напечатано ${inReport}, по ячейкам таблицы получается ${computed} (разница ${difference}).`
    : `the report prints ${inReport}, the cells of the table give ${computed} (difference ${difference}).`;
}

/** A printed level beside the possible ones, in words. */
export function levelDifferenceText(printed: string, computed: readonly string[], lang: Language): string {
  const list = either(computed, lang);
  if (lang === "ru")
    return `в отчёте ${quote(printed, lang)}, по ячейкам таблиц ${list ? `получается ${list}` : "уровень не определяется"}.`;
  return `the report prints ${quote(printed, lang)}, the cells of the tables give ${list || "no level"}.`;
}
