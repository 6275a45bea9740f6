import { type Cell, type Column, labels, linkMark, linkTitle, type Row, say, type Table } from "@metodika/presentation";
import { escapeHtml } from "./escape-html.ts";
import { tableStyles } from "./table-styles.ts";

export interface HtmlOptions {
  /** Its styles in front of it; a page that has `tableStyles` already leaves them out. */
  styles?: boolean;
  /** The title is a heading of this level; by default it is none, since a piece does not know where it will stand. */
  heading?: 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * A table as a piece of HTML that needs nothing else: caption, headings tied to their cells (`scope`, and `headers` by
 * way of the groups), a letter beside each colour, a sign after what is absent, marks that lead to their notes, totals,
 * source. No script; every text is escaped, and the piece is well-formed XML too.
 *
 * @example
 * toHtml(table, { styles: false }) // '<figure class="metodika-table" lang="ru">…'
 */
export function toHtml(table: Table, { styles = true, heading }: HtmlOptions = {}): string {
  const { lang, title, caption, rows, totals = [], notes, source } = table;
  const titleTag = heading ? `h${heading}` : "strong";
  const writer = { ...table, prefix: table.id.replace(/[^\p{L}\p{N}_-]+/gu, "-") };
  const captionId = `${writer.prefix}-caption`;
  const noteItems = notes.map(({ mark, text }, index) => {
    const own = mark === undefined ? "" : `<b>${escapeHtml(mark)}</b> — `;
    return `<li id="${writer.prefix}-note-${index + 1}">${own}${escapeHtml(text)}</li>`;
  });
  const body = (part: "tbody" | "tfoot", of: readonly Row[]) =>
    of.length > 0
      ? [`<${part}>`, ...of.map((row, index) => rowHtml(row, `${part}-${index + 1}`, writer)), `</${part}>`]
      : [];
  return [
    ...(styles ? [`<style>${tableStyles}</style>`] : []),
    `<figure class="metodika-table" lang="${lang}">`,
    `<div class="scroll" role="region" aria-labelledby="${captionId}" tabindex="0">`,
    "<table>",
    `<caption id="${captionId}"><${titleTag} class="title">${escapeHtml(title)}</${titleTag}>${caption ? ` ${escapeHtml(caption)}` : ""}</caption>`,
    ...headHtml(writer),
    ...body("tbody", rows),
    ...body("tfoot", totals),
    "</table>",
    "</div>",
    ...(noteItems.length > 0
      ? [`<ul class="notes" aria-label="${say(labels.notes, lang)}">`, ...noteItems, "</ul>"]
      : []),
    ...(source ? [`<p class="source">${say(labels.source, lang)}: ${escapeHtml(source)}</p>`] : []),
    "</figure>",
    "",
  ].join("\n");
}

/** A table, and what its ids begin with. */
interface Writer extends Table {
  prefix: string;
}

/** Neighbours of one group. */
interface Span {
  group: string | undefined;
  start: number;
  columns: Column[];
}

function spansOf(columns: readonly Column[]): Span[] {
  const spans: Span[] = [];
  columns.forEach((column, start) => {
    const last = spans.at(-1);
    if (last && last.group !== undefined && last.group === column.group) last.columns.push(column);
    else spans.push({ group: column.group, start, columns: [column] });
  });
  return spans;
}

function headHtml({ corner, columns, prefix }: Writer): string[] {
  const spans = spansOf(columns);
  const grouped = spans.some(({ group }) => group !== undefined);
  const down = grouped ? ' rowspan="2"' : "";
  const single = (column: Column, index: number, rest: string) =>
    `<th scope="col" id="${prefix}-column-${index + 1}"${rest} class="${column.align}">${headingHtml(column)}</th>`;
  const first = spans.map(({ group, start, columns: [column], columns: own }) =>
    group === undefined && column
      ? single(column, start, down)
      : `<th scope="colgroup" id="${prefix}-group-${start + 1}" colspan="${own.length}" class="center">${escapeHtml(group ?? "")}</th>`,
  );
  const second = spans.flatMap(({ group, start, columns: own }) =>
    group === undefined
      ? []
      : own.map((column, index) => single(column, start + index, ` headers="${prefix}-group-${start + 1}"`)),
  );
  const cornerHtml = `<th scope="col" id="${prefix}-corner"${down}>${escapeHtml(corner)}</th>`;
  return [
    "<thead>",
    `<tr>${cornerHtml}${first.join("")}</tr>`,
    ...(grouped ? [`<tr>${second.join("")}</tr>`] : []),
    "</thead>",
  ];
}

function headingHtml({ title, unit }: Column): string {
  return escapeHtml(unit ? `${title}, ${unit}` : title);
}

function rowHtml({ header, cells }: Row, place: string, writer: Writer): string {
  const { prefix, columns } = writer;
  const id = `${prefix}-${place}`;
  const groups = spansOf(columns).flatMap(({ group, start, columns: own }) =>
    own.map(() => (group === undefined ? "" : ` ${prefix}-group-${start + 1}`)),
  );
  const data = cells.map((cell, index) => {
    const headers = `${id}${groups[index] ?? ""} ${prefix}-column-${index + 1}`;
    const look = [
      columns[index]?.align ?? "left",
      ...(cell.color && cell.color !== "none" ? [cell.color] : []),
      ...(cell.sign && cell.value === null ? ["absent"] : []),
    ];
    const title = cell.title ? ` title="${escapeHtml(cell.title)}"` : "";
    return `<td headers="${headers}" class="${look.join(" ")}"${title}>${cellHtml(cell, writer)}</td>`;
  });
  return `<tr><th scope="row" id="${id}" headers="${prefix}-corner">${escapeHtml(header)}</th>${data.join("")}</tr>`;
}

/** The letter of a colour, the text, the sign of what is absent, an arrow for a link, marks of notes. */
function cellHtml({ text, color, letter, sign, link, marks = [] }: Cell, { notes, prefix, lang }: Writer): string {
  const explained = (shown: string) => {
    const note = notes.find(({ mark }) => mark === shown)?.text;
    return note ? `<abbr title="${escapeHtml(note)}">${escapeHtml(shown)}</abbr>` : escapeHtml(shown);
  };
  const before = color && letter && letter !== text ? `<b>${escapeHtml(letter)}</b> · ` : "";
  const own = sign === text ? explained(text) : escapeHtml(text);
  const reason = sign && sign !== text ? ` (${explained(sign)})` : "";
  const arrow = link ? ` <abbr title="${escapeHtml(say(linkTitle, lang))}">${linkMark}</abbr>` : "";
  const raised = marks.map((mark) => {
    const place = notes.findIndex((note) => note.mark === mark);
    const shown = escapeHtml(mark);
    return `<sup>${place < 0 ? shown : `<a href="#${prefix}-note-${place + 1}">${shown}</a>`}</sup>`;
  });
  return `${before}${own}${reason}${arrow}${raised.join(" ")}`;
}
