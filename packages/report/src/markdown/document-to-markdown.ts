import type { Block, Document, ListItem, Run, Table } from "@metodika/presentation";
import { escapeMarkdown } from "./escape-markdown.ts";
import { toMarkdown } from "./to-markdown.ts";

/**
 * A document as GitHub Markdown. Tables and charts are numbered in their order and referred to by number; a chart is
 * told by its alternative text. Every text is escaped, so it shows as it is.
 *
 * @example
 * documentToMarkdown(composeReport({ data, score, lang: "ru", edition: "working" }))
 */
export function documentToMarkdown({ title, parts, lang }: Document): string {
  const ru = lang === "ru";
  const numbers = new Map<string, string>();
  let tables = 0;
  let charts = 0;
  const blocks = parts.flatMap((part) => part.blocks);
  for (const block of blocks) {
    if (block.type === "table") numbers.set(block.table.id, `${ru ? "таблица" : "table"} ${++tables}`);
    if (block.type === "chart") numbers.set(block.id, `${ru ? "рисунок" : "figure"} ${++charts}`);
  }
  const captionOf = (id: string) => {
    const number = numbers.get(id) ?? "";
    return number.charAt(0).toUpperCase() + number.slice(1);
  };
  const run = (one: Run): string => {
    if (one.type === "reference") return escapeMarkdown(numbers.get(one.to) ?? one.to);
    const words = escapeInline(one.text);
    return one.type === "text" && one.strong ? strongText(words) : words;
  };
  const items = (list: readonly ListItem[], ordered: boolean, depth = 0): string[] =>
    list.flatMap(({ runs, items: below = [] }, place) => [
      `${"   ".repeat(depth)}${ordered ? `${place + 1}.` : "-"} ${runs.map(run).join("")}`,
      ...items(below, false, depth + 1),
    ]);
  const show = (block: Block): string[] => {
    switch (block.type) {
      case "heading":
        return [`${"#".repeat(block.level + 1)} ${escapeMarkdown(block.text)}`];
      case "paragraph":
        return [block.runs.map(run).join("")];
      case "list":
        return [items(block.items, block.ordered).join("\n")];
      case "table":
        return [tableText(block.table, captionOf(block.table.id))];
      case "chart":
        return [
          `**${escapeMarkdown(`${captionOf(block.id)} — ${block.title}`)}**`,
          escapeMarkdown(block.alt),
          ...(block.source ? [escapeMarkdown(block.source)] : []),
        ];
      case "contents":
        return [
          `## ${escapeMarkdown(block.title)}`,
          blocks
            .flatMap((one) =>
              one.type === "heading" && one.level < 3
                ? [`${"   ".repeat(one.level - 1)}- ${escapeMarkdown(one.text)}`]
                : [],
            )
            .join("\n"),
        ];
      case "signatures":
        return [
          ...(block.title ? [`**${escapeMarkdown(block.title)}**`] : []),
          ...block.rows.map(({ role, person = "", date = "" }) =>
            `${escapeMarkdown(role)} ${"\\_".repeat(10)} ${escapeMarkdown([person, date].filter(Boolean).join(" "))}`.trimEnd(),
          ),
        ];
    }
  };
  return `${[`# ${escapeMarkdown(title)}`, ...blocks.flatMap(show)].filter((text) => text !== "").join("\n\n")}\n`;
}

/** A part of a line: spaces at its ends are kept. */
function escapeInline(text: string): string {
  const [, before = "", middle = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${before && " "}${escapeMarkdown(middle)}${after && " "}`;
}

/** Marks of strong text stand at words, not at spaces. */
function strongText(words: string): string {
  const [, before = "", middle = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return middle === "" ? words : `${before}**${middle}**${after}`;
}

function tableText(table: Table, number: string): string {
  return toMarkdown({ ...table, title: `${number} — ${table.title}` }).trimEnd();
}
