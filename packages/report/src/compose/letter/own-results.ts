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
  roundSource,
  say,
} from "@metodika/presentation";
import { capitalized, stopped } from "../groups.ts";
import { figure, heading, item, list, paragraph, strong, tagOf } from "../runs.ts";
import type { LetterContext } from "./letter-context.ts";

/** A table of one's own values for each criterion, its points in a sentence, and the levels. */
export function resultBlocks(ctx: LetterContext, explanation: Explanation): Block[] {
  const { t, lang, own, unit, municipality } = ctx;
  const criteria = own.methodology.criteria.flatMap((criterion, place): Block[] => {
    const ids = new Set(indicatorsBelow(criterion).map(({ id }) => id));
    const positions = explanation.program.cells.flatMap(({ indicator }, position) =>
      ids.has(indicator.id) ? [position] : [],
    );
    if (positions.length === 0) return [];
    const trace = explanation.criteria.find((one) => one.criterion === criterion.id)?.trace;
    const result = unit.criteria.find((one) => one.criterion === criterion.id);
    const rows = positions.map((position) => {
      const { indicator, scale } = explanation.program.cells[position]!;
      const { cell } = explanation.cells[position]!;
      const open = isKnown(cell.state) ? "" : openPhrase(lang);
      const value = possibleValues(cell.state, scale, lang).join(t(" или ", " or "));
      const cells: Cell[] = [{ text: `${value}${open}` }];
      if (trace) cells.push(pointsCell(termOf(trace, position), ctx));
      return { id: indicator.id, header: say(indicator.title, lang), cells };
    });
    const points = result?.points;
    return [
      heading(2, `${place + 1}. ${say(criterion.title, lang)}`),
      {
        type: "table",
        table: {
          id: `${own.round.id}-${municipality.id}-${criterion.id}`,
          title: t("Значения показателей", "Values of the indicators"),
          lang,
          corner: say(labels.indicator, lang),
          columns: [
            { id: "value", title: say(labels.value, lang), align: "left" },
            ...(trace ? [{ id: "points", title: say(labels.points, lang), align: "right" as const }] : []),
          ],
          rows,
          notes: [],
          source: roundSource(own, lang),
        },
      },
      ...(points && result?.max != null
        ? [
            paragraph([
              strong(t("Баллы по критерию: ", "Points of the criterion: ")),
              figure(
                tagOf("points", criterion.id),
                `${formatInterval(points, lang)} ${t("из", "of")} ${formatInterval([result.max, result.max], lang)}${points[0] < points[1] ? openPhrase(lang) : ""}`,
              ),
              ".",
            ]),
          ]
        : []),
    ];
  });
  return [...criteria, ...levelBlocks(ctx)];
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
 * How the results were calculated: the trace in words. A criterion shows its sum and the share of every indicator; rules
 * for missing values and the place of the source stand with it.
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
  const shortened = (line: Line): Line => {
    const cell = line.id === undefined ? undefined : cells.get(line.id);
    // The rules for missing values come first; the rest repeats what the table shows.
    if (cell) return { ...line, children: (line.children ?? []).slice(0, cell.state.missing.length) };
    return { ...line, children: (line.children ?? []).map(shortened) };
  };
  return list(
    lines.map((line) => {
      const below = (line.children ?? []).flatMap(({ id = "" }) => cells.get(id)?.source ?? []);
      const sources = [...new Set(below.filter(Boolean))].map((source) => formatSource(source, lang));
      const source = sources.length > 0 ? [{ text: `${t("Источник", "Source")}: ${sources.join("; ")}` }] : [];
      const short = shortened(line);
      return lineItem({ ...short, children: [...(short.children ?? []), ...source] });
    }),
  );
}

function lineItem({ text: words, children = [] }: Line): ListItem {
  return item([children.length > 0 ? `${capitalized(words)}:` : stopped(capitalized(words))], children.map(lineItem));
}
