import { type Cell, isKnown, type PlacedIndicator } from "@metodika/core";
import { numberCell, type Part, possibleValues, say, shortTitle, signs, type Table } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { heading, paragraph, reference } from "../runs.ts";

/** For every indicator that the text helps with: how many cells are printed, recovered, narrowed and open. */
export function recoveryTable({ t, lang, data, places, source }: Context): Table {
  const rows = places.flatMap(({ indicator }) => {
    const own = data.cells.filter((cell) => cell.indicator === indicator.id);
    const count = (fits: (cell: Cell) => boolean) => own.filter(fits).length;
    const recovered = count((cell) => isRecovered(cell) && isKnown(cell.state));
    const narrowed = count((cell) => isRecovered(cell) && !isKnown(cell.state));
    const open = count((cell) => !isRecovered(cell) && !isKnown(cell.state));
    if (recovered + narrowed + open === 0) return [];
    const printed = own.length - recovered - narrowed - open;
    return [
      {
        id: indicator.id,
        header: shortTitle(indicator, lang),
        cells: [printed, recovered, narrowed, open].map((number) => numberCell(number, lang)),
      },
    ];
  });
  const column = (id: string, title: string) => ({ id, title, align: "right" as const });
  return {
    id: `${data.round.id}-recovered`,
    title: t("Что удалось восстановить по тексту", "What was recovered from the text"),
    lang,
    corner: t("Показатель", "Indicator"),
    columns: [
      column("printed", t("Указано в справке", "Printed")),
      column("recovered", t("Восстановлено однозначно", "Recovered as one value")),
      column("narrowed", t("Круг значений сужен", "Narrowed")),
      column("open", t("Возможны все значения", "Every value possible")),
    ],
    rows,
    notes: [{ text: t("Число муниципалитетов.", "Municipalities.") }],
    source,
  };
}

function isRecovered({ because = [] }: Cell): boolean {
  return because.length > 0;
}

/** The open cells as a list to work through, a row for each municipality; nothing open, no annex. */
export function worklistAnnex(ctx: Context): Part[] {
  const { t, working } = ctx;
  const table = worklistTable(ctx);
  if (!working || table.rows.length === 0) return [];
  return [
    {
      id: "annex-worklist",
      newPage: true,
      blocks: [
        heading(1, t("Приложение. Требует уточнения", "Annex. Needs clarification")),
        paragraph([
          t(
            "Когда эти значения будут уточнены, результаты с границами «от … до …» станут однозначными (",
            "Once these values are settled, the results given by their ends become certain (",
          ),
          reference(table.id),
          t(
            "). Полные названия значений и сведения, из которых они следуют, — в книге таблиц, на листе «Требует уточнения».",
            "). The workbook of tables has the full titles of the values and the statements that they follow from.",
          ),
        ]),
        { type: "table", table },
      ],
    },
  ];
}

function worklistTable(ctx: Context): Table {
  const { t, lang, data, source } = ctx;
  const open = new Map(
    data.cells.filter(({ state }) => !isKnown(state)).map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]),
  );
  const asked = ctx.places.filter(({ indicator }) =>
    [...open.values()].some((cell) => cell.indicator === indicator.id),
  );
  const rows = data.municipalities.flatMap(({ id }) => {
    const cells = asked.map((place) => open.get(`${id} ${place.indicator.id}`));
    if (cells.every((cell) => cell === undefined)) return [];
    return [
      {
        id,
        header: ctx.names([id]),
        cells: cells.map((cell, at) => ({ text: cell ? possibleShort(ctx, cell, asked[at] as PlacedIndicator) : "" })),
      },
    ];
  });
  return {
    id: `${data.round.id}-worklist`,
    title: t("Какие значения возможны", "Which values are possible"),
    lang,
    corner: t("Территория", "Municipality"),
    columns: asked.map(({ indicator }) => ({
      id: indicator.id,
      title: shortTitle(indicator, lang),
      align: "center",
    })),
    rows,
    notes: [
      {
        text: t(
          "Буквы и знаки — как в таблицах критериев; пустая клетка уточнения не требует.",
          "Letters and signs are those of the tables of the criteria; a blank needs no clarification.",
        ),
      },
    ],
    source,
  };
}

/** «З / Ж»: letters where the scale has them, titles otherwise. */
function possibleShort({ lang }: Context, { state }: Cell, { scale }: PlacedIndicator): string {
  const known = { ...state, codes: [], missing: [] };
  const codes = scale.type === "codes" ? state.codes.flatMap((code) => scale.codes[code] ?? []) : [];
  return [
    ...codes.map(({ letter, title }) => say(letter ?? title, lang)),
    ...possibleValues(known, scale, lang),
    ...state.missing.map((status) => say(signs[status].sign, lang)),
  ].join(" / ");
}
