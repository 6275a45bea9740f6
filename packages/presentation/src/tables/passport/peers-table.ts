import type { Language, Municipality, RoundData } from "@metodika/core";
import { type PeerComparison, type Standing, standingOf } from "../../distributions/standing.ts";
import { say } from "../../languages/say.ts";
import { formatNumber } from "../../numbers/format-number.ts";
import { numberCell } from "../../table/number-cell.ts";
import type { Column, Row, Table } from "../../table/table.ts";
import { typeTitles } from "../analysis/analysis-words.ts";
import { roundSource } from "../round-source.ts";

/**
 * How many municipalities of the same type have a higher, the same and a lower result, as bounds. Nobody gets a rank that
 * the methodology does not define; a result that the municipality itself does not have is left out.
 */
export function peersTable(
  comparisons: readonly PeerComparison[],
  data: RoundData,
  { id, type }: Pick<Municipality, "id" | "type">,
  lang: Language,
): Table {
  const ru = lang === "ru";
  const alike = new Set(data.municipalities.filter((one) => one.type === type).map((one) => one.id));
  const rows = comparisons.flatMap((comparison): Row[] => {
    const own = comparison.results.find(({ municipality }) => municipality === id);
    if (!own || own.open || (comparison.exactOnly && own.low < own.high)) return [];
    const others = comparison.results.filter((one) => one !== own && alike.has(one.municipality));
    if (others.length === 0) return [];
    const standing: Standing = standingOf(own, others);
    return [
      {
        id: comparison.id,
        header: comparison.title,
        cells: [
          numberCell(standing.higher, lang),
          numberCell(standing.equal, lang),
          numberCell(standing.lower, lang),
          { text: formatNumber(standing.others, lang), value: standing.others },
        ],
      },
    ];
  });
  const column = (name: string, title: string): Column => ({ id: name, title, align: "center" });
  const group = say(typeTitles[type], lang);
  return {
    id: `${data.round.id}-${id}-peers`,
    title: ru ? `Сколько других: ${group}` : `How many others: ${group}`,
    lang,
    corner: ru ? "Результат" : "Result",
    columns: [
      column("higher", ru ? "выше" : "higher"),
      column("equal", ru ? "такой же" : "the same"),
      column("lower", ru ? "ниже" : "lower"),
      column("others", ru ? "всего" : "in all"),
    ],
    rows,
    notes: [
      {
        text: ru
          ? "Мест методика не определяет. Два числа через тире — границы: часть значений требует уточнения."
          : "The methodology defines no places. Two numbers are bounds: some values need clarification.",
      },
    ],
    source: roundSource(data, lang),
  };
}
