import { type Cell, type Column, linkMark, type Table } from "@metodika/presentation";
import { escapeMarkdown } from "./escape-markdown.ts";

/**
 * A table as GitHub Markdown: title, caption, the table, notes and source. Totals stand below with strong headers. A letter stands before a coloured value, an
 * arrow after a linked one, the sign of an absent value after its printed text, marks of notes are raised. Every text
 * is escaped, so it shows as it is.
 *
 * @example
 * toMarkdown(table) // "### Таблица\n\n| Территория | Положение |\n| :--- | :---: |\n| г. Заречный | Да |\n…"
 */
export function toMarkdown(table: Table): string {
  const { title, caption, corner, columns, rows, totals = [], notes, source } = table;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const blocks = [
    `### ${escapeMarkdown(title)}`,
    ...(caption ? [escapeMarkdown(caption)] : []),
    [
      line([escapeMarkdown(corner), ...columns.map(headingText)]),
      line([":---", ...columns.map(({ align }) => rulers[align])]),
      ...rows.map(({ header, cells }) => line([escapeMarkdown(header), ...cells.map(cellText)])),
      ...totals.map(({ header, cells }) => line([`**${escapeMarkdown(header)}**`, ...cells.map(cellText)])),
    ].join("\n"),
    ...(notes.length > 0
      ? [
          notes
            .map(({ mark, text }) => `- ${mark ? `${escapeMarkdown(mark)} — ` : ""}${escapeMarkdown(text)}`)
            .join("\n"),
        ]
      : []),
    escapeMarkdown(source),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const rulers: Record<Column["align"], string> = { left: ":---", center: ":---:", right: "---:" };

function headingText({ title, group, unit }: Column): string {
  const whole = `${group ? `${group}: ` : ""}${title}${unit ? `, ${unit}` : ""}`;
  return escapeMarkdown(whole);
}

function cellText({ text, color, letter, sign, link, marks = [] }: Cell): string {
  const colored = color && letter && letter !== text ? `${escapeMarkdown(letter)} · ` : "";
  const reason = sign && sign !== text ? ` (${escapeMarkdown(sign)})` : "";
  const raised = marks.map((mark) => `<sup>${escapeMarkdown(mark)}</sup>`).join(" ");
  return `${colored}${escapeMarkdown(text)}${reason}${link ? ` ${linkMark}` : ""}${raised}`;
}
