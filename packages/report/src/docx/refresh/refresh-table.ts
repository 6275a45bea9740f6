import type { Cell, Row, Table } from "@metodika/presentation";
import { paragraph, textRun } from "../content/inline.ts";
import { cellRuns, cellShade, columnGroups, notesTag, tableElement, tableNotes } from "../content/table.ts";
import { plainCell } from "../layout/measure-table.ts";
import { headingOf, layoutTable } from "../layout/table-layout.ts";
import { cleanText } from "../xml/element.ts";
import { below, child, type XmlNode } from "../xml/scan.ts";
import type { Located } from "./located.ts";
import { formatOf, propertiesOf, runsText } from "./read-text.ts";
import { type Refresh, rewrite } from "./refresh-state.ts";

/**
 * Renews a table: cell by cell where it has the same rows and columns, so that widths and looks stay; as a whole where it
 * has not. Notes and source below it are renewed together. True when anything was another.
 */
export function refreshTable(refresh: Refresh, tag: string, table: Table, place: Located): boolean {
  const count = refresh.changed.length;
  const element = place.blocks.find(({ name }) => name === "w:tbl") ?? enclosing(place.blocks[0]);
  if (!element) {
    refresh.changed.push({ tag, before: "", after: table.title });
    const content = wholeTable(refresh, table, place.start) + tableNotes(refresh.context, table);
    rewrite(refresh, place, content);
    return true;
  }
  const rows = element.children.filter(({ name }) => name === "w:tr");
  const shape = rows.map((row) => row.children.filter(({ name }) => name === "w:tc"));
  const body = [...table.rows, ...(table.totals ?? [])];
  const headings = headingTexts(table);
  const isSameShape =
    shape.length === headings.length + body.length &&
    shape.slice(headings.length).every((cells) => cells.length === table.columns.length + 1) &&
    headings.every((texts, index) => isHeading(refresh, shape[index] ?? [], texts));
  if (isSameShape)
    body.forEach((row, index) => {
      refreshRow(refresh, tag, table, row, shape[headings.length + index] ?? []);
    });
  else {
    refresh.changed.push({ tag, before: describe(refresh, shape), after: describeRows(table, body) });
    rewrite(refresh, element, wholeTable(refresh, table, element.start));
  }
  refreshNotes(refresh, tag, table, place, element);
  return refresh.changed.length > count;
}

function enclosing(node: XmlNode | undefined): XmlNode | undefined {
  let one = node;
  while (one && one.name !== "w:tbl") one = one.parent;
  return one;
}

/** What a row of headings may say: full titles or short ones. */
function headingTexts(table: Table): (readonly string[])[][] {
  const groups = columnGroups(table.columns);
  const either = (column: Table["columns"][number]) => [headingOf(column, false), headingOf(column, true)];
  if (groups.every(({ group }) => group === undefined)) return [[[table.corner], ...table.columns.map(either)]];
  return [
    [
      [table.corner],
      ...groups.flatMap(({ group, columns }) => (group === undefined ? columns.map(either) : [[group]])),
    ],
    [
      [""],
      ...groups.flatMap(({ group, columns }) => columns.map((column) => (group === undefined ? [""] : either(column)))),
    ],
  ];
}

function isHeading(refresh: Refresh, cells: readonly XmlNode[], texts: readonly (readonly string[])[]): boolean {
  return (
    cells.length === texts.length &&
    cells.every((cell, index) => texts[index]?.map(cleanText).includes(textOf(refresh, cell)))
  );
}

function textOf({ source }: Refresh, node: XmlNode): string {
  return runsText(source, below(node, "w:r"));
}

function refreshRow(refresh: Refresh, tag: string, table: Table, row: Row, cells: readonly XmlNode[]): void {
  const [header, ...others] = cells;
  if (header) refreshCell(refresh, tag, table.corner, { text: row.header }, header);
  others.forEach((node, index) => {
    const column = table.columns[index];
    if (column) refreshCell(refresh, tag, `${row.header} · ${column.title}`, row.cells[index] ?? { text: "" }, node);
  });
}

function refreshCell(refresh: Refresh, tag: string, at: string, cell: Cell, node: XmlNode): void {
  const { source, edits, changed } = refresh;
  const before = textOf(refresh, node);
  const after = cleanText(plainCell(cell).replace(/[\t\r\n]+/g, " "));
  if (before === after) return;
  changed.push({ tag, at, before, after });
  const paragraphs = node.children.filter(({ name }) => name === "w:p");
  const [first] = paragraphs;
  const run = first && below(first, "w:r").find((one) => child(one, "w:t"));
  const format = formatOf(source, run).replace(/<w:(color|u|vertAlign)(?=[ /])[^>]*\/>/g, "");
  paragraphs.forEach((one, index) => {
    const text =
      index === 0 ? `<w:p>${propertiesOf(source, one)}${marksOf(source, one)}${cellRuns(cell, format)}</w:p>` : "";
    edits.push({ start: one.start, end: one.end, text });
  });
  edits.push(...shadeEdits(cell, node));
}

/** Bookmarks of a paragraph stay where they are. */
function marksOf(source: string, node: XmlNode): string {
  return below(node, "w:bookmarkStart", "w:bookmarkEnd")
    .map(({ start, end }) => source.slice(start, end))
    .join("");
}

/** What must stand after the fill of a cell. */
const afterShade = new Set(["w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark"]);

function shadeEdits(cell: Cell, node: XmlNode): { start: number; end: number; text: string }[] {
  const properties = child(node, "w:tcPr");
  const text = cellShade(cell);
  if (!properties || properties.innerEnd === properties.end) return [];
  const old = child(properties, "w:shd");
  if (old) return [{ start: old.start, end: old.end, text }];
  const at = properties.children.find(({ name }) => afterShade.has(name))?.start ?? properties.innerEnd;
  return text === "" ? [] : [{ start: at, end: at, text }];
}

/** The whole table anew, as wide as the page that it stands on. */
function wholeTable({ context, pageAt }: Refresh, table: Table, at: number): string {
  const width = pageAt(at);
  return tableElement(context, table, layoutTable(table, { portrait: width, landscape: width }));
}

function refreshNotes(refresh: Refresh, tag: string, table: Table, place: Located, element: XmlNode): void {
  const { source, context, changed } = refresh;
  const after = [
    ...table.notes.map(({ mark, text }) => (mark ? `${mark}${/^\d+$/.test(mark) ? " " : " — "}${text}` : text)),
    table.source,
  ]
    .filter((text) => text !== "")
    .map(cleanText);
  const own = place.blocks.filter(({ name, start }) => name === "w:p" && start >= element.end);
  const blocks = own.length > 0 ? own : (refresh.places.of(notesTag(table.id))[0]?.blocks ?? []);
  const before = blocks.map((block) => textOf(refresh, block));
  if (before.join("\n") === after.join("\n")) return;
  const [first, last] = [blocks[0], blocks.at(-1)];
  // Without its content control and without notes so far, there is no place to write them.
  if (!first || !last) return;
  changed.push({ tag, at: refresh.notesTitle, before: before.join("\n"), after: after.join("\n") });
  const look = propertiesOf(source, first);
  const content = tableNotes(context, table).replace(/<w:pPr>.*?<\/w:pPr>/g, () => look);
  rewrite(refresh, { start: first.start, end: last.end }, content || paragraph("", textRun("")));
}

function describe(refresh: Refresh, shape: readonly (readonly XmlNode[])[]): string {
  return shape.map((cells) => cells.map((cell) => textOf(refresh, cell)).join("\t")).join("\n");
}

function describeRows(table: Table, rows: readonly Row[]): string {
  const lines = rows.map(({ header, cells }) => [header, ...cells.map(plainCell)].join("\t"));
  return [[table.corner, ...table.columns.map(({ title }) => title)].join("\t"), ...lines].join("\n");
}
