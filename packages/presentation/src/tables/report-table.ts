import {
  type Criterion,
  criteriaOf,
  type Indicator,
  indicatorsBelow,
  indicatorsOf,
  type Language,
  type RoundData,
  type RoundScore,
  type Scale,
} from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { shortTitle } from "../names/short-title.ts";
import { signs } from "../signs/signs.ts";
import { collectNotes, type Notes } from "../table/collect-notes.ts";
import { numberCell } from "../table/number-cell.ts";
import type { Cell, Column, Table } from "../table/table.ts";
import { pointsAgreement } from "./agreement.ts";
import { agreementText } from "./agreement-text.ts";
import { cellsByPlace } from "./cells-by-place.ts";
import { differenceText } from "./difference-text.ts";
import { indicatorTotals } from "./indicator-totals.ts";
import { computedTitle, roundSource } from "./round-source.ts";
import { showCell } from "./show-cell.ts";

/**
 * A table of the report as it stood, with the printed points beside the computed ones: a mark where they differ, and the
 * difference spelled out in a note. The totals count the municipalities with each value.
 *
 * @example
 * reportTable(data, scoreRound(data), "service-organisation", "ru").rows[0]?.cells[0]?.text // "Да"
 * @throws RangeError for a criterion that the methodology does not have
 */
export function reportTable(data: RoundData, score: RoundScore, criterionId: string, lang: Language): Table {
  const criterion = criteriaOf(data.methodology).find(({ id }) => id === criterionId);
  if (!criterion) throw new RangeError(`no criterion "${criterionId}" in the methodology ${data.methodology.id}`);
  const ids = new Set(indicatorsBelow(criterion).map(({ id }) => id));
  const placed = indicatorsOf(data.methodology).filter(({ indicator }) => ids.has(indicator.id));
  const notes = collectNotes(lang);
  const cellAt = cellsByPlace(data);
  const units = new Map(score.units.map((unit) => [unit.municipality, unit]));
  const withPoints = criterion.points !== undefined;
  const withPrinted = data.printed.some(({ kind, item }) => kind === "points" && item === criterionId);
  const rows = data.municipalities.map((municipality) => {
    const header = municipalityName(municipality, lang);
    const cells = placed.map(({ indicator, scale }) =>
      showCell(cellAt(municipality.id, indicator.id), scale, lang, notes),
    );
    const own = units.get(municipality.id)?.criteria.find(({ criterion: id }) => id === criterionId);
    if (withPrinted) cells.push(printedCell(data, municipality.id, criterionId, lang, notes));
    if (withPoints) cells.push(computedCell(own?.points ?? null, own?.printed ?? null, header, lang, notes));
    return { id: municipality.id, header, cells };
  });
  for (const { indicator, scale } of placed) {
    const legend = colorLegend(indicator, scale, lang);
    if (legend) notes.whole(legend);
  }
  if (score.trial) notes.whole(`${say(labels.computed, lang)}: ${say(labels.trial, lang)}.`);
  const columns: Column[] = [
    ...placed.map((place) => indicatorColumn(place, criterion, lang)),
    ...(withPrinted ? [pointsColumn("printed", say(labels.printed, lang), lang)] : []),
    ...(withPoints ? [pointsColumn("computed", computedTitle(say(labels.computed, lang), score, lang), lang)] : []),
  ];
  return {
    id: `${data.round.id}-${criterionId}`,
    title: say(criterion.title, lang),
    caption: caption(criterion, data, lang),
    lang,
    corner: say(labels.territory, lang),
    columns,
    rows,
    totals: indicatorTotals(data, columns, lang),
    notes: notes.all(),
    source: roundSource(data, lang),
  };
}

function caption(criterion: Criterion, { round }: RoundData, lang: Language): string {
  const period = say(round.period.title, lang);
  return criterion.table === undefined ? period : `${say(labels.table, lang)} ${criterion.table}. ${period}`;
}

function indicatorColumn(
  { indicator, criterion: holder, scale }: { indicator: Indicator; criterion: Criterion; scale: Scale },
  table: Criterion,
  lang: Language,
): Column {
  const unit = scale.type === "number" && scale.unit ? { unit: say(scale.unit, lang) } : {};
  const group = holder.id === table.id ? {} : { group: say(holder.title, lang) };
  return {
    id: indicator.id,
    title: say(indicator.title, lang),
    short: shortTitle(indicator, lang),
    ...group,
    ...unit,
    align: "center",
  };
}

function pointsColumn(id: string, title: string, lang: Language): Column {
  return { id, title, group: say(labels.points, lang), align: "right" };
}

function printedCell(data: RoundData, municipality: string, item: string, lang: Language, notes: Notes): Cell {
  const row = data.printed.find(
    (one) => one.kind === "points" && one.municipality === municipality && one.item === item,
  );
  if (!row) return { text: "", value: null, title: agreementText("not-printed", lang) };
  if (row.evidence === "link") notes.link();
  return {
    ...numberCell(Number(row.value), lang),
    title: formatSource(row.source, lang),
    ...(row.evidence === "link" ? { link: true as const } : {}),
  };
}

function computedCell(
  points: readonly [number, number] | null,
  printed: number | null,
  header: string,
  lang: Language,
  notes: Notes,
): Cell {
  const sign = points ? undefined : notes.sign(signs["not-scored"]);
  const cell: Cell = points ? numberCell(points, lang) : { text: sign ?? "", value: null, sign };
  const agreement = pointsAgreement(points, printed);
  if (agreement === undefined || agreement === "not-printed") return cell;
  const title = agreementText(agreement, lang);
  if (agreement !== "different" && agreement !== "not-computed") return { ...cell, title };
  return { ...cell, title, marks: [notes.mark(`${header}: ${differenceText(points, printed ?? 0, lang)}`)] };
}

/** What the colours of a column mean: letter, printed form where it differs, title. */
function colorLegend(indicator: Indicator, scale: Scale, lang: Language): string | undefined {
  if (scale.type !== "codes") return undefined;
  const entries = scale.codes.flatMap(({ color, letter, title }) =>
    color && letter ? [`${say(letter, lang)} — ${say(title, lang)}`] : [],
  );
  return entries.length > 0 ? `${shortTitle(indicator, lang)}: ${entries.join("; ")}.` : undefined;
}
