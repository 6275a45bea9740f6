import type { DisagreeingClaim, FactEvent, FactSeries } from "@metodika/comparison";
import { type Language, type RoundData, toNumber } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { formatSource } from "../../names/format-source.ts";
import { formatNumber } from "../../numbers/format-number.ts";
import type { Column, Row, Table } from "../../table/table.ts";
import { changeCell } from "./change-cell.ts";
import { namesOf } from "./compared-rounds.ts";
import { comparedSource, comparedTitle } from "./compared-source.ts";

const disagreeingColumn: Readonly<Record<Language, Column>> = {
  ru: { id: "disagreeing", title: "Сведения, которые расходятся", align: "left" },
  en: { id: "disagreeing", title: "Statements that disagree", align: "left" },
};

/** Figures that reports give of several periods, each with the statements that disagree beside it; none: no table. */
export function seriesTable(
  series: readonly FactSeries[],
  rounds: readonly RoundData[],
  lang: Language,
): Table | undefined {
  if (series.length === 0) return undefined;
  const ru = lang === "ru";
  const subject = subjectsOf(rounds, lang);
  const disagrees = series.some(({ disagreeing }) => disagreeing.length > 0);
  const rows = series.map(({ subject: id, title, points, change, disagreeing }, index): Row => {
    const about = subject(id);
    const changed = change ? changeCell([toNumber(change), toNumber(change)], lang) : { text: "", value: null };
    return {
      id: `${index + 1}-${points[0]?.fact ?? id}`,
      header: about ? `${about}: ${say(title, lang)}` : say(title, lang),
      cells: [
        { text: points.map(({ period }) => say(period, lang)).join(" → ") },
        {
          text: points.map(({ value, number }) => (number ? formatNumber(toNumber(number), lang) : value)).join(" → "),
        },
        changed,
        ...(disagrees ? [{ text: disagreementText(disagreeing, lang) }] : []),
        {
          text: placesText(
            points.map(({ source }) => source),
            lang,
          ),
        },
      ],
    };
  });
  return {
    id: `${idOf(rounds)}-series`,
    title: comparedTitle(ru ? "Ряды, о которых говорят отчёты" : "Series that the reports tell", rounds, lang),
    lang,
    corner: ru ? "Сведения" : "Fact",
    columns: [
      { id: "periods", title: ru ? "Периоды" : "Periods", align: "left" },
      { id: "values", title: ru ? "Значения" : "Values", align: "right" },
      { id: "change", title: ru ? "Изменение" : "Change", align: "right", signed: true },
      ...(disagrees ? [{ ...disagreeingColumn[lang] }] : []),
      { id: "source", title: say(labels.source, lang), align: "left" },
    ],
    rows,
    notes: [],
    source: comparedSource(rounds, lang),
  };
}

/** What reports tell as new, with the statements that disagree; none: no table. */
export function eventsTable(
  events: readonly FactEvent[],
  rounds: readonly RoundData[],
  lang: Language,
): Table | undefined {
  if (events.length === 0) return undefined;
  const ru = lang === "ru";
  const subject = subjectsOf(rounds, lang);
  const disagrees = events.some(({ disagreeing }) => disagreeing.length > 0);
  return {
    id: `${idOf(rounds)}-events`,
    title: comparedTitle(ru ? "Что отчёты называют новым" : "What the reports tell as new", rounds, lang),
    lang,
    corner: say(labels.territory, lang),
    columns: [
      { id: "event", title: ru ? "Событие" : "Event", align: "left" },
      ...(disagrees ? [{ ...disagreeingColumn[lang] }] : []),
      { id: "source", title: say(labels.source, lang), align: "left" },
    ],
    rows: events.map(({ fact, subject: id, title, disagreeing, source }) => ({
      id: fact,
      header: subject(id) || (ru ? "регион в целом" : "the whole region"),
      cells: [
        { text: say(title, lang) },
        ...(disagrees ? [{ text: disagreementText(disagreeing, lang) }] : []),
        { text: placesText([source], lang) },
      ],
    })),
    notes: [],
    source: comparedSource(rounds, lang),
  };
}

/** The name of a municipality; nothing for a region, of which the table speaks anyway. */
function subjectsOf(rounds: readonly RoundData[], lang: Language): (id: string) => string {
  const names = rounds.map((data) => namesOf({ before: data, after: data }, lang).after);
  const regions = new Set(rounds.map(({ round }) => round.region));
  return (id) => (regions.has(id) ? "" : (names.map((of) => of(id)).find((name) => name !== id) ?? id));
}

function disagreementText(claims: readonly DisagreeingClaim[], lang: Language): string {
  return claims
    .map(({ statement, explanation }) => `${say(statement, lang)} — ${say(explanation, lang).replace(/\.$/, "")}.`)
    .join(" ");
}

function placesText(sources: readonly string[], lang: Language): string {
  return [...new Set(sources)].map((source) => formatSource(source, lang)).join("; ");
}

function idOf(rounds: readonly RoundData[]): string {
  return rounds.map(({ round }) => round.id).join("-");
}
