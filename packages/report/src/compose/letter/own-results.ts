import { type Explanation, indicatorsBelow, isKnown, type NumberTrace, real } from "@metodika/core";
import {
  type Block,
  type Cell,
  explanationText,
  formatInterval,
  formatSource,
  type Line,
  type ListItem,
  labels,
  numberCell,
  openPhrase,
  possibleValues,
  quote,
  type Row,
  roundSource,
  say,
  type Table,
} from "@metodika/presentation";
import { capitalized, stopped } from "../groups.ts";
import { figure, item, list, paragraph, strong, tagOf } from "../runs.ts";
import type { LetterContext } from "./letter-context.ts";

/** One table of one's own values, criterion by criterion with its points, and the levels. */
export function resultBlocks(ctx: LetterContext, explanation: Explanation): Block[] {
  const { t, lang, own, unit, municipality } = ctx;
  const withPoints = explanation.criteria.some(({ trace }) => trace);
  const rows = own.methodology.criteria.flatMap((criterion, place): Row[] => {
    const ids = new Set(indicatorsBelow(criterion).map(({ id }) => id));
    const positions = explanation.program.cells.flatMap(({ indicator }, position) =>
      ids.has(indicator.id) ? [position] : [],
    );
    if (positions.length === 0) return [];
    const trace = explanation.criteria.find((one) => one.criterion === criterion.id)?.trace;
    const result = unit.criteria.find((one) => one.criterion === criterion.id);
    const points = result?.points;
    const sum =
      points && result?.max != null
        ? `${formatInterval(points, lang)} ${t("из", "of")}\u00a0${formatInterval([result.max, result.max], lang)}${points[0] < points[1] ? openPhrase(lang) : ""}`
        : "";
    const filled = (value: string, own: Cell): Cell[] => [{ text: value }, ...(withPoints ? [own] : [])];
    const lead: Row = {
      id: criterion.id,
      header: `${place + 1}. ${say(criterion.title, lang)}`,
      strong: true,
      cells: filled("", { text: sum }),
    };
    const below = positions.map((position): Row => {
      const { indicator, scale } = explanation.program.cells[position]!;
      const { cell } = explanation.cells[position]!;
      const open = isKnown(cell.state) ? "" : openPhrase(lang);
      const value = possibleValues(cell.state, scale, lang).join(t(" или ", " or "));
      return {
        id: indicator.id,
        header: say(indicator.title, lang),
        cells: filled(`${value}${open}`, trace ? pointsCell(termOf(trace, position), ctx) : { text: "" }),
      };
    });
    return [lead, ...below];
  });
  const table: Table = {
    id: `${own.round.id}-${municipality.id}-results`,
    title: t("Значения показателей", "Values of the indicators"),
    lang,
    corner: say(labels.indicator, lang),
    columns: [
      { id: "value", title: say(labels.value, lang), align: "left" },
      ...(withPoints ? [{ id: "points", title: say(labels.points, lang), align: "right" as const }] : []),
    ],
    rows,
    notes: [],
    source: roundSource(own, lang),
  };
  return [...(rows.length > 0 ? [{ type: "table" as const, table }] : []), ...levelBlocks(ctx)];
}

function levelBlocks({ t, lang, own, unit }: LetterContext): Block[] {
  const levels = own.methodology.levels ?? [];
  return list(
    levels.flatMap((level): ListItem[] => {
      const titles = (unit.levels[level.id] ?? []).map((code) =>
        quote(say(level.codes.find((one) => one.code === code)?.title ?? labels.noLevel, lang), lang),
      );
      if (titles.length === 0) return [];
      const inferred = level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
      const printed = own.printed.find(({ kind, item: of }) => kind === "level" && of === level.id)?.value;
      const inReport = level.codes.find(({ code }) => code === printed)?.title;
      return [
        item([
          strong(`${say(level.title, lang)}: `),
          figure(
            tagOf("level", level.id),
            `${titles.join(t(" или ", " or "))}${titles.length > 1 ? openPhrase(lang) : ""}`,
          ),
          `${inferred}.`,
          ...(inReport ? [` ${t("В справке указан", "The report says")}: ${quote(say(inReport, lang), lang)}.`] : []),
        ]),
      ];
    }),
  );
}

/** The term of a cell in the points of a criterion, at any depth. */
function termOf(trace: NumberTrace, position: number): NumberTrace | undefined {
  const { expression } = trace;
  if (expression.kind === "points") return expression.cell === position ? trace : undefined;
  for (const { trace: term } of trace.terms) {
    const found = termOf(term, position);
    if (found) return found;
  }
  return undefined;
}

function pointsCell(term: NumberTrace | undefined, { lang, t }: LetterContext): Cell {
  if (!term || term.present === "no" || term.low === undefined || term.high === undefined)
    return { text: t("не участвует", "takes no part"), value: null };
  return numberCell([real(term.low), real(term.high)], lang);
}

/**
 * How the results were calculated: the trace in words. A criterion shows its sum, with the rules for missing values; the
 * share of every indicator stands in the table. The places of the source come last.
 */
export function howBlocks(ctx: LetterContext, explanation: Explanation): Block[] {
  const { t, lang, own } = ctx;
  const [root] = explanationText(explanation, own, lang);
  const cells = new Map(
    explanation.program.cells.map(({ indicator }, at) => [indicator.id, explanation.cells[at]?.cell]),
  );
  const lines = (root?.children ?? []).filter(
    ({ id }) => !own.methodology.criteria.some((criterion) => criterion.id === id && !criterion.points),
  );
  const shortened = (line: Line): Line[] => {
    const cell = line.id === undefined ? undefined : cells.get(line.id);
    if (!cell) return [{ ...line, children: (line.children ?? []).flatMap(shortened) }];
    // The rules for missing values come first; the rest repeats what the table shows.
    const rules = (line.children ?? []).slice(0, cell.state.missing.length);
    return rules.length > 0 ? [{ ...line, children: rules }] : [];
  };
  const items = lines.flatMap(shortened).map(lineItem);
  if (items.length === 0) return [];
  const sources = [...new Set([...cells.values()].flatMap((cell) => cell?.source || []))];
  return [
    ...list(items),
    ...(sources.length > 0
      ? [
          paragraph(
            [`${t("Источник", "Source")}: ${sources.map((source) => formatSource(source, lang)).join("; ")}.`],
            {
              style: "note",
            },
          ),
        ]
      : []),
  ];
}

function lineItem({ text: words, children = [] }: Line): ListItem {
  return item([children.length > 0 ? `${capitalized(words)}:` : stopped(capitalized(words))], children.map(lineItem));
}
