import { type CodeScale, fold, indicatorsOf, type Scale, toNumber } from "@metodika/core";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { shorten } from "./explain-match.ts";
import type { Reference } from "./reference.ts";
import { contentStems } from "./words.ts";

/** A table of a draft whose rows are municipalities. */
export interface DraftTable {
  header: readonly string[];
  caption: string;
  rows: readonly { municipality: string; cells: readonly string[] }[];
}

/** How much of a shorter title must stand in a header, and by how much the second must be worse. */
const headerThreshold = 0.6;
const headerMargin = 0.1;

const ticks: Readonly<Record<string, "highest" | "lowest">> = {
  "+": "highest",
  "✓": "highest",
  "-": "lowest",
  x: "lowest",
};
const colors: Readonly<Record<string, string>> = { green: "зелен", yellow: "желт", red: "красн", blue: "син" };

/**
 * Holds the values of a table (да/нет, letters and names of colours, titles of codes, numbers) against the cells of the round: one
 * finding for all of them, with those that differ. Columns whose header names no indicator are passed by. Nothing where no column
 * does, or no cell holds a value.
 */
export function checkTable(base: Base, table: DraftTable, reference: Reference): DraftFinding[] {
  const columns = columnsOf(table, reference);
  if (columns.length === 0) return [];
  const { data, names } = reference;
  const states = new Map(reference.cells().map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]));
  const differing: string[] = [];
  const differingEn: string[] = [];
  let held = 0;
  let open = 0;
  for (const { municipality, cells } of table.rows)
    for (const { at, indicator, scale } of columns) {
      const value = readCell(cells[at] ?? "", scale);
      const cell = states.get(`${municipality} ${indicator.id}`);
      if (value === undefined || !cell) continue;
      const { codes, range, missing } = cell.state;
      const isPossible =
        scale.type === "codes"
          ? codes.some((index) => scale.codes[index]?.code === value)
          : range !== undefined && Number(value) >= toNumber(range[0]) && Number(value) <= toNumber(range[1]);
      const shown = shownState(cell.state, scale);
      // A cell that was not submitted has no value to differ from.
      if (missing.length > 0 && codes.length === 0 && range === undefined) continue;
      held++;
      if (!isPossible) {
        const title = indicator.short ?? indicator.title;
        const name = names.get(municipality);
        differing.push(
          `${name?.ru ?? municipality}, «${title.ru}»: в тексте ${cells[at]?.trim()}, в таблице ${shown.ru}`,
        );
        differingEn.push(
          `${name?.en ?? municipality}, “${title.en}”: the draft has ${cells[at]?.trim()}, the table ${shown.en}`,
        );
      } else if (codes.length + missing.length > 1 || (range && toNumber(range[0]) !== toNumber(range[1]))) open++;
    }
  if (held === 0) return [];
  const status = differing.length > 0 ? "disagrees" : open > 0 ? "uncertain" : "agrees";
  const titles = columns.map(({ indicator }) => indicator.short ?? indicator.title);
  const statement = { ru: titles.map(({ ru }) => ru).join("; "), en: titles.map(({ en }) => en).join("; ") };
  const counted = `${table.rows.length} × ${columns.length}`;
  return [
    {
      ...base,
      kind: "table",
      figure: counted,
      sentence: shorten(
        /[.!?]$/.test(table.caption) ? table.header.join(" | ") : table.caption || table.header.join(" | "),
        200,
      ),
      status,
      match: { id: columns.map(({ indicator }) => indicator.id).join("+"), statement, source: data.round.id },
      explanation: {
        ru:
          differing.length > 0
            ? `Сопоставлено ячеек: ${held}, отличаются ${differing.length}. ${differing.join("; ")}.`
            : `Сопоставлено ячеек: ${held}, отличий нет.${open > 0 ? ` Таблицы оставляют открытыми: ${open}.` : ""}`,
        en:
          differing.length > 0
            ? `Cells compared: ${held}, differing: ${differing.length}. ${differingEn.join("; ")}.`
            : `Cells compared: ${held}, none differs.${open > 0 ? ` The tables leave open: ${open}.` : ""}`,
      },
    },
  ];
}

/** Which column shows which indicator: the header decides, and most of its cells must be values of the scale. */
export function columnsOf({ header, rows }: Pick<DraftTable, "header" | "rows">, { data }: Pick<Reference, "data">) {
  const indicators = indicatorsOf(data.methodology).map(({ indicator }) => indicator);
  const taken = new Set<string>();
  return header.flatMap((title, at) => {
    const words = new Set(contentStems(title));
    if (words.size === 0) return [];
    const rated = indicators
      .map((indicator) => {
        const names = [indicator.title, ...(indicator.short ? [indicator.short] : [])];
        return { indicator, fit: Math.max(...names.map(({ ru }) => alike(words, new Set(contentStems(ru))))) };
      })
      .sort((a, b) => b.fit - a.fit);
    const [best, second] = rated;
    if (!best || best.fit < headerThreshold || (second && best.fit - second.fit < headerMargin)) return [];
    const scale = data.methodology.scales[best.indicator.scale];
    if (!scale || taken.has(best.indicator.id)) return [];
    const filled = rows.map(({ cells }) => cells[at] ?? "").filter((cell) => cell.trim() !== "");
    const read = filled.filter((cell) => readCell(cell, scale) !== undefined);
    if (read.length === 0 || read.length < 0.6 * filled.length) return [];
    taken.add(best.indicator.id);
    return [{ at, indicator: best.indicator, scale }];
  });
}

/** Shared words of two titles, of all of the shorter and half of the longer. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  if (shared === 0) return 0;
  const jaccard = shared / new Set([...a, ...b]).size;
  return Math.max(jaccard, 0.9 * (shared / Math.min(a.size, b.size)) * Math.min(1, 0.5 + jaccard));
}

/** The code of a cell, or its number as text; undefined where the scale has no such value. */
export function readCell(text: string, scale: Scale): string | undefined {
  const wanted = fold(text.replace(/<[^>]*>/g, "")).replace(/[.;]$/, "");
  if (wanted === "") return undefined;
  if (scale.type === "number") {
    const named = Object.entries(scale.raw ?? {}).find(([raw]) => fold(raw) === wanted)?.[1];
    if (named !== undefined) return String(named);
    return /^\d+(?:[.,]\d+)?$/.test(wanted) ? wanted.replace(",", ".") : undefined;
  }
  const code =
    scale.codes.find(({ code: id, title, raw = [] }) =>
      [id, title.ru, title.en, ...raw].some((form) => fold(form) === wanted),
    ) ??
    scale.codes.find(({ letter }) => letter !== undefined && fold(letter.ru) === wanted) ??
    scale.codes.find(({ color }) => {
      const word = color === undefined ? undefined : colors[color];
      return word !== undefined && wanted.startsWith(word) && !wanted.includes(" ");
    });
  if (code) return code.code;
  return scale.codes.length === 2 && ticks[wanted] ? endOf(scale, ticks[wanted]) : undefined;
}

function endOf({ codes }: CodeScale, end: "highest" | "lowest"): string | undefined {
  const sorted = [...codes].sort((a, b) => a.order - b.order);
  return (end === "highest" ? sorted.at(-1) : sorted[0])?.code;
}

function shownState(
  { codes, range, missing }: Reference["data"]["cells"][number]["state"],
  scale: Scale,
): { ru: string; en: string } {
  const text = (lang: "ru" | "en"): string => {
    const values =
      scale.type === "codes"
        ? codes.flatMap((index) => {
            const code = scale.codes[index];
            return code ? [code.letter ? `${code.letter[lang]} (${code.title[lang]})` : code.title[lang]] : [];
          })
        : range
          ? [...new Set(range.map((end) => String(toNumber(end))))]
          : [];
    return [...values, ...missing].join(lang === "ru" ? " или " : " or ");
  };
  return { ru: text("ru"), en: text("en") };
}
