import { html } from "npm:htl";
import { toCsv } from "@metodika/report/text";
import { downloadButtons } from "./download-buttons.js";
import { reportTable } from "./report-table.js";

/** A page shows so many rows; the CSV has them all. */
const mostRows = 300;

const words = {
  ru: {
    title: "Лист сверки перед подписанием",
    document: "Документ",
    against: "Сверено с мониторингом",
    methodology: "Методика",
    total: "Итог",
    nothing: "цифр и перечней муниципалитетов в тексте не найдено",
    attention: "Расхождения и что требует уточнения",
    calm: "Расхождений и неясных мест не найдено.",
    unmatched: "Не сопоставлено",
    where: "Где",
    unmatchedNote: "Это не значит «верно»: сравнить такую цифру уверенно не с чем.",
    all: (count) => `Все цифры и перечни документа (${count})`,
    rather: (title) => `В документе чаще названы муниципалитеты другого мониторинга: «${title}». Тот ли выбран?`,
    cut: (count, all) => `Показано ${count} из ${all}; все — в CSV.`,
    print: "Напечатать",
    csv: "Скачать CSV",
    signed: "Сверку выполнил(а)",
    lines: ["должность", "подпись", "расшифровка подписи", "дата"],
  },
  en: {
    title: "Check sheet before signing",
    document: "Document",
    against: "Checked against",
    methodology: "Methodology",
    total: "Result",
    nothing: "no figures and no lists of municipalities were found in the text",
    attention: "Disagreements and what requires clarification",
    calm: "No disagreements and no doubtful places were found.",
    unmatched: "Not matched",
    where: "Where",
    unmatchedNote: "This does not mean “right”: there is nothing to compare such a figure with for certain.",
    all: (count) => `All figures and lists of the document (${count})`,
    rather: (title) =>
      `The document names the municipalities of another monitoring more often: “${title}”. Is the right one chosen?`,
    cut: (count, all) => `${count} of ${all} shown; all are in the CSV.`,
    print: "Print",
    csv: "Download CSV",
    signed: "Checked by",
    lines: ["position", "signature", "name", "date"],
  },
};

/** The sheet that is printed and signed: what was checked, what disagrees, what nothing covers, a place for a signature. */
export function draftSheet(sheet, name, lang) {
  const t = words[lang];
  const { attention, all, unmatched, counts, rather } = sheet;
  const found = counts.filter(({ count }) => count > 0).map(({ title, count }) => `${title} — ${count}`);
  const head = [
    [t.document, name],
    [t.against, attention.source],
    [t.methodology, sheet.methodology],
    [t.total, found.join(", ") || t.nothing],
  ];
  const csv = {
    label: t.csv,
    name: `${all.id}.csv`,
    type: "text/csv;charset=utf-8",
    make: async () => new TextEncoder().encode(toCsv(all, { for: "excel" })),
  };
  const total = unmatched.reduce((sum, { figures }) => sum + figures.length, 0);
  const places = unmatched.slice(0, mostRows);
  return html`<section class="sheet" aria-label=${t.title}>
    <h2>${t.title}</h2>
    <dl class="frame">${head.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
    ${rather ? html`<p class="sheet-hint">${t.rather(rather)}</p>` : ""}
    ${attention.rows.length > 0 ? shortTable({ ...attention, title: t.attention, notes: [], source: "" }) : html`<p>${t.calm}</p>`}
    ${
      total > 0
        ? html`<p class="sheet-unmatched"><strong>${t.unmatched} (${total}).</strong> ${t.unmatchedNote}
            ${t.where}: ${places
              .map(({ place, figures }) => `${place} — ${figures.join(", ")}`)
              .join("; ")}${places.length < unmatched.length ? "; …" : "."}</p>`
        : ""
    }
    ${all.rows.length > 0 ? opened(t.all(all.rows.length), () => shortTable(all)) : ""}
    <dl class="sheet-signature"><dt>${t.signed}</dt>${t.lines.map((line) => html`<dd>${line}</dd>`)}</dl>
    <div class="sheet-actions">
      <button type="button" class="button" onclick=${() => print()}>${t.print}</button>
      ${downloadButtons([csv], { lang })}
    </div>
  </section>`;

  function shortTable(table) {
    const rows = table.rows.slice(0, mostRows);
    const cut = rows.length < table.rows.length ? [{ text: t.cut(rows.length, table.rows.length) }] : [];
    return reportTable({ ...table, rows, notes: [...table.notes, ...cut] }, { lang, download: false, cards: true });
  }
}

/** What is drawn only when the reader opens it. */
function opened(summary, draw) {
  const details = html`<details class="sheet-all"><summary>${summary}</summary></details>`;
  details.addEventListener("toggle", () => details.open && details.childElementCount === 1 && details.append(draw()));
  return details;
}
