import { html } from "npm:htl";
import { reportTable } from "./report-table.js";

/** Blocks of a document (headings, paragraphs, lists, tables) as elements; headings begin at `level`. */
export function blocks(list, { lang, level = 4 }) {
  return list.map((block) => {
    switch (block.type) {
      case "heading":
        return heading(level, block.text);
      case "paragraph":
        return html`<p class=${`block-${block.style ?? "body"}`}>${block.runs.map(run)}</p>`;
      case "list":
        return items(block.items, block.ordered);
      case "table":
        return reportTable(block.table, { lang });
      default:
        throw new Error(`a page does not show blocks of the type "${block.type}"`);
    }
  });
}

function heading(level, text) {
  const element = document.createElement(`h${level}`);
  element.textContent = text;
  return element;
}

function items(list, ordered) {
  const parts = list.map(
    ({ runs, items: below = [] }) => html`<li>${runs.map(run)}${below.length > 0 ? items(below, false) : ""}</li>`,
  );
  return ordered ? html`<ol>${parts}</ol>` : html`<ul>${parts}</ul>`;
}

function run({ text = "", strong }) {
  return strong ? html`<strong>${text}</strong>` : document.createTextNode(text);
}
