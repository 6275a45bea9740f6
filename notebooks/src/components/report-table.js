import { dataTable } from "./table.js";
import { tableFiles } from "./table-files.js";

const sides = { left: "start", center: "center", right: "end" };

/**
 * A table of the table model as an accessible table with its downloads, unless `download` is false. `cards`: for
 * sentences.
 */
export function reportTable(table, { lang, download = true, cards = false }) {
  return dataTable(
    {
      title: table.caption ? `${table.title}. ${table.caption}` : table.title,
      columns: table.columns.map((column) => ({ ...column, align: sides[column.align] })),
      rows: table.rows.map(shownRow),
      totals: table.totals?.map(shownRow),
      notes: table.notes.map(({ mark, text }) => (mark ? `${mark} ${text}` : text)),
      source: table.source,
    },
    { rowTitle: table.corner, lang, cards, files: download ? tableFiles(table, { lang }) : undefined },
  );
}

function shownRow({ id, header, strong, cells }) {
  return {
    id,
    header,
    strong,
    cells: cells.map(({ text, marks = [], sign, ...cell }) => {
      const signs = [...(sign && sign !== text ? [sign] : []), ...marks];
      // A sign without a value is a blank: it stays last however the column is sorted.
      const blank = cell.value === null && cell.low === undefined;
      return { ...cell, text, ...(blank ? { blank } : {}), ...(signs.length > 0 ? { sign: signs.join(" ") } : {}) };
    }),
  };
}
