import { type CriterionScore, type Language, type NumberTrace, real } from "@metodika/core";
import { formatInterval } from "../../numbers/format-interval.ts";
import { numberCell } from "../../table/number-cell.ts";
import type { Cell } from "../../table/table.ts";
import { openPhrase } from "../../words/count-phrase.ts";

/** The term of a cell in the points of a criterion, at any depth; undefined where it takes no part. */
export function termOf(trace: NumberTrace, position: number): NumberTrace | undefined {
  const { expression } = trace;
  if (expression.kind === "points") return expression.cell === position ? trace : undefined;
  for (const { trace: term } of trace.terms) {
    const found = termOf(term, position);
    if (found) return found;
  }
  return undefined;
}

/** The points that a cell gives, or that it takes no part. */
export function termCell(term: NumberTrace | undefined, lang: Language): Cell {
  if (!term || term.present === "no" || term.low === undefined || term.high === undefined)
    return { text: lang === "ru" ? "не участвует" : "takes no part", value: null };
  return numberCell([real(term.low), real(term.high)], lang);
}

/** «1–4 из 4, требует уточнения»; empty where a criterion gives no points. */
export function criterionPoints(result: CriterionScore | undefined, lang: Language): string {
  const points = result?.points;
  if (!points || result.max == null) return "";
  const open = points[0] < points[1] ? openPhrase(lang) : "";
  return `${formatInterval(points, lang)} ${lang === "ru" ? "из" : "of"}\u00a0${formatInterval([result.max, result.max], lang)}${open}`;
}
