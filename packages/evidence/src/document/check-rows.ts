import { checkNumber } from "./check-number.ts";
import { checkPoints, criterionNamed } from "./check-points.ts";
import { checkTable, columnsOf } from "./check-table.ts";
import { baseOf, isNameOnly } from "./check-text.ts";
import type { DraftBlock, DraftFinding } from "./draft-finding.ts";
import { notCovered } from "./explain-match.ts";
import { type Figure, figuresOf } from "./figures.ts";
import type { Context } from "./match.ts";
import { periodIn } from "./period.ts";
import { quotedNames } from "./quoted-names.ts";
import type { Reference } from "./reference.ts";
import { saidBase } from "./said-base.ts";
import { unitAfter, unitClass } from "./units.ts";
import { contentStems, denies, quantifiersOf, wordsOf } from "./words.ts";

/** A caption is short; a long paragraph before a table speaks of more than the table. */
const longestCaption = 30;

interface Row {
  block: DraftBlock;
  cells: string[];
  municipality?: string;
  /** Where its name stands. */
  column: number;
}

/**
 * One table of a draft. Rows of municipalities: values against cells (one finding for the table), points against the round. Rows
 * of anything else are read like sentences: the label of the row and the header of the column tell what a number is about.
 */
export function checkRows(
  blocks: readonly DraftBlock[],
  caption: string,
  heading: string,
  reference: Reference,
): DraftFinding[] {
  const [first, ...others] = blocks;
  if (!first) return [];
  const header = first.text.split("\t");
  const title = wordsOf(caption).length > longestCaption ? "" : caption;
  const rows = others.map((block): Row => rowOf(block, reference));
  const placed = rows.flatMap(({ municipality, cells }) =>
    municipality === undefined ? [] : [{ municipality, cells }],
  );
  const table = { header, caption: title, rows: placed };
  const values = placed.length === 0 ? [] : checkTable(baseOf(first, title, "", "table", 0), table, reference);
  const read = new Set(placed.length === 0 ? [] : columnsOf(table, reference).map(({ at }) => at));
  const indicators = columnsOf(table, reference).map(({ indicator }) => indicator.id);
  return [...values, ...rows.flatMap((row) => checkRow(row, header, title, heading, read, indicators, reference))];
}

/**
 * Is the first row of a table one of those under a header that stands further up? It names a municipality and the header none, or it
 * is the rest of a broken row: one cell and nothing beside it.
 */
export function continues(header: DraftBlock, row: DraftBlock, reference: Reference): boolean {
  const [above, below] = [rowOf(header, reference), rowOf(row, reference)];
  if (above.municipality !== undefined || above.cells.length !== below.cells.length) return false;
  return below.municipality !== undefined || below.cells.filter((cell) => cell !== "").length === 1;
}

/** A paragraph that is the name of a municipality, or the rest of one («округ»), and nothing else. */
export function isBareName(text: string, { find }: Pick<Reference, "find">): boolean {
  const [only, ...others] = find(text).flatMap(({ mentions }) => mentions);
  return others.length === 0 && isNameOnly(text, only?.text ?? "");
}

function rowOf(block: DraftBlock, { find }: Reference): Row {
  const cells = block.text.split("\t");
  const mentions = cells.map((cell) => find(cell).flatMap((chain) => chain.mentions));
  const column = mentions.findIndex(
    (own, index) => own.length === 1 && own[0]?.ids.length === 1 && isNameOnly(cells[index] ?? "", own[0].text),
  );
  const municipality = mentions[column]?.[0]?.ids[0];
  return { block, cells, column, ...(municipality === undefined ? {} : { municipality }) };
}

function checkRow(
  { block, cells, municipality, column }: Row,
  header: readonly string[],
  caption: string,
  heading: string,
  read: ReadonlySet<number>,
  indicators: readonly string[],
  reference: Reference,
): DraftFinding[] {
  const label = cells.filter((cell) => !/\d/.test(cell)).join(" ");
  return cells.flatMap((cell, index): DraftFinding[] => {
    const title = header[index] ?? "";
    // The running number of a row counts nothing.
    const isRunning = /^(№|n|п\/п)/i.test(title.trim()) || (index === 0 && /^\d+\.?$/.test(cell.trim()));
    if (index === column || isRunning || read.has(index)) return [];
    const figures = figuresOf(cell);
    const base = (figure: Figure) => baseOf(block, cells.join(" | "), figure.text, figure.kind, 0);
    if (municipality === undefined) {
      const words = `${label} ${/\d/.test(label) ? "" : title}`;
      return figures.map((figure, at) => {
        const unitStems = unitAfter(cell.slice(figure.to));
        const context: Context = {
          near: new Set(contentStems(words)),
          far: new Set(contentStems(caption)),
          head: new Set(contentStems(heading)),
          denies: denies(words),
          quantifiers: quantifiersOf(words),
          unit: unitClass(unitStems),
          unitStems,
          quoted: quotedNames(words),
          said: saidBase(cell, figures, at, reference.universePhrases),
        };
        return checkNumber(base(figure), figure, context, periodIn(title), reference);
      });
    }
    const [only] = figures;
    if (!only || only.value === undefined || figures.length > 1 || !/^[\d\s.,]+(балл\p{L}*)?$/u.test(cell.trim()))
      return [];
    const isSum = /балл|сумм|итог/i.test(title) || only.kind === "points";
    const words = new Set([...contentStems(title), ...(isSum ? contentStems(`${caption} ${heading}`) : [])]);
    const criterion = criterionNamed(words, reference) ?? (isSum ? criterionOf(indicators, reference) : undefined);
    const scored = criterion ? checkPoints(base(only), only, municipality, criterion, reference) : undefined;
    return [scored ?? { ...base(only), status: "not-covered", explanation: notCovered("points") }];
  });
}

/** The criterion whose indicators the columns of a table show, where it is one. */
function criterionOf(indicators: readonly string[], { criteria, data }: Reference) {
  const owners = data.methodology.criteria.filter((criterion) =>
    (criterion.indicators ?? []).some(({ id }) => indicators.includes(id)),
  );
  const [owner] = owners;
  const own = owners.length === 1 ? criteria.find(({ id }) => id === owner?.id) : undefined;
  return own && indicators.length > 1 ? { ...own, fit: 1 } : undefined;
}
