import { criteriaOf, type RoundScore } from "@metodika/core";
import { labels, linkTitle, municipalityName, say, signs } from "@metodika/presentation";
import { fixedArea } from "../address.ts";
import { bannerMerges, bannerRows, noteRow } from "../row-heights.ts";
import { widestPortrait } from "../table-sheet.ts";
import type { Look, Sheet, SheetCell, SheetRow } from "../workbook.ts";
import { bookWords } from "./book-words.ts";
import { type CriterionPlan, firstRow, headingRows, type Plan, pointsColumns } from "./plan.ts";
import { resultCells } from "./result-cells.ts";
import { heading, plain, rowOf } from "./sheet-cells.ts";

/**
 * A table of the report with its cells as codes or numbers that may be changed, and the points of the criterion beside
 * them: formulas, the result as issued, the printed one.
 */
export function criterionSheet(plan: Plan, criterion: CriterionPlan, score: RoundScore): Sheet {
  const { data, lang, program } = plan;
  const municipalities = data.municipalities.length;
  const found = criteriaOf(data.methodology).find(({ id }) => id === criterion.id);
  const expression = program.criteria.find((own) => own.criterion.id === criterion.id)?.expression;
  const place = expression && plan.results.get(criterion.id);
  const linked = new Set(
    data.cells.filter(({ evidence }) => evidence === "link").map((cell) => `${cell.municipality} ${cell.indicator}`),
  );
  const rows = data.municipalities.map((municipality, index): SheetRow => {
    const cells = new Map<number, SheetCell>([
      [1, plain(municipalityName(municipality, lang), "header")],
      ...criterion.cells.map((cell, offset): [number, SheetCell] => {
        const written = plan.written[cell]?.[index] ?? "";
        const id = program.cells[cell]?.indicator.id ?? "";
        const color = colorOf(plan, cell, written);
        const look: Look = {
          kind: "input",
          align: "center",
          ...(color ? { color } : {}),
          ...(linked.has(`${municipality.id} ${id}`) ? { underline: true } : {}),
        };
        return [offset + 2, plain(written, look)];
      }),
    ]);
    const own = score.units[index]?.criteria.find((one) => one.criterion === criterion.id);
    if (expression)
      for (const [column, cell] of resultCells(plan, expression, index, {
        points: own?.points ?? null,
        printed: own?.printed ?? null,
      }))
        cells.set(column, cell);
    return { cells: rowOf(cells) };
  });
  const last = firstRow + municipalities - 1;
  const indicators = criterion.cells.length;
  const each = Math.min(28, Math.max(14, Math.floor(76 / Math.max(1, indicators))));
  const width = 26 + indicators * each + (place ? 5 * 10 : 0);
  const notes = legend(plan, criterion, linked.size > 0);
  const lastColumn = place ? place.columns.printed : indicators + 1;
  return {
    name: criterion.sheet,
    columns: [
      { width: 26 },
      ...criterion.cells.map(() => ({ width: each })),
      ...(place ? Array.from({ length: 5 }, () => ({ width: 10 })) : []),
      ...(place ? Array.from({ length: 3 }, () => ({ width: 9, folded: true as const })) : []),
    ],
    rows: [
      ...bannerRows(found ? say(found.title, lang) : criterion.id, caption(plan, found?.table), width),
      ...headings(plan, criterion, { scored: place !== undefined, trial: score.trial, each }),
      ...rows,
      { cells: [] },
      ...notes.map((text) => noteRow(text, width)),
    ],
    merges: [
      ...bannerMerges(lastColumn),
      { top: headingRows - 1, left: 1, bottom: headingRows, right: 1 },
      ...criterion.cells.map((_, index) => ({
        top: headingRows - 1,
        left: index + 2,
        bottom: headingRows,
        right: index + 2,
      })),
      ...(place
        ? [
            { left: place.columns.low, right: place.columns.printed },
            { left: place.columns.present, right: place.columns.top },
          ].map((area) => ({ top: headingRows - 1, bottom: headingRows - 1, ...area }))
        : []),
      ...notes.map((_, index) => ({ top: last + 2 + index, left: 1, bottom: last + 2 + index, right: lastColumn })),
    ],
    frozen: { rows: headingRows, columns: 1 },
    ...(municipalities > 0 ? { filter: { top: headingRows, left: 1, bottom: last, right: lastColumn } } : {}),
    landscape: width > widestPortrait,
    titleRows: [headingRows - 1, headingRows],
    choices: criterion.cells.map((cell, index) => ({
      area: { top: firstRow, left: index + 2, bottom: last, right: index + 2 },
      from: textsOf(plan, cell),
      ...(program.cells[cell]?.scale.type === "number" ? { numbers: true } : {}),
    })),
    coloring: criterion.cells.flatMap((cell, index) => {
      const colors = colorsOf(plan, cell);
      const area = { top: firstRow, left: index + 2, bottom: last, right: index + 2 };
      return colors.length > 0 ? [{ area, colors }] : [];
    }),
  };
}

function headings(
  { lang, program }: Plan,
  { cells }: CriterionPlan,
  { scored, trial, each }: { scored: boolean; trial: boolean; each: number },
): SheetRow[] {
  const word = (key: keyof typeof bookWords) => heading(say(bookWords[key], lang));
  const titles = cells.map((cell) => {
    const { indicator, scale } = program.cells[cell]!;
    const unit = scale.type === "number" && scale.unit ? `, ${say(scale.unit, lang)}` : "";
    return heading(`${say(indicator.title, lang)}${unit}`);
  });
  const corner = heading(say(labels.territory, lang));
  const longest = Math.max(0, ...titles.map(({ value }) => String(value).length));
  const group = `${say(labels.points, lang)} (${say(trial ? labels.trial : bookWords.live, lang)})`;
  const blank = Array.from({ length: 4 }, () => heading(""));
  return [
    {
      cells: [
        corner,
        ...titles,
        ...(scored ? [heading(group), ...blank, word("helper"), heading(""), heading("")] : []),
      ],
      height: 26,
    },
    {
      cells: [
        heading(""),
        ...titles.map(() => heading("")),
        ...(scored
          ? [
              word("low"),
              word("high"),
              heading(say(labels.maximum, lang)),
              word("stored"),
              heading(say(labels.printed, lang)),
              word("present"),
              word("valued"),
              word("top"),
            ]
          : []),
      ],
      height: Math.min(260, Math.max(28, 12.5 * Math.ceil(longest / (each - 3)) - 10)),
    },
  ];
}

function caption({ data, lang }: Plan, table: number | undefined): string {
  const period = say(data.round.period.title, lang);
  return table === undefined ? period : `${say(labels.table, lang)} ${table}. ${period}`;
}

/** What the letters and signs mean: every scale once, then what is not a value, then where the figures come from. */
function legend({ program, lang, states, written, data }: Plan, { cells }: CriterionPlan, linked: boolean): string[] {
  const scales = new Set<string>();
  const used = new Set<string>();
  for (const cell of cells) {
    const place = program.cells[cell];
    const shown = new Set(written[cell]);
    for (const { text, state, title } of states[cell]?.rows ?? [])
      if (state.codes.length === 0 && state.missing.length > 0 && shown.has(text)) used.add(`${text} — ${title}`);
    if (place?.scale.type !== "codes" || !place.scale.codes.some(({ letter }) => letter)) continue;
    const entries = place.scale.codes.map(({ letter, title }) => `${say(letter ?? title, lang)} — ${say(title, lang)}`);
    const name = say(place.indicator.short ?? place.indicator.title, lang);
    scales.add(`${name}: ${entries.join("; ")}.`);
  }
  const several = cells.some((cell) => written[cell]?.some((one) => typeof one === "string" && one.includes(" | ")));
  return [
    ...scales,
    ...(used.size > 0 ? [[...used].join("; ")] : []),
    ...(several
      ? [`${lang === "ru" ? "А | Б" : "A | B"} — ${say(bookWords.several, lang)} (${say(signs.bounded.title, lang)}).`]
      : []),
    ...(linked ? [capital(say(linkTitle, lang))] : []),
    `${say(data.round.title, lang)} (${data.round.id})`,
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function textsOf({ names, blocks }: Plan, cell: number): string {
  const { states, last } = blocks[cell]!;
  return fixedArea(names.points, { top: states, left: pointsColumns.text, bottom: last, right: pointsColumns.text });
}

function colorOf(plan: Plan, cell: number, written: string | number) {
  return colorsOf(plan, cell).find(({ text }) => text === written)?.color;
}

/** The texts of an indicator that have a colour. */
function colorsOf({ program, states }: Plan, cell: number) {
  const scale = program.cells[cell]?.scale;
  if (scale?.type !== "codes") return [];
  return (states[cell]?.rows ?? []).flatMap(({ text, state: { codes, missing } }) => {
    const color = codes.length === 1 && missing.length === 0 ? scale.codes[codes[0] ?? 0]?.color : undefined;
    return color ? [{ text, color }] : [];
  });
}
