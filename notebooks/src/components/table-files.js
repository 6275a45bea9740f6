import { html } from "npm:htl";
import { toCsv, toHtmlPage, toMarkdown } from "@metodika/report/text";
import { downloadButtons } from "./download-buttons.js";
import { calculator } from "./worker.js";

const words = {
  ru: { download: "Скачать таблицу" },
  en: { download: "Download the table" },
};

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Buttons that save a table of the table model: texts are made here, workbooks and Word files in a thread. */
export function tableFiles(table, { lang }) {
  const text = (label, extension, type, write) => ({
    label,
    name: `${table.id}.${extension}`,
    type: `${type};charset=utf-8`,
    make: async () => new TextEncoder().encode(write()),
  });
  const packed = (label, as, type) => ({
    label,
    name: `${table.id}.${as}`,
    type,
    make: (step) => inTurn(() => packedFile({ table, as }, lang, step)),
  });
  const files = [
    text("CSV", "csv", "text/csv", () => toCsv(table, { for: "excel" })),
    packed("XLSX", "xlsx", sheetType),
    packed("DOCX", "docx", wordType),
    text("HTML", "html", "text/html", () => toHtmlPage([table])),
    text("Markdown", "md", "text/markdown", () => toMarkdown(table)),
  ];
  const { download } = words[lang];
  return html`<div class="table-files" role="group" aria-label=${`${download}: ${table.title}`}>
    <span>${download}:</span>${downloadButtons(files, { lang })}
  </div>`;
}

// One thread for all tables of a page, started at the first file: it makes one file at a time.
let thread;
let last = Promise.resolve();

function inTurn(make) {
  const made = last.then(make);
  last = made.catch(() => {});
  return made;
}

async function packedFile(input, lang, onStep) {
  thread ??= calculator("documents");
  const { bytes, problems } = await thread.run("table-file", input, { lang, onStep });
  if (!bytes) throw new Error(problems.map(({ text }) => text).join("; "));
  return bytes;
}
