import type { Category, Direction, Transition } from "@metodika/comparison";
import { indicatorsOf, type Language, type PlacedIndicator, type Scale, statusTitles } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import { collectNotes } from "../../table/collect-notes.ts";
import type { Row, Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { countCell } from "./change-cell.ts";
import { type ComparedRounds, namesOf } from "./compared-rounds.ts";
import { comparedSource, comparedTitle, periodsOf } from "./compared-source.ts";
import { directionLabels, indicatorChangeLabels } from "./comparison-words.ts";

const directions: readonly Direction[] = ["rise", "fall", "none", "possible", "no-value"];

/**
 * Every indicator of both rounds: whether its series continues, why it does not, and how many municipalities rose, fell
 * or stayed. One that breaks is shown and marked; its municipalities are counted only where that was asked for.
 */
export function indicatorChangesTable(compared: ComparedRounds, lang: Language): Table {
  const { before, after, result } = compared;
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  const rows = result.indicators.map((transition): Row => {
    const { placed, title } = placedOf(transition, compared, lang);
    const reasons = transition.declared.map(({ reason }) => say(reason, lang));
    const marks = reasons.length > 0 ? [notes.mark(`${title}: ${reasons.join("; ")}.`)] : [];
    const counts = transition.table?.directions;
    return {
      id: transition.after ?? transition.before ?? "",
      header: title,
      cells: [
        { text: placed ? shortTitle(placed.criterion, lang) : "" },
        { text: seriesText(transition, lang), ...(marks.length > 0 ? { marks } : {}) },
        ...directions.map((direction) =>
          counts ? countCell({ low: counts[direction], high: counts[direction] }, lang) : { text: "", value: null },
        ),
      ],
    };
  });
  const names = namesOf(compared, lang);
  const apart = result.apart.map((match) =>
    [...new Set([...match.before.map(names.before), ...match.after.map(names.after)])].join(", "),
  );
  if (apart.length > 0) notes.whole(`${ru ? "Не сопоставлены" : "Not compared"}: ${apart.join("; ")}.`);
  return {
    id: `${after.round.id}-indicator-changes`,
    title: comparedTitle(ru ? "Изменения по показателям" : "Changes by indicator", [before, after], lang),
    caption: periodsOf([before, after], lang),
    lang,
    corner: say(labels.indicator, lang),
    columns: [
      { id: "criterion", title: say(labels.criterion, lang), align: "left" },
      { id: "series", title: ru ? "Ряд" : "Series", align: "left" },
      ...directions.map((direction) => ({
        id: direction,
        title: say(directionLabels[direction], lang),
        group: ru ? "Муниципалитетов" : "Municipalities",
        align: "right" as const,
      })),
    ],
    rows,
    notes: notes.all(),
    source: comparedSource([before, after], lang),
  };
}

/** The transition table of every indicator that is compared: rows are the earlier value, columns the later one. */
export function transitionTables(compared: ComparedRounds, lang: Language): Table[] {
  return compared.result.indicators.flatMap((transition) => {
    const table = transitionTable(transition, compared, lang);
    return table ? [table] : [];
  });
}

function transitionTable(transition: Transition, compared: ComparedRounds, lang: Language): Table | undefined {
  const { before, after } = compared;
  const { table } = transition;
  const { placed, title, earlier } = placedOf(transition, compared, lang);
  if (!table || !placed || !earlier) return undefined;
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  if (!transition.comparable) notes.whole(`${seriesText(transition, lang)}.`);
  const later = say(after.round.period.title, lang);
  return {
    id: `${after.round.id}-${transition.after ?? ""}-transitions`,
    title: comparedTitle(`${ru ? "Переходы" : "Transitions"}: ${quote(title, lang)}`, [before, after], lang),
    caption: periodsOf([before, after], lang),
    lang,
    corner: say(before.round.period.title, lang),
    columns: table.columns.map((category, index) => ({
      id: `to-${index}-${keyOf(category)}`,
      title: categoryTitle(category, placed.scale, lang),
      group: later,
      align: "right",
    })),
    rows: table.rows.map((category, row) => ({
      id: `from-${keyOf(category)}`,
      header: categoryTitle(category, earlier.scale, lang),
      cells: table.columns.map((_, column) => countCell(table.counts[row]?.[column] ?? { low: 0, high: 0 }, lang)),
    })),
    notes: notes.all(),
    source: comparedSource([before, after], lang),
  };
}

function placedOf({ before: was, after: is }: Transition, { before, after }: ComparedRounds, lang: Language) {
  const find = (data: typeof before, id: string | undefined): PlacedIndicator | undefined =>
    indicatorsOf(data.methodology).find(({ indicator }) => indicator.id === id);
  const earlier = find(before, was);
  const placed = find(after, is) ?? earlier;
  return { placed, earlier, title: placed ? shortTitle(placed.indicator, lang) : (is ?? was ?? "") };
}

/** «сопоставим», or what changed in the indicator, with cells that their source marks and what became of the goalposts. */
function seriesText({ comparable, changes, marked, reference }: Transition, lang: Language): string {
  const ru = lang === "ru";
  const changed = changes.map((kind) => say(indicatorChangeLabels[kind], lang)).join(", ");
  const parts = [
    comparable ? (ru ? "сопоставим" : "continues") : ru ? "ряд прерван" : "breaks",
    ...(changed ? [changed] : []),
    ...(marked > 0 ? [ru ? `с отметкой в источнике: ${marked}` : `marked by the source: ${marked}`] : []),
    ...(reference === "frozen" ? [ru ? "границы нормировки прежние" : "the goalposts are frozen"] : []),
    ...(reference === "changed" ? [ru ? "границы нормировки изменены" : "the goalposts changed"] : []),
  ];
  return parts.join("; ");
}

function keyOf(category: Category): string {
  if (category.kind === "code") return category.code;
  return category.kind === "missing" ? `status-${category.status.toLowerCase()}` : "number";
}

function categoryTitle(category: Category, scale: Scale, lang: Language): string {
  if (category.kind === "missing") return say(statusTitles[category.status], lang);
  if (category.kind === "number") return lang === "ru" ? "число" : "a number";
  const code = scale.type === "codes" ? scale.codes.find((one) => one.code === category.code) : undefined;
  return code ? say(code.title, lang) : category.code;
}
