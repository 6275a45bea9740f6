import {
  type Cell as DataCell,
  type Explanation,
  indicatorsBelow,
  isKnown,
  type PlacedIndicator,
} from "@metodika/core";
import {
  type Block,
  type Cell,
  type Column,
  colorLabels,
  criterionPoints,
  either,
  labels,
  possibleValues,
  type Row,
  roundSource,
  say,
  shortTitle,
  type Table,
  termCell,
  termOf,
} from "@metodika/presentation";
import type { LetterContext } from "./letter-context.ts";
import { levelBlocks } from "./own-levels.ts";

/** The table of one's own values has this id. */
export function resultsTableId({ own, municipality }: Pick<LetterContext, "own" | "municipality">): string {
  return `${own.round.id}-${municipality.id}-results`;
}

/** One table of one's own values, criterion by criterion with its points or the colours of the report, and the levels. */
export function resultBlocks(ctx: LetterContext, explanation: Explanation): Block[] {
  const { t, lang, own, unit } = ctx;
  const withPoints = explanation.criteria.some(({ trace }) => trace);
  const withColors = hasColors(ctx);
  const line = (value: string, color: Cell, points: Cell): Cell[] => [
    { text: value },
    ...(withColors ? [color] : []),
    ...(withPoints ? [points] : []),
  ];
  const rows = own.methodology.criteria.flatMap((criterion, place): Row[] => {
    const ids = new Set(indicatorsBelow(criterion).map(({ id }) => id));
    const positions = explanation.program.cells.flatMap(({ indicator }, position) =>
      ids.has(indicator.id) ? [position] : [],
    );
    if (positions.length === 0) return [];
    const trace = explanation.criteria.find((one) => one.criterion === criterion.id)?.trace;
    const result = unit.criteria.find((one) => one.criterion === criterion.id);
    const lead: Row = {
      id: criterion.id,
      header: `${place + 1}. ${shortTitle(criterion, lang)}`,
      strong: true,
      cells: line("", { text: "" }, { text: criterionPoints(result, lang) }),
    };
    const below = positions.map((position): Row => {
      const placed = explanation.program.cells[position]!;
      const { cell } = explanation.cells[position]!;
      return {
        id: placed.indicator.id,
        header: titleOf(placed, lang),
        cells: line(
          valueText(cell, placed, ctx),
          colorCell(cell, placed, ctx),
          trace ? termCell(termOf(trace, position), lang) : { text: "" },
        ),
      };
    });
    return [lead, ...below];
  });
  const columns: Column[] = [
    { id: "value", title: say(labels.value, lang), align: "left" },
    ...(withColors ? [{ id: "color", title: t("Цвет в справке", "Colour"), align: "center" as const }] : []),
    ...(withPoints ? [{ id: "points", title: say(labels.points, lang), align: "right" as const }] : []),
  ];
  const table: Table = {
    id: resultsTableId(ctx),
    title: t("Значения показателей", "Values of the indicators"),
    lang,
    corner: say(labels.indicator, lang),
    columns,
    rows,
    notes: explanation.cells.some(({ cell }) => !isKnown(cell.state))
      ? [
          {
            text: t(
              "«Возможны»: значение определено неоднозначно и требует уточнения.",
              "“Possible”: the value is not known for certain and needs clarification.",
            ),
          },
        ]
      : [],
    source: roundSource(own, lang),
  };
  return [...(rows.length > 0 ? [{ type: "table" as const, table }] : []), ...levelBlocks(ctx)];
}

/** So long a title would fill the table; the annex of the report has it. */
const longestTitle = 120;

function titleOf({ indicator }: PlacedIndicator, lang: LetterContext["lang"]): string {
  const title = say(indicator.title, lang);
  return title.length <= longestTitle ? title : shortTitle(indicator, lang);
}

/** Whether the scales of the methodology have colours, which a letter names in words. */
export function hasColors({ places }: Pick<LetterContext, "places">): boolean {
  return places.some(
    ({ scale }) => scale.type === "codes" && scale.codes.some(({ color }) => color !== undefined && color !== "none"),
  );
}

/** One value as it stands; several in quotation marks, so that it is plain where each begins. */
function valueText({ state }: Pick<DataCell, "state">, { scale }: PlacedIndicator, { t, lang }: LetterContext): string {
  const values = possibleValues(state, scale, lang);
  return isKnown(state) ? values.join(t(" или ", " or ")) : `${t("Возможны", "Possible")}: ${either(values, lang)}`;
}

/** The colours of the possible values in words. */
function colorCell({ state }: Pick<DataCell, "state">, { scale }: PlacedIndicator, { t, lang }: LetterContext): Cell {
  if (scale.type !== "codes" || state.missing.length > 0) return { text: "" };
  const colors = state.codes.flatMap((position) => scale.codes[position]?.color ?? []);
  const shown = colors.filter((color) => color !== "none").map((color) => say(colorLabels[color], lang));
  return { text: [...new Set(shown)].join(t(" или ", " or ")) };
}
