import type { Cell, Table } from "@metodika/presentation";

/** A small table with the cells given, two in a row. */
export function tableOf(rows: readonly (readonly [string, Cell, Cell])[]): Table {
  return {
    id: "ensk",
    title: "Энская область (условные данные)",
    caption: "Таблица 1",
    lang: "ru",
    corner: "Территория",
    columns: [
      { id: "regulation", title: "Положение", align: "center" },
      { id: "points", title: "Рассчитано", group: "Баллы", unit: "балл", align: "right" },
    ],
    rows: rows.map(([header, ...cells], index) => ({ id: `row-${index + 1}`, header, cells })),
    notes: [{ mark: "1", text: "Заречный: в отчёте 2." }, { text: "Без знака." }],
    source: "ensk-2022",
  };
}
