import {
  criteriaOf,
  indicatorsOf,
  isCertainlyMissing,
  isKnown,
  type Language,
  missingStatuses,
  type RoundData,
  type RoundScore,
  scoreRound,
  statusTitles,
} from "@metodika/core";
import type { Datasets } from "@metodika/files";
import {
  auditTable,
  type ChartOptions,
  differencesTable,
  distributionRows,
  levelDistribution,
  levelsChart,
  methodologyTables,
  pointsAgreement,
  pointsDistribution,
  pointsHistogram,
  pointsRows,
  printedChart,
  reportTable,
  type Spec,
  say,
  scoreTable,
  sharesChart,
} from "@metodika/presentation";
import { bothWidths } from "./both-widths.ts";
import { auditOf, recovered } from "./evidence.ts";
import { commentsTable, factsTable } from "./facts-tables.ts";
import { problemsTable } from "./problems-table.ts";

/** All that the page of a round shows, in one language: words, tables and chart specs, calculated by the packages. */
export function roundPage(datasets: Datasets, id: string, lang: Language) {
  const printed = datasets.rounds.get(id);
  if (!printed) throw new Error(`no round "${id}"; there are: ${[...datasets.rounds.keys()].join(", ")}`);
  // The tables as they stood, with the lost cells narrowed by what the text states elsewhere; such cells are marked.
  const data = recovered(printed);
  const { round, methodology } = data;
  const score = scoreRound(data);
  const both = (draw: (options: ChartOptions) => Spec) => bothWidths(lang, draw);
  const criteria = criteriaOf(methodology).filter(({ indicators }) => indicators && indicators.length > 0);
  return {
    id,
    title: say(round.title, lang),
    frame: frameOf(data, lang),
    summary: { ...summaryOf(data, score), derived: data.cells.filter(({ basis }) => basis === "derived").length },
    criteria: criteria.map((criterion) => {
      const shares = (criterion.indicators ?? []).flatMap((indicator) => distributionRows(data, indicator.id));
      const hasPoints = criterion.points !== undefined;
      return {
        id: criterion.id,
        title: say(criterion.title, lang),
        table: reportTable(data, score, criterion.id, lang),
        shares: both((options) => sharesChart(shares, options)),
        ...(hasPoints
          ? {
              points: both((options) => pointsHistogram(pointsDistribution(data, score, criterion.id), options)),
              printed: both((options) => printedChart(pointsRows(data, score, criterion.id), options)),
            }
          : {}),
      };
    }),
    withoutIndicators: criteriaOf(methodology)
      .filter(({ indicators = [], criteria: below = [] }) => indicators.length + below.length === 0)
      .map(({ title }) => say(title, lang)),
    levels: (methodology.levels ?? []).map((level) => ({
      id: level.id,
      title: say(level.title, lang),
      inferred: level.basis === "inferred",
      note: level.note ? say(level.note, lang) : "",
      chart: both((options) => levelsChart(levelDistribution(data, score, level.id), options)),
    })),
    score: scoreTable(data, score, lang),
    differences: differencesTable(data, score, lang),
    methodology: methodologyTables(methodology, lang, data.municipalities),
    facts: factsTable(data, lang),
    comments: commentsTable(data, lang),
    /** Printed addressees beside those that the rules give. */
    addressees: auditTable(
      auditOf(printed).filter(({ id: finding }) => finding.startsWith("addressees/")),
      data,
      lang,
    ),
    problems: problemsTable(
      datasets.problems.filter(({ file }) => file?.startsWith(`${round.region}/`)),
      lang,
    ),
  };
}

/** Counts for the first lines of a page. */
export function summaryOf({ municipalities, methodology, cells, facts, round }: RoundData, score: RoundScore) {
  const points = score.units.flatMap(({ criteria }) => criteria.filter(({ printed }) => printed !== null));
  const levels = score.units.flatMap(({ levels: possible, printedLevels }) =>
    Object.entries(printedLevels).map(([level, code]) => (possible[level] ?? []).includes(code)),
  );
  const missing = cells.filter(({ state }) => isCertainlyMissing(state));
  return {
    region: round.region,
    year: round.published.slice(0, 4),
    municipalities: municipalities.length,
    indicators: indicatorsOf(methodology).length,
    criteria: criteriaOf(methodology).length,
    cells: cells.length,
    known: cells.filter(({ state }) => isKnown(state) && !isCertainlyMissing(state)).length,
    bounded: cells.filter(({ state }) => !isKnown(state)).length,
    missing: missing.length,
    scored: score.units.filter(({ status }) => status === "scored").length,
    facts: facts.length,
    printedPoints: points.length,
    agreeingPoints: points.filter(({ points: own, printed }) => pointsAgreement(own, printed) === "same").length,
    printedLevels: levels.length,
    possibleLevels: levels.filter(Boolean).length,
  };
}

/** How many cells of a round have each status, as rows for a chart of shares. */
export function statusRows(data: RoundData, regionTitle: { ru: string; en: string }) {
  const { cells, round } = data;
  const count = (key: string, title: { ru: string; en: string }, kind: "value" | "missing", number: number) => ({
    item: round.id,
    itemTitle: regionTitle,
    itemShort: regionTitle,
    key,
    kind,
    title,
    certain: number,
    possible: number,
    denominator: cells.length,
    base: { ru: "ячейки отчёта", en: "cells of the report" },
    // Cells are counted, not municipalities.
    members: { certain: [], possible: [] },
  });
  const missing = cells.filter(({ state }) => isCertainlyMissing(state));
  return [
    count(
      "known",
      { ru: "известно из таблиц", en: "known from the tables" },
      "value",
      cells.filter(({ state }) => isKnown(state) && !isCertainlyMissing(state)).length,
    ),
    count(
      "bounded",
      { ru: "определено неоднозначно", en: "known within bounds" },
      "value",
      cells.filter(({ state }) => !isKnown(state)).length,
    ),
    ...missingStatuses.map((status) =>
      count(status, statusTitles[status], "missing", missing.filter((cell) => cell.status === status).length),
    ),
  ].filter(({ possible }) => possible > 0);
}

/** What the report says of itself, as pairs of a word and its text. */
function frameOf({ round, methodology }: RoundData, lang: Language) {
  const words = {
    ru: {
      aim: "Цель",
      object: "Объект",
      tasks: "Задачи",
      period: "Период",
      published: "Отчёт",
      collection: "Сбор сведений",
      orders: "Основания",
      approval: "Лист утверждения",
      abbreviations: "Сокращения",
      dates: "Даты",
      disagreements: "Даты, которые расходятся",
      methodology: "Методика",
      none: "в отчёте не перечислены",
      version: "версия",
    },
    en: {
      aim: "Aim",
      object: "Object",
      tasks: "Tasks",
      period: "Period",
      published: "Report",
      collection: "Collection",
      orders: "Legal basis",
      approval: "Approval sheet",
      abbreviations: "Abbreviations",
      dates: "Dates",
      disagreements: "Dates that disagree",
      methodology: "Methodology",
      none: "the report lists none",
      version: "version",
    },
  }[lang];
  const roles = {
    approved: { ru: "утверждает", en: "approves" },
    agreed: { ru: "согласует", en: "agrees" },
    prepared: { ru: "подготовил", en: "prepared by" },
  };
  const act = ({ title, number, date }: (typeof round.orders)[number]) =>
    [say(title, lang), date ? formatDate(date, lang) : "", number ? `№ ${number}` : ""].filter(Boolean).join(", ");
  return [
    {
      term: words.published,
      texts: [round.published.length > 4 ? formatDate(round.published, lang) : round.published],
    },
    { term: words.period, texts: [say(round.period.title, lang)] },
    { term: words.aim, texts: [say(round.aim, lang)] },
    { term: words.object, texts: [say(round.object, lang)] },
    {
      term: words.tasks,
      texts: round.tasks.length > 0 ? round.tasks.map(({ title }) => say(title, lang)) : [words.none],
    },
    {
      term: words.collection,
      texts: [round.collection.method, round.collection.respondent, round.collection.evidence].flatMap((text) =>
        text ? [say(text, lang)] : [],
      ),
    },
    { term: words.methodology, texts: [`${say(methodology.title, lang)}, ${words.version} ${methodology.version}`] },
    { term: words.orders, texts: round.orders.map(act) },
    {
      term: words.dates,
      texts: round.dates.map(
        ({ what, value }) =>
          `${say(what, lang)}: ${/^\d{4}-\d{2}(-\d{2})?$/.test(value) ? formatDate(value, lang) : value}`,
      ),
    },
    {
      term: words.disagreements,
      texts: (round.date_disagreements ?? []).map(({ note }) => say(note, lang)),
    },
    {
      term: words.approval,
      texts: round.approval.map(
        ({ role, position, organisation }) =>
          `${say(roles[role], lang)}: ${say(position, lang)}, ${say(organisation, lang)}`,
      ),
    },
    {
      term: words.abbreviations,
      texts: round.abbreviations.map(({ short, ...text }) => `${short} — ${text[lang]}`),
    },
  ].filter(({ texts }) => texts.length > 0);
}

function formatDate(date: string, lang: Language): string {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return date;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  const format = new Intl.DateTimeFormat(
    lang === "ru" ? "ru-RU" : "en-GB",
    day ? { ...options, day: "numeric" } : options,
  );
  return format.format(Date.UTC(year ?? 0, month - 1, day ?? 1));
}
