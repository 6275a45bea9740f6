import { type Cell, type CellState, criteriaOf, isKnown, missingStatuses, toNumber } from "@metodika/core";
import { distributionRows, formatShare, labels, say, shortTitle } from "@metodika/presentation";
import { address, fixedCell } from "../address.ts";
import { bannerMerges, bannerRows } from "../row-heights.ts";
import type { Sheet, SheetCell, SheetRow } from "../workbook.ts";
import { bookWords } from "./book-words.ts";
import { type Plan, pointsColumns } from "./plan.ts";
import { cellsArea, countColumnOf } from "./points-sheet.ts";
import { heading, live, plain } from "./sheet-cells.ts";

/**
 * How many municipalities have each value of each indicator: at least and at most, out of how many, and of what. Counted by
 * formulas from the look-up rows, which count the cells; beside them the share as issued.
 */
export function sharesSheet(plan: Plan): Sheet {
  const { lang, data, program, names } = plan;
  const headings = [
    say(labels.criterion, lang),
    say(labels.indicator, lang),
    say(labels.value, lang),
    say(bookWords.certainly, lang),
    say(bookWords.possibly, lang),
    say(labels.outOf, lang),
    say(bookWords.counted, lang),
    say(bookWords.shareLow, lang),
    say(bookWords.shareHigh, lang),
    say(bookWords.stored, lang),
  ];
  const above: SheetRow[] = [
    ...bannerRows(names.shares, say(data.round.title, lang), 180),
    { cells: headings.map(heading), height: 30 },
  ];
  const rows: SheetRow[] = [];
  const own = new Map<string, Cell[]>(program.cells.map(({ indicator }) => [indicator.id, []]));
  for (const cell of data.cells) own.get(cell.indicator)?.push(cell);
  program.cells.forEach(({ indicator, criterion, scale }, cell) => {
    for (const share of distributionRows({ ...data, cells: own.get(indicator.id) ?? [] }, indicator.id)) {
      const row = above.length + rows.length + 1;
      const formulas = counts(plan, cell, share.key, share.kind);
      const denominator = `ROWS(${cellsArea(plan, cell)})`;
      const number = { kind: "live", align: "center", format: "number" } as const;
      const percent = { kind: "live", align: "right", format: "percent" } as const;
      const of = (count: number) => (share.denominator === 0 ? "" : count / share.denominator);
      const ratio = (column: number) => `IF(${address(row, 6)}=0,"",${address(row, column)}/${address(row, 6)})`;
      const color = share.color ? { color: share.color } : {};
      const title =
        share.letter && scale.type === "codes" && share.kind === "value" ? `${say(share.letter, lang)} — ` : "";
      const counted = (formula: string | undefined, count: number): SheetCell =>
        formula === undefined ? plain(count, { ...number, kind: "stored" }) : live(formula, count, number);
      rows.push({
        cells: [
          plain(shortTitle(criteriaOf(data.methodology).find(({ id }) => id === criterion.id) ?? criterion, lang)),
          plain(shortTitle(indicator, lang)),
          plain(`${title}${say(share.title, lang)}`, { kind: "header", ...color }),
          counted(formulas?.certain, share.certain),
          counted(formulas?.possible, share.possible),
          live(denominator, share.denominator, number),
          plain(say(share.base, lang)),
          live(ratio(4), of(share.certain), percent),
          live(ratio(5), of(share.possible), percent),
          plain(formatShare({ numerator: [share.certain, share.possible], denominator: share.denominator }, lang), {
            kind: "stored",
            align: "right",
          }),
        ],
      });
    }
  });
  const last = above.length + rows.length;
  return {
    name: names.shares,
    columns: [34, 26, 40, 9, 10, 9, 24, 10, 10, 26].map((width) => ({ width })),
    rows: [...above, ...rows],
    merges: bannerMerges(headings.length),
    frozen: { rows: above.length, columns: 3 },
    ...(rows.length > 0 ? { filter: { top: above.length, left: 1, bottom: last, right: headings.length } } : {}),
    titleRows: [above.length, above.length],
    landscape: true,
  };
}

/** Formulas that count one value of an indicator: its look-up rows, and the numbers that lie where it says. */
function counts(plan: Plan, cell: number, key: string, kind: "value" | "missing") {
  const { program, states, blocks, names } = plan;
  const scale = program.cells[cell]?.scale;
  const between = kind === "value" && scale?.type === "number" ? binOf(plan, cell, key) : undefined;
  const fits = between ?? fitting(plan, cell, key, kind);
  if (!fits || !scale) return undefined;
  const numbers = between ? [between.formula] : [];
  const column = countColumnOf(plan);
  const first = blocks[cell]?.states ?? 0;
  const sum = (keep: (state: CellState) => boolean) => {
    const found = (states[cell]?.rows ?? []).flatMap(({ state }, index) =>
      keep(state) ? [`'${names.points.replaceAll("'", "''")}'!${address(first + index, column)}`] : [],
    );
    const all = [...numbers, ...found];
    return all.length > 0 ? all.join("+") : "0";
  };
  const all =
    "certain" in fits ? fits : { certain: (state: CellState) => fits(state) && isKnown(state), possible: fits };
  return { certain: sum(all.certain), possible: sum(all.possible) };
}

function fitting({ program }: Plan, cell: number, key: string, kind: "value" | "missing") {
  const scale = program.cells[cell]?.scale;
  if (kind === "missing") {
    const status = missingStatuses.find((one) => one === key);
    return status && ((state: CellState) => state.missing.includes(status));
  }
  if (scale?.type !== "codes") return undefined;
  const code = scale.codes.findIndex((own) => own.code === key);
  return (state: CellState) => state.codes.includes(code);
}

/**
 * The numbers that one row of a distribution counts: from a step up to the next, below the least, or one number. The steps
 * are those on the sheet of points, so that a moved step moves the count.
 */
function binOf(plan: Plan, cell: number, key: string) {
  const area = cellsArea(plan, cell);
  const steps = stepsOf(plan, cell);
  const at = steps.findIndex(({ from }) => key === `from-${from}`);
  const [least] = steps;
  const from = steps[at];
  const next = from ? steps[at + 1] : key.startsWith("below-") ? least : undefined;
  const exact = Number(key);
  if (!from && !next && Number.isNaN(exact)) return undefined;
  const reaching = (step: typeof from) => (step ? `COUNTIF(${area},">="&${step.cell})` : "0");
  const formula =
    from || next ? `(${from ? reaching(from) : `COUNT(${area})`}-${reaching(next)})` : `COUNTIF(${area},"="&${exact})`;
  const low = from?.from ?? (next ? -Infinity : exact);
  const high = next?.from ?? (from ? Infinity : exact);
  const holds = (value: number) => value >= low && (from || next ? value < high : value <= high);
  const ends = ({ range }: CellState) => range && ([toNumber(range[0]), toNumber(range[1])] as const);
  return {
    formula,
    certain: (state: CellState) => {
      const found = ends(state);
      return found !== undefined && state.missing.length === 0 && holds(found[0]) && holds(found[1]);
    },
    possible: (state: CellState) => {
      const found = ends(state);
      return found !== undefined && found[1] >= low && (from || next ? found[0] < high : found[0] <= high);
    },
  };
}

/** The steps of an indicator, the least first, with their cells on the sheet of points. */
function stepsOf({ rules, blocks, names }: Plan, cell: number) {
  const rule = rules[cell];
  if (rule?.kind !== "steps") return [];
  return rule.steps
    .map(({ from }, step) => ({
      from: toNumber(from),
      cell: fixedCell(names.points, (blocks[cell]?.rule ?? 0) + step, pointsColumns.text),
    }))
    .sort((a, b) => a.from - b.from);
}
