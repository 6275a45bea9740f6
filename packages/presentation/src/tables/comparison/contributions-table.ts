import { type Dynamics, unitChange } from "@metodika/comparison/results";
import { indicatorsOf, type Language, toNumber } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import { collectNotes } from "../../table/collect-notes.ts";
import type { Cell, Column, Table } from "../../table/table.ts";
import { changeCell, endsOfChange } from "./change-cell.ts";
import { type ComparedRounds, comparedCriteria, criterionTitle, namesOf } from "./compared-rounds.ts";
import { comparedSource, comparedTitle, periodsOf } from "./compared-source.ts";

/**
 * What each indicator adds to the change of the total, or of every criterion where there is no total. In each row the
 * contributions add up exactly to the change that stands last in their group; where they would not, they are not shown.
 * Undefined where no change is a sum of what indicators add.
 */
export function contributionsTable(compared: ComparedRounds, lang: Language): Table | undefined {
  const { before, after, result } = compared;
  const notes = collectNotes(lang);
  const ru = lang === "ru";
  const parts = summedParts(result);
  if (parts.length === 0) return undefined;
  const titles = new Map(
    [before, after].flatMap(({ methodology }) =>
      indicatorsOf(methodology).map(({ indicator }) => [indicator.id, shortTitle(indicator, lang)] as const),
    ),
  );
  const named = parts.map(({ criterion, change }) => ({
    criterion,
    change,
    ids: (change.contributions ?? []).map(({ before: was, after: is }) => ({ was, is, id: is ?? was ?? "" })),
  }));
  const columns = named.flatMap(({ criterion, ids }): Column[] => {
    const group = parts.length > 1 ? { group: criterionTitle(criterion, compared, lang) } : {};
    return [
      ...ids.map(
        ({ id }): Column => ({
          id: `${criterion}-${id}`,
          title: titles.get(id) ?? id,
          ...group,
          align: "right",
          signed: true,
        }),
      ),
      { id: `${criterion}-change`, title: ru ? "Всего" : "All", ...group, align: "right", signed: true },
    ];
  });
  const names = namesOf(compared, lang);
  const rows = result.units.map(({ municipality }, unit) => ({
    id: municipality,
    header: names.after(municipality),
    cells: named.flatMap(({ change, ids }): Cell[] => {
      const own = unitChange(change, unit);
      const ends = endsOfChange(own);
      const whole = ends ? changeCell(ends, lang) : { text: "", value: null };
      const { contributions } = own;
      if (!contributions) {
        const reason = ends
          ? ru
            ? "результат не складывается из вкладов показателей"
            : "the result is no sum of what indicators add"
          : ru
            ? "не сопоставляется: в одном из мониторингов результата нет"
            : "not compared: one of the rounds has no result";
        const mark = notes.mark(`${reason}.`);
        return [...ids.map((): Cell => ({ text: "", value: null })), { ...whole, marks: [mark] }];
      }
      return [
        ...ids.map(({ id }) => {
          const term = contributions.find(({ before: was, after: is }) => (is ?? was) === id);
          return changeCell(term ? [toNumber(term.low), toNumber(term.high)] : [0, 0], lang);
        }),
        whole,
      ];
    }),
  }));
  notes.whole(
    ru
      ? "Вклады в строке в точности складываются в изменение: нижние границы — в нижнюю, верхние — в верхнюю."
      : "The contributions of a row add up exactly to the change: low ends to the low end, high ends to the high.",
  );
  return {
    id: `${after.round.id}-contributions`,
    title: comparedTitle(
      ru ? "Вклады показателей в изменение" : "What each indicator adds to the change",
      [before, after],
      lang,
    ),
    caption: periodsOf([before, after], lang),
    lang,
    corner: say(labels.territory, lang),
    columns,
    rows,
    notes: notes.all(),
    source: comparedSource([before, after], lang),
  };
}

/** The total where it is a sum, else every criterion that is one. */
function summedParts(result: Dynamics) {
  const summed = comparedCriteria(result).flatMap(({ criterion, change }) =>
    change?.contributions ? [{ criterion, change }] : [],
  );
  const total = summed.filter(({ criterion }) => criterion === "total");
  return total.length > 0 ? total : summed;
}
