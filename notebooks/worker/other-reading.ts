import { indicatorsOf, type Language, type RoundData } from "@metodika/core";
import { claimsOf, type Finding, type Switches } from "@metodika/evidence";
import {
  formatSource,
  municipalityName,
  possibleValues,
  type Row,
  resultText,
  say,
  shortTitle,
  type Table,
  verdictLabels,
} from "@metodika/presentation";
import { auditOf, recovered } from "../loaders/evidence.ts";
import { type JobContext, roundOf } from "./job.ts";

/** A choice of readings: what a reader switches on the page of an audit. */
export interface ReadingInput {
  round: string;
  /** By universe; absent: the published reading. */
  switches: Switches;
  /** Whether rules that the region has not approved narrow cells too, as on the published page. */
  inferred: boolean;
}

/** What changes against the published reading. */
export interface ReadingResult {
  verdicts: Table;
  cells: Table;
  /** Statements whose verdict stays while the computed value changes. */
  otherValues: number;
}

/** Deduction and audit under another reading, held against the published one. Throws only for an unknown round. */
export function otherReading(
  { round: id, switches, inferred }: ReadingInput,
  { datasets, lang, step }: JobContext,
): ReadingResult {
  const data = roundOf(datasets, id);
  step({ ru: "восстанавливаю ячейки по тексту", en: "recovering the cells from the text" });
  const [cellsBefore, cellsAfter] = [recovered(data, { inferred: true }), recovered(data, { inferred, switches })];
  step({ ru: "сверяю утверждения с таблицами", en: "holding the statements against the tables" });
  const published = new Map(auditOf(data).map((finding) => [finding.id, finding]));
  const pairs = auditOf(data, switches).flatMap((after) => {
    const before = published.get(after.id);
    return before ? [{ before, after }] : [];
  });
  const isOther = ({ before, after }: (typeof pairs)[number]) => before.verdict !== after.verdict;
  return {
    verdicts: verdictsTable(pairs.filter(isOther), data, lang),
    cells: cellsTable(cellsBefore, cellsAfter, lang),
    otherValues: pairs.filter(
      (pair) => !isOther(pair) && JSON.stringify(pair.before.computed) !== JSON.stringify(pair.after.computed),
    ).length,
  };
}

function verdictsTable(pairs: readonly { before: Finding; after: Finding }[], data: RoundData, lang: Language): Table {
  const ru = lang === "ru";
  const cell = ({ verdict, computed }: Finding) => {
    const { title, letter, color } = verdictLabels[verdict];
    return { text: `${say(title, lang)}${resultText(computed, data, lang)}`, color, letter: say(letter, lang) };
  };
  return {
    id: `${data.round.id}-changed-verdicts`,
    title: ru ? "Выводы, которые меняются" : "Verdicts that change",
    lang,
    corner: ru ? "Утверждение" : "Statement",
    columns: [
      { id: "before", title: ru ? "При принятом прочтении" : "By the published reading", align: "left" },
      { id: "after", title: ru ? "При выбранном прочтении" : "By the chosen reading", align: "left" },
      { id: "explanation", title: ru ? "Пояснение" : "Explanation", align: "left" },
      { id: "source", title: ru ? "Место в отчёте" : "Place in the report", align: "left" },
    ],
    rows: pairs.map(({ before, after }) => ({
      id: after.id,
      header: say(after.statement, lang),
      cells: [
        cell(before),
        cell(after),
        { text: say(after.explanation, lang) },
        { text: formatSource(after.source, lang).replace(/^[^,]+, /, "") },
      ],
    })),
    notes: [],
    source: say(data.round.title, lang),
  };
}

function cellsTable(before: RoundData, after: RoundData, lang: Language): Table {
  const ru = lang === "ru";
  const placed = new Map(indicatorsOf(after.methodology).map((entry) => [entry.indicator.id, entry]));
  const names = new Map(after.municipalities.map((unit) => [unit.id, municipalityName(unit, lang)]));
  const statements = new Map(claimsOf(after).map(({ id, statement }) => [id, say(statement, lang)]));
  const earlier = new Map(before.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]));
  const rows = after.cells.flatMap((cell): Row[] => {
    const id = `${cell.municipality} ${cell.indicator}`;
    const entry = placed.get(cell.indicator);
    const old = earlier.get(id);
    if (!entry || !old || JSON.stringify(old.state) === JSON.stringify(cell.state)) return [];
    return [
      {
        id,
        header: names.get(cell.municipality) ?? cell.municipality,
        cells: [
          { text: shortTitle(entry.indicator, lang) },
          { text: possibleValues(old.state, entry.scale, lang).join(" / ") },
          { text: possibleValues(cell.state, entry.scale, lang).join(" / ") },
          { text: (cell.because ?? []).map((claim) => statements.get(claim) ?? claim).join("; ") },
        ],
      },
    ];
  });
  return {
    id: `${after.round.id}-changed-cells`,
    title: ru ? "Восстановленные ячейки, которые меняются" : "Recovered cells that change",
    lang,
    corner: ru ? "Территория" : "Municipality",
    columns: [
      { id: "indicator", title: ru ? "Показатель" : "Indicator", align: "left" },
      { id: "before", title: ru ? "При принятом прочтении" : "By the published reading", align: "left" },
      { id: "after", title: ru ? "При выбранном прочтении" : "By the chosen reading", align: "left" },
      { id: "because", title: ru ? "Из каких сведений следует" : "From which statements", align: "left" },
    ],
    rows,
    notes: [],
    source: say(after.round.title, lang),
  };
}
