import { basisTitles, indicatorsOf, type Language, type RoundData, statusTitles } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import { possibleValues } from "../names/format-value.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { shortTitle } from "../names/short-title.ts";
import { collectNotes } from "../table/collect-notes.ts";
import type { Cell, Table } from "../table/table.ts";
import { cellsByPlace } from "./cells-by-place.ts";
import { roundSource } from "./round-source.ts";
import { showCell } from "./show-cell.ts";

/** Every cell of a round on its own row: what is printed, what it means, how it is known and from where. */
export function cellsTable(data: RoundData, lang: Language): Table {
  const cellAt = cellsByPlace(data);
  const rows = data.municipalities.flatMap((municipality) =>
    indicatorsOf(data.methodology).map(({ indicator, criterion, scale }) => {
      const cell = cellAt(municipality.id, indicator.id);
      // Signs and marks belong to narrow tables: here every possible value is spelled out.
      const { sign: _sign, marks: _marks, ...meaning } = showCell(cell, scale, lang, collectNotes(lang));
      const values = possibleValues(cell.state, scale, lang).join("; ");
      const plain = (text: string): Cell => ({ text });
      return {
        id: `${municipality.id}:${indicator.id}`,
        header: municipalityName(municipality, lang),
        cells: [
          plain(shortTitle(criterion, lang)),
          { ...plain(shortTitle(indicator, lang)), title: say(indicator.title, lang) },
          { ...meaning, text: values },
          plain(cell.basis === "bounded" ? "" : cell.raw),
          { ...plain(say(statusTitles[cell.status], lang)), value: cell.status },
          { ...plain(say(basisTitles[cell.basis], lang)), value: cell.basis },
          plain(cell.evidence ? say(labels.link, lang) : ""),
          plain(formatSource(cell.source, lang)),
          plain(cell.note),
        ],
      };
    }),
  );
  const titles = [
    ["criterion", labels.criterion],
    ["indicator", labels.indicator],
    ["value", labels.value],
    ["raw", labels.raw],
    ["status", labels.status],
    ["basis", labels.basis],
    ["evidence", labels.evidence],
    ["source", labels.source],
    ["note", labels.note],
  ] as const;
  return {
    id: `${data.round.id}-cells`,
    title: say(labels.cells, lang),
    caption: say(data.round.title, lang),
    lang,
    corner: say(labels.territory, lang),
    columns: titles.map(([id, title]) => ({ id, title: say(title, lang), align: "left" })),
    rows,
    notes: [],
    source: roundSource(data, lang),
    list: true,
  };
}
