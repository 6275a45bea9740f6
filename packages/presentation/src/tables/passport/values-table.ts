import {
  basisTitles,
  type Explanation,
  indicatorsBelow,
  isKnown,
  isMissing,
  type Language,
  type RoundData,
  statusTitles,
  type UnitScore,
} from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { formatPlaces } from "../../names/format-places.ts";
import { possibleValues } from "../../names/format-value.ts";
import { shortTitle } from "../../names/short-title.ts";
import { collectNotes } from "../../table/collect-notes.ts";
import type { Cell, Column, Row, Table } from "../../table/table.ts";
import { either } from "../../words/join.ts";
import { roundSource } from "../round-source.ts";
import { showCell } from "../show-cell.ts";
import { criterionPoints, termCell, termOf } from "./cell-points.ts";

/**
 * The values of one municipality, criterion by criterion with its points: every value spelled out, how it is known, and
 * its place in the report. Notes of the data stand below.
 *
 * @param explanation of the municipality whose unit is given
 */
export function valuesTable(data: RoundData, unit: UnitScore, explanation: Explanation, lang: Language): Table {
  const ru = lang === "ru";
  const { program, criteria, cells } = explanation;
  const withPoints = criteria.some(({ trace }) => trace);
  const notes = collectNotes(lang);
  const line = (value: Cell, points: Cell, source: Cell): Cell[] => [value, ...(withPoints ? [points] : []), source];
  const rows = data.methodology.criteria.flatMap((criterion, number): Row[] => {
    const ids = new Set(indicatorsBelow(criterion).map(({ id }) => id));
    const positions = program.cells.flatMap(({ indicator }, position) => (ids.has(indicator.id) ? [position] : []));
    if (positions.length === 0) return [];
    const trace = criteria.find((one) => one.criterion === criterion.id)?.trace;
    const result = unit.criteria.find((one) => one.criterion === criterion.id);
    return [
      {
        id: criterion.id,
        header: `${number + 1}. ${shortTitle(criterion, lang)}`,
        strong: true,
        cells: line({ text: "" }, { text: criterionPoints(result, lang) }, { text: "" }),
      },
      ...positions.map((position): Row => {
        const { indicator, scale } = program.cells[position]!;
        const { cell } = cells[position]!;
        // Values are spelled out here: signs and marks belong to narrow tables.
        const {
          sign: _sign,
          marks: _marks,
          title: _title,
          ...meaning
        } = showCell(cell, scale, lang, collectNotes(lang));
        const values = possibleValues(cell.state, scale, lang);
        const text = isKnown(cell.state) ? values.join("") : `${ru ? "Возможны" : "Possible"}: ${either(values, lang)}`;
        const status = isMissing(cell.status) || cell.status === "A" ? "" : say(statusTitles[cell.status], lang);
        // What the report prints is the rule: only another basis is told.
        const known = [cell.basis === "printed" ? "" : say(basisTitles[cell.basis], lang), status].filter(Boolean);
        const place = formatPlaces([cell.source], lang);
        const source: Cell = cell.source
          ? { text: [known.join("; "), place].filter(Boolean).join(": ") }
          : { text: ru ? "строки в отчёте нет" : "no row in the report" };
        if (cell.note) source.marks = [notes.mark(cell.note)];
        if (cell.evidence === "link") notes.link();
        return {
          id: indicator.id,
          header: shortTitle(indicator, lang),
          cells: line({ ...meaning, text }, trace ? termCell(termOf(trace, position), lang) : { text: "" }, source),
        };
      }),
    ];
  });
  notes.whole(
    ru
      ? "Где названо только место, значение указано там в отчёте."
      : "Where only a place is named, the report prints the value there.",
  );
  const columns: Column[] = [
    { id: "value", title: say(labels.value, lang), align: "left" },
    ...(withPoints ? [{ id: "points", title: say(labels.points, lang), align: "right" as const }] : []),
    { id: "source", title: say(labels.basis, lang), align: "left" },
  ];
  return {
    id: `${data.round.id}-${explanation.municipality}-values`,
    title: say(labels.cells, lang),
    lang,
    corner: say(labels.indicator, lang),
    columns,
    rows,
    notes: notes.all(),
    source: roundSource(data, lang),
  };
}
