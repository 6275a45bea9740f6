import type { ConceptComparison, ConceptShare, SideBySide } from "@metodika/comparison";
import { type Language, MunicipalityType, type RoundData } from "@metodika/core";
import { say } from "../../languages/say.ts";
import { collectNotes, type Notes } from "../../table/collect-notes.ts";
import type { Cell, Column, Row, Table } from "../../table/table.ts";
import { comparedSource, comparedTitle, type RegionNames, regionHeading } from "./compared-source.ts";
import { typeLabels } from "./comparison-words.ts";
import { baseText, isOpen, percentCell, shareText } from "./share-cells.ts";

type Pair = readonly [ConceptShare | null, ConceptShare | null];

/**
 * The shares of two regions by shared concepts, each with what it divides by and with bounds where the data leave some.
 * Whether they may be compared as they stand is said in each row; a fair redefinition has a row of its own below.
 */
export function conceptSharesTable(
  sides: SideBySide,
  rounds: readonly RoundData[],
  lang: Language,
  regions: RegionNames = {},
): Table {
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  const columns = rounds.flatMap((data): Column[] => {
    const { round } = data;
    const group = regionHeading(data, regions, lang);
    return [
      { id: `${round.region}-share`, title: ru ? "Доля" : "Share", unit: "%", group, align: "right" },
      { id: `${round.region}-base`, title: ru ? "Сколько из скольких" : "How many of how many", group, align: "right" },
      { id: `${round.region}-counts`, title: ru ? "Кого считают" : "Who is counted", group, align: "left" },
    ];
  });
  const row = (id: string, header: string, shares: Pair, verdict: Cell): Row => ({
    id,
    header,
    cells: [verdict, ...shares.flatMap((share) => shareCells(share, lang, notes))],
  });
  const rows = sides.concepts.flatMap((concept) => [
    row(concept.concept, say(concept.title, lang), concept.shares, verdictOf(concept, lang, notes)),
    ...concept.fair.map(({ caution, title, shares }) =>
      row(
        `${concept.concept}-${caution}`,
        `${say(concept.title, lang)} — ${ru ? "с пересчётом" : "redefined"}`,
        shares,
        {
          text: ru ? "да, в этих границах" : "yes, within these bounds",
          marks: [notes.mark(`${ru ? "Пересчёт" : "Redefinition"}: ${lowerFirst(say(title, lang))}.`)],
        },
      ),
    ),
  ]);
  return {
    id: `${idOf(rounds)}-shares`,
    title: comparedTitle(ru ? "Доли по общим понятиям" : "Shares by shared concept", rounds, lang),
    lang,
    corner: ru ? "Понятие" : "Concept",
    columns: [{ id: "comparable", title: ru ? "Можно ли сравнивать" : "Comparable", align: "left" }, ...columns],
    rows,
    notes: notes.all(),
    source: comparedSource(rounds, lang),
  };
}

/** The same shares by type of municipality. A type that only one region has says so by a blank on the other side. */
export function sharesByTypeTable(
  sides: SideBySide,
  rounds: readonly RoundData[],
  lang: Language,
  regions: RegionNames = {},
): Table {
  const ru = lang === "ru";
  const types = MunicipalityType.options.filter((type) =>
    rounds.some(({ municipalities }) => municipalities.some((one) => one.type === type)),
  );
  const rows = sides.concepts.flatMap(({ concept, title, shares, fair }): Row[] =>
    [
      { id: concept, header: say(title, lang), shares },
      ...fair.map((one) => ({
        id: `${concept}-${one.caution}`,
        header: `${say(title, lang)} — ${ru ? "с пересчётом" : "redefined"}`,
        shares: one.shares,
      })),
    ].flatMap(({ id, header, shares: pair }) =>
      pair.some(Boolean)
        ? [
            {
              id,
              header,
              cells: types.flatMap((type) => pair.map((share) => typeCell(share?.byType[type], lang))),
            },
          ]
        : [],
    ),
  );
  return {
    id: `${idOf(rounds)}-shares-by-type`,
    title: comparedTitle(ru ? "Доли по типам муниципалитетов" : "Shares by type of municipality", rounds, lang),
    lang,
    corner: ru ? "Понятие" : "Concept",
    columns: types.flatMap((type) =>
      rounds.map((data) => ({
        id: `${type}-${data.round.region}`,
        title: regionHeading(data, regions, lang),
        group: say(typeLabels[type], lang),
        align: "right" as const,
      })),
    ),
    rows,
    notes: [],
    source: comparedSource(rounds, lang),
  };
}

function typeCell(share: Parameters<typeof shareText>[0] | undefined, lang: Language): Cell {
  return share ? { ...percentCell(share, lang), text: shareText(share, lang), value: null } : { text: "", value: null };
}

function shareCells(share: ConceptShare | null, lang: Language, notes: Notes): Cell[] {
  if (!share) return [{ text: "", value: null }, { text: "" }, { text: "" }];
  const percent = percentCell(share, lang);
  const open = isOpen(share)
    ? notes.mark(
        lang === "ru"
          ? "Границы: данные оставляют несколько возможностей; требует уточнения."
          : "Bounds: the data leave several possibilities; needs clarification.",
      )
    : undefined;
  return [
    open ? { ...percent, marks: [open] } : percent,
    { text: baseText(share, lang) },
    { text: say(share.counts, lang) },
  ];
}

function verdictOf({ shares, straightforward, cautions }: ConceptComparison, lang: Language, notes: Notes): Cell {
  const ru = lang === "ru";
  if (!shares.every(Boolean))
    return { text: ru ? "нет: измеряет только один регион" : "no: only one region measures it" };
  if (straightforward) return { text: ru ? "да" : "yes" };
  const marks = cautions.map(({ text }) => notes.mark(`${say(text, lang)}.`));
  return cautions.length > 0
    ? { text: ru ? "не напрямую" : "not as they stand", marks }
    : { text: ru ? "с оговоркой: показатели только близки" : "with care: the indicators are only near" };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function idOf(rounds: readonly RoundData[]): string {
  return rounds.map(({ round }) => round.id).join("-");
}
