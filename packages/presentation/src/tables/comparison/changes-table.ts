import { type ChangeClass, type CriterionDynamics, changeClasses, unitChange } from "@metodika/comparison/results";
import type { Language } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { collectNotes } from "../../table/collect-notes.ts";
import type { Cell, Column, Row, Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { changeCell, classCell, endsOfChange } from "./change-cell.ts";
import { type ComparedRounds, comparedCriteria, criterionTitle, namesOf } from "./compared-rounds.ts";
import { comparedSource, comparedTitle, periodsOf } from "./compared-source.ts";
import { changeLabels, lineageLabels } from "./comparison-words.ts";
import { leftOutNotes } from "./left-out-notes.ts";

/**
 * For every municipality the change of every criterion and of the total, as an interval, with its class in a word. Those
 * that cannot be compared stand below the others with the reason; totals count the municipalities of each class.
 *
 * @example
 * changesTable(result, "ru").rows[0]?.cells[1]?.text // "рост"
 */
export function changesTable(compared: ComparedRounds, lang: Language): Table {
  const { before, after, result } = compared;
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  const parts = comparedCriteria(result);
  const names = namesOf(compared, lang);
  const columns = parts.flatMap(({ criterion, leftOut }): Column[] => {
    const title = criterionTitle(criterion, compared, lang);
    const isWhole = leftOut.length === 0 || result.breaks === "include";
    const group = isWhole ? title : `${title} (${ru ? "без прерванных показателей" : "without broken series"})`;
    return [
      { id: `${criterion}-change`, title: ru ? "Изменение" : "Change", group, align: "right", signed: true },
      { id: `${criterion}-class`, title: ru ? "Вывод" : "Finding", group, align: "left" },
    ];
  });
  const rows = result.units.map(({ municipality, before: earlier, kind }, unit): Row => {
    const header = names.after(municipality);
    const was = earlier.map((id) => quote(names.before(id), lang)).join(", ");
    const cells = parts.flatMap(({ change }): Cell[] => {
      if (!change) return [];
      const own = unitChange(change, unit);
      const ends = endsOfChange(own);
      return [ends ? changeCell(ends, lang) : { text: "", value: null }, classCell(own.class, lang)];
    });
    if (isPartial(parts, unit)) {
      const last = cells.at(-1);
      if (last) last.marks = [notes.mark(partialText[lang])];
    }
    const first = cells[0];
    if (kind !== "same" && first)
      first.marks = [notes.mark(`${header}: ${say(lineageLabels[kind], lang)}; ${ru ? "прежде" : "before"} ${was}.`)];
    return { id: municipality, header, cells };
  });
  const apart = result.apart.flatMap((match): Row[] =>
    (match.after.length > 0 ? match.after : match.before).map((id) => {
      const header = match.after.length > 0 ? names.after(id) : names.before(id);
      const was = match.after.length > 0 ? match.before.map((one) => quote(names.before(one), lang)).join(", ") : "";
      const reason = `${say(lineageLabels[match.kind], lang)}${was ? `; ${ru ? "прежде" : "before"} ${was}` : ""}`;
      const mark = notes.mark(
        `${header}: ${ru ? "сравнивать не с чем" : "there is nothing to compare with"} — ${reason}.`,
      );
      return {
        id,
        header,
        cells: parts.flatMap((_, index): Cell[] => [
          { text: "", value: null },
          { ...classCell("not-compared", lang), ...(index === 0 ? { marks: [mark] } : {}) },
        ]),
      };
    }),
  );
  for (const note of leftOutNotes(compared, lang)) notes.whole(note);
  return {
    id: `${after.round.id}-changes`,
    title: comparedTitle(ru ? "Изменения по муниципалитетам" : "Changes by municipality", [before, after], lang),
    caption: periodsOf([before, after], lang),
    lang,
    corner: say(labels.territory, lang),
    columns,
    rows: [...rows, ...apart],
    totals: changeClasses.map((kind) => totalOf(kind, parts, apart.length, lang)),
    notes: notes.all(),
    source: comparedSource([before, after], lang),
  };
}

const partialText: Readonly<Record<Language, string>> = {
  ru: "В одном из мониторингов часть критериев не рассчитана: сумма меняется и от этого.",
  en: "One of the rounds has no result for some criteria: the total changes by that too.",
};

/** True where the total is compared although a criterion below it is not. */
function isPartial(parts: readonly CriterionDynamics[], unit: number): boolean {
  const isOut = ({ change }: CriterionDynamics) => changeClasses[change?.classes[unit] ?? -1] === "not-compared";
  const total = parts.find(({ criterion }) => criterion === "total");
  return total !== undefined && !isOut(total) && parts.some(isOut);
}

/** How many municipalities have one class, by criterion. Those that stand apart are not compared either. */
function totalOf(kind: ChangeClass, parts: readonly CriterionDynamics[], apart: number, lang: Language): Row {
  return {
    id: `total-${kind}`,
    header: `${say(changeLabels[kind].title, lang)}, ${lang === "ru" ? "муниципалитетов" : "municipalities"}`,
    cells: parts.flatMap(({ change }): Cell[] => {
      const count = (change?.counts[kind] ?? 0) + (kind === "not-compared" ? apart : 0);
      return [
        { text: "", value: null },
        { text: String(count), value: count },
      ];
    }),
  };
}
