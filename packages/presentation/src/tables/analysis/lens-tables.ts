import type { CarriedIndicator, CarriedPart, ThroughLens } from "@metodika/analysis";
import { indicatorsOf, isKnown, type Language, type Methodology, type RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { possibleValues } from "../../names/format-value.ts";
import { municipalityName } from "../../names/municipality-name.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels, matchTitles } from "./analysis-words.ts";

/** One region's data by the other's manner: what is carried over, what is whole, what cannot be and why. */
export function lensTables(lens: ThroughLens, methodology: Methodology, lang: Language): Table[] {
  return [
    carriedTable(lens, methodology, lang),
    partsTable(lens, methodology, lang),
    gapsTable(lens, methodology, lang),
  ];
}

function captionOf({ data }: ThroughLens, methodology: Methodology, lang: Language): string {
  const [round, by] = [say(data.round.title, lang), say(methodology.title, lang)];
  return lang === "ru"
    ? `Данные: ${round}; методика: ${by}. Не результат региона.`
    : `Data: ${round}; methodology: ${by}. Not a result of the region.`;
}

function carriedTable(lens: ThroughLens, methodology: Methodology, lang: Language): Table {
  return analysisTable(
    [lens.data],
    {
      id: `by-${lens.to}`,
      title: analysisLabels.lens,
      caption: captionOf(lens, methodology, lang),
      corner: say(labels.indicator, lang),
      columns: [
        ["match", analysisLabels.match, "left"],
        ["values", analysisLabels.distribution, "left"],
        ["unsettled", analysisLabels.unsettled, "left"],
        ["reason", labels.reason, "left"],
      ],
      rows: lens.indicators.map((carried) => ({
        id: carried.placed.indicator.id,
        header: say(carried.placed.indicator.title, lang),
        short: shortTitle(carried.placed.indicator, lang),
        cells: [
          { text: say(matchTitles[carried.kind], lang), value: carried.kind },
          { text: valuesText(carried, lang) },
          { text: unsettledText(carried, lens.data, lang) },
          { text: say(carried.reason, lang) },
        ],
      })),
    },
    lang,
  );
}

/** How many municipalities have each value; several values that are not told apart count together. */
function valuesText({ states, placed }: CarriedIndicator, lang: Language): string {
  const counts = new Map<string, number>();
  const ordered = [...states].sort((a, b) => keyOf(a.state).localeCompare(keyOf(b.state)));
  for (const { state } of ordered) {
    const text = possibleValues(state, placed.scale, lang).join(lang === "ru" ? " или " : " or ");
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => `${text} — ${count}`).join("; ");
}

function keyOf({ codes, missing }: CarriedIndicator["states"][number]["state"]): string {
  return `${codes.length} ${codes} ${missing}`;
}

function unsettledText({ unsettled, states }: CarriedIndicator, data: RoundData, lang: Language): string {
  if (unsettled.length === 0) return lang === "ru" ? "определено у всех" : "settled for all";
  if (unsettled.length === states.length)
    return lang === "ru" ? `у всех: ${states.length}` : `for all: ${states.length}`;
  const names = new Map(data.municipalities.map((one) => [one.id, municipalityName(one, lang)]));
  const open = states.filter(({ state }) => !isKnown(state) || state.missing.length > 0);
  return `${open.length}: ${open.map(({ municipality }) => names.get(municipality)).join(", ")}`;
}

function partsTable(lens: ThroughLens, methodology: Methodology, lang: Language): Table {
  const titles = new Map(indicatorsOf(methodology).map(({ indicator }) => [indicator.id, indicator]));
  const row = ({ id, title, carried, of, lacks }: CarriedPart) => ({
    id,
    header: say(title, lang),
    cells: [
      { text: `${carried} ${lang === "ru" ? "из" : "of"} ${of}`, value: carried },
      { text: partFinding(lacks.length === 0, lang), value: lacks.length === 0 ? "whole" : "partial" },
      { text: lacks.map((one) => shortNameOf(titles.get(one), one, lang)).join(", ") },
    ],
  });
  return analysisTable(
    [lens.data],
    {
      id: `by-${lens.to}-parts`,
      title: analysisLabels.lensParts,
      caption: captionOf(lens, methodology, lang),
      corner: say(analysisLabels.part, lang),
      columns: [
        ["carried", analysisLabels.carried],
        ["finding", analysisLabels.finding, "left"],
        ["lacks", { ru: "Чего не хватает", en: "What is lacking" }, "left"],
      ],
      rows: [...lens.criteria, ...lens.levels].map(row),
      notes: [
        {
          ru: "Критерий и уровень рассчитываются, только если перенесены все их показатели: часть критерия — не критерий",
          en: "A criterion or level is calculated only when all its indicators are carried over: a part of it is not it",
        },
      ],
    },
    lang,
  );
}

function partFinding(whole: boolean, lang: Language): string {
  if (whole) return lang === "ru" ? "рассчитывается" : "calculated";
  return lang === "ru" ? "не рассчитывается" : "not calculated";
}

function shortNameOf(indicator: Parameters<typeof shortTitle>[0] | undefined, id: string, lang: Language): string {
  return indicator ? quote(shortTitle(indicator, lang), lang) : id;
}

function gapsTable(lens: ThroughLens, methodology: Methodology, lang: Language): Table {
  return analysisTable(
    [lens.data],
    {
      id: `by-${lens.to}-gaps`,
      title: analysisLabels.lensGaps,
      caption: captionOf(lens, methodology, lang),
      corner: say(labels.indicators, lang),
      columns: [
        ["criterion", labels.criterion, "left"],
        ["reason", labels.reason, "left"],
      ],
      rows: [...byReason(lens, lang)].map(([reason, gaps]) => ({
        id: gaps.map(({ placed }) => placed.indicator.id).join("+"),
        header: gaps.map(({ placed }) => shortNameOf(placed.indicator, placed.indicator.id, lang)).join(", "),
        cells: [
          { text: [...new Set(gaps.map(({ placed }) => shortTitle(placed.criterion, lang)))].join("; ") },
          { text: reason },
        ],
      })),
    },
    lang,
  );
}

/** Indicators that cannot be carried over for the same reason stand together. */
function byReason({ without }: ThroughLens, lang: Language): Map<string, ThroughLens["without"][number][]> {
  const groups = new Map<string, ThroughLens["without"][number][]>();
  for (const gap of without) {
    const reason = say(gap.reason, lang);
    groups.set(reason, [...(groups.get(reason) ?? []), gap]);
  }
  return groups;
}
