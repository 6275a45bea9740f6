import { type Cell, type Column, defaultPalette, inkOn, linkMark, type Row, type Table } from "@metodika/presentation";
import { headingFits, headingOf, layoutTable, type TableLayout, uprightRow } from "../layout/table-layout.ts";
import { val, w } from "../xml/element.ts";
import type { Context } from "./context.ts";
import { bookmarked, paragraph, styled, textRun } from "./inline.ts";
import { bookmarkName } from "./names.ts";

/** The tag of a table among the tags of its document. */
export function tableTag(id: string): string {
  return `table:${id}`;
}

const bold = w("b") + w("bCs");

/** Marks of a table's notes, for programs that forget content controls. */
export function notesTag(id: string): string {
  return `notes:${id}`;
}

/** A table with its notes and its source, as the content of a content control. */
export function tableContent(context: Context, table: Table, layout: TableLayout): string {
  return tableElement(context, table, layout) + tableNotes(context, table);
}

/** How a table of this document stands on its page. */
export function tableLayout({ page }: Pick<Context, "page">, table: Table): TableLayout {
  return layoutTable(table, page);
}

/** The table itself: heading rows that repeat, rows that no page divides. */
export function tableElement(context: Context, table: Table, layout: TableLayout): string {
  const { widths } = layout;
  const total = widths.reduce((sum, one) => sum + one, 0);
  return w(
    "tbl",
    {},
    w(
      "tblPr",
      {},
      val("tblStyle", context.styles.idOf("table")),
      w("tblW", { w: total, type: "dxa" }),
      w("tblLayout", { type: "fixed" }),
      w("tblLook", {
        val: "04A0",
        firstRow: 1,
        lastRow: 0,
        firstColumn: 1,
        lastColumn: 0,
        noHBand: 0,
        noVBand: 1,
      }),
      val("tblCaption", table.title),
      val("tblDescription", table.caption ?? table.source),
    ),
    w("tblGrid", {}, ...widths.map((width) => w("gridCol", { w: width }))),
    ...headingRows(context, table, layout),
    bodyRows(context, table, layout),
  );
}

/** Columns beside each other that stand under one heading. */
export function columnGroups(columns: readonly Column[]): { group: string | undefined; columns: Column[] }[] {
  const groups: { group: string | undefined; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && column.group !== undefined && last.group === column.group) last.columns.push(column);
    else groups.push({ group: column.group, columns: [column] });
  }
  return groups;
}

function headingRows(context: Context, table: Table, layout: TableLayout): string[] {
  const { widths, upright, short, small } = layout;
  const style = context.styles.idOf(small ? "tableHeadingSmall" : "tableHeading");
  const groups = columnGroups(table.columns);
  const isGrouped = groups.some(({ group }) => group !== undefined);
  const [first = 0, ...others] = widths;
  const titles = table.columns.map((column, index) => ({ text: headingOf(column, short), width: others[index] ?? 0 }));
  const standing = upright ? titles.filter(({ text, width }) => !headingFits(text, width, small)) : [];
  const properties = (isLow: boolean) =>
    w(
      "trPr",
      {},
      w("cantSplit"),
      standing.length > 0 && isLow ? w("trHeight", { val: uprightRow(standing, small), hRule: "atLeast" }) : "",
      w("tblHeader"),
    );
  const cell = (text: string, width: number, rest: string, turn: boolean, bookmark?: string) => {
    const content = paragraph(styled(style), bookmark ? bookmarked(context, bookmark, textRun(text)) : textRun(text));
    const direction = turn && !headingFits(text, width, small) ? val("textDirection", "btLr") : "";
    return w(
      "tc",
      {},
      w("tcPr", {}, w("tcW", { w: width, type: "dxa" }), rest, direction, val("vAlign", "center")),
      content,
    );
  };
  const empty = (width: number) =>
    w("tc", {}, w("tcPr", {}, w("tcW", { w: width, type: "dxa" }), w("vMerge")), paragraph(styled(style), ""));
  const name = bookmarkName(tableTag(table.id));
  const start = isGrouped ? val("vMerge", "restart") : "";
  const corner = cell(table.corner, first, start, false, name);
  if (!isGrouped)
    return [w("tr", {}, properties(true), corner, ...titles.map(({ text, width }) => cell(text, width, "", upright)))];

  let at = 0;
  const above: string[] = [];
  const below: string[] = [];
  for (const { group, columns } of groups) {
    const own = titles.slice(at, at + columns.length);
    at += columns.length;
    const width = own.reduce((sum, one) => sum + one.width, 0);
    if (group === undefined) {
      for (const one of own) {
        above.push(cell(one.text, one.width, val("vMerge", "restart"), upright));
        below.push(empty(one.width));
      }
    } else {
      above.push(cell(group, width, own.length > 1 ? val("gridSpan", own.length) : "", false));
      below.push(...own.map((one) => cell(one.text, one.width, "", upright)));
    }
  }
  return [w("tr", {}, properties(false), corner, ...above), w("tr", {}, properties(true), empty(first), ...below)];
}

/** So many rows of a table stand on a page at least. */
const fewestRows = 4;
/** A cell of more letters takes several lines. */
const prose = 80;

/** The rows and totals. What the cells of a column have in common is written once: a table may have thousands of rows. */
function bodyRows(context: Context, table: Table, layout: TableLayout): string {
  const style = context.styles.idOf(layout.small ? "tableTextSmall" : "tableText");
  const [first = 0, ...others] = layout.widths;
  const cell = (width: number, align: Column["align"]) => {
    const start = `<w:tc><w:tcPr>${w("tcW", { w: width, type: "dxa" })}`;
    const aligned = align === "left" ? "" : val("jc", align);
    const text = (keep: string) => `</w:tcPr><w:p>${w("pPr", {}, styled(style, keep + aligned))}`;
    const [alone, kept] = [text(""), text(w("keepNext"))];
    return (shade: string, runs: string, isKept: boolean) =>
      `${start}${shade}${isKept ? kept : alone}${runs}</w:p></w:tc>`;
  };
  const header = cell(first, "left");
  const columns = table.columns.map(({ align }, index) => cell(others[index] ?? 0, align));
  const properties = w("trPr", {}, w("cantSplit"));
  const bodyRow = (row: Row, format: string, isKept: boolean) => {
    const cells = columns.map((write, index) => {
      const own = row.cells[index] ?? { text: "" };
      return write(cellShade(own), cellRuns(own, format), isKept);
    });
    return `<w:tr>${properties}${header("", textRun(row.header, format), isKept)}${cells.join("")}</w:tr>`;
  };
  const all = [
    ...table.rows.map((row) => ({ row, format: row.strong ? bold : "" })),
    ...(table.totals ?? []).map((row) => ({ row, format: bold })),
  ];
  // No page holds the headings and a row or two alone, nor the last rows without their totals; rows of prose are too high.
  const together = all.some(({ row }) => row.cells.some(({ text }) => text.length > prose)) ? 0 : fewestRows;
  const last = all.length - 1;
  const isKept = (at: number) => at < last && (at < together - 1 || at > last - together - (table.totals ?? []).length);
  return all.map(({ row, format }, at) => bodyRow(row, format, isKept(at))).join("");
}

/** The fill of a coloured cell; nothing for others. */
export function cellShade({ color }: Cell): string {
  if (!color) return "";
  return w("shd", { val: "clear", color: "auto", fill: defaultPalette.colors[color].slice(1).toUpperCase() });
}

/** A cell: a letter before a coloured value, linked values underlined with an arrow, marks of notes raised. */
export function cellRuns(cell: Cell, format = ""): string {
  const { text, color, letter, sign, link, marks = [] } = cell;
  const ink = color ? inkOn(defaultPalette.colors[color]).slice(1).toUpperCase() : "000000";
  // The order of properties is that of the schema: weight, colour, line below, place.
  const base = format + (ink === "000000" ? "" : val("color", ink));
  const colored = color && letter && letter !== text ? `${letter}\u00a0·\u00a0` : "";
  const reason = sign && sign !== text ? ` (${sign})` : "";
  return [
    colored ? textRun(flat(colored), base) : "",
    text === "" ? "" : textRun(flat(text), link ? base + val("u", "single") : base),
    reason ? textRun(flat(reason), base) : "",
    link ? textRun(`\u00a0${linkMark}`, base) : "",
    marks.length > 0 ? textRun(flat(marks.join(", ")), base + val("vertAlign", "superscript")) : "",
  ].join("");
}

/** A cell is one line of thought: breaks and tabs of the data are spaces. */
function flat(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ");
}

/** A number is raised as in its cell; a sign stands as it stands there. */
function noteMark(mark: string): string {
  return /^\d+$/.test(mark) ? textRun(mark, val("vertAlign", "superscript")) + textRun(" ") : textRun(`${mark} — `);
}

/** Notes and source below a table. */
export function tableNotes(context: Context, table: Table): string {
  const style = styled(context.styles.idOf("note"));
  const texts = [
    ...table.notes.map(({ mark, text }) => (mark === undefined ? "" : noteMark(mark)) + textRun(text)),
    ...(table.source === "" ? [] : [textRun(table.source)]),
  ];
  const id = context.unique();
  const name = bookmarkName(notesTag(table.id));
  return texts
    .map((text, index) => {
      const start = index === 0 ? w("bookmarkStart", { id, name }) : "";
      const end = index === texts.length - 1 ? w("bookmarkEnd", { id }) : "";
      return paragraph(style, start + text + end);
    })
    .join("");
}
