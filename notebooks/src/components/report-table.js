import { toCsv } from "@metodika/report";
import { dataTable } from "./table.js";

const sides = { left: "start", center: "center", right: "end" };

/** A table of the table model as an accessible table with its download: CSV for Excel, unless `download` is false. `cards`: for sentences. */
export function reportTable(table, { lang, download = true, cards = false }) {
  return dataTable(
    {
      title: table.caption ? `${table.title}. ${table.caption}` : table.title,
      columns: table.columns.map((column) => ({ ...column, align: sides[column.align] })),
      rows: table.rows.map(({ id, header, cells }) => ({
        id,
        header,
        cells: cells.map(({ text, marks = [], sign, ...cell }) => {
          const signs = [...(sign && sign !== text ? [sign] : []), ...marks];
          // A sign without a value is a blank: it stays last however the column is sorted.
          const blank = cell.value === null && cell.low === undefined;
          return { ...cell, text, ...(blank ? { blank } : {}), ...(signs.length > 0 ? { sign: signs.join(" ") } : {}) };
        }),
      })),
      notes: table.notes.map(({ mark, text }) => (mark ? `${mark} ${text}` : text)),
      source: table.source,
    },
    {
      rowTitle: table.corner,
      lang,
      cards,
      download: download ? () => ({ name: `${table.id}.csv`, text: toCsv(table, { for: "excel" }) }) : undefined,
    },
  );
}
