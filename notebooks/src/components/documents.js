import { html } from "npm:htl";
import { words } from "./documents-words.js";
import { downloadButtons } from "./download-buttons.js";
import { dropZone } from "./drop-zone.js";
import { readDocx } from "./read-docx.js";
import { reportTable } from "./report-table.js";
import { save } from "./save.js";
import { station } from "./station.js";
import { tableFiles } from "./table-files.js";
import { Cancelled, calculator } from "./worker.js";

/** A page shows so many places of a renewed document, and so much of each. */
const mostRows = 300;
const mostLetters = 160;

/**
 * The desk of documents: choose a round and an edition, press a button, save the file. One file is made at a time; the
 * round and the edition are kept in the address as `?round=` and `?edition=`.
 */
export function documentDesk({ rounds }, lang) {
  const t = words[lang];
  const work = calculator("documents");
  let template;
  /** The section whose file is being made. */
  let running;

  const round = choice(
    "round",
    rounds.map(({ id, title }) => [id, title]),
  );
  const edition = choice("edition", Object.entries(t.editions));
  const asked = () => ({ round: round.value, edition: edition.value });

  const report = station({ title: t.report, note: t.reportNote, t, stop });
  const tables = station({ title: t.tables, note: t.tablesNote, t, stop });
  const letters = station({ title: t.letters, note: t.lettersNote, t, stop });
  const refresh = station({ title: t.refresh, note: t.refreshNote, t, stop });

  const templateName = html`<span></span>`;
  const templateInput = html`<input type="file" class="visually-hidden" accept=".docx,.dotx" />`;
  const dropTemplate = html`<button type="button" class="button" onclick=${() => useTemplate()}>${t.dropTemplate}</button>`;
  templateInput.addEventListener("change", async () => {
    const files = [...templateInput.files];
    templateInput.value = "";
    if (files.length === 0) return;
    const read = await readDocx(files, t, lang);
    report.show({ troubles: read.trouble ? [read.trouble] : [] });
    if (read.bytes) useTemplate(read);
  });
  useTemplate();

  report.place.append(
    html`<p class="desk-template">
      <span>${t.template}: ${templateName}</span>
      <label class="button">${t.chooseTemplate}${templateInput}</label>
      ${dropTemplate}
    </p>`,
    html`<div class="buttons">
      ${button(report, t.makeReport, "report", () => (template ? { ...asked(), template } : asked()), true)}
      ${button(report, t.getTemplate, "template", () => ({}))}
    </div>`,
  );
  tables.place.append(
    html`<div class="buttons">
      ${button(tables, t.workbook, "tables", () => ({ ...asked(), as: "workbook" }))}
      ${button(tables, t.tablesXlsx, "tables", () => ({ ...asked(), as: "tables-xlsx" }))}
      ${button(tables, t.tablesDocx, "tables", () => ({ ...asked(), as: "tables-docx" }))}
    </div>`,
  );
  letters.place.append(
    html`<div class="buttons">${button(letters, t.makeLetters, "letters", () => ({ round: round.value }))}</div>`,
  );
  refresh.place.append(dropZone({ label: t.drop, button: t.choose, note: t.stays, accept: ".docx", take: renew }));

  return html`<div class="desk">
    <form class="filters" onsubmit=${(event) => event.preventDefault()}>
      <label>${t.round} ${round}</label>
      <label>${t.edition} ${edition}</label>
    </form>
    ${[report, tables, letters, refresh].map(({ element }) => element)}
  </div>`;

  function useTemplate(chosen) {
    template = chosen && { name: chosen.name, bytes: chosen.bytes };
    templateName.textContent = chosen ? `«${chosen.name}»` : t.defaultTemplate;
    dropTemplate.hidden = !chosen;
  }

  /** A button that has a file made and saves it; it waits while another file is being made. */
  function button(place, label, job, input, isMain = false) {
    const element = html`<button type="button" class=${isMain ? "button button-main" : "button"}>${label}</button>`;
    element.addEventListener("click", async () => {
      if (running) return;
      element.setAttribute("aria-busy", "true");
      const file = await make(place, label, job, input());
      element.removeAttribute("aria-busy");
      if (file?.bytes) save({ name: file.name, content: file.bytes });
    });
    return element;
  }

  async function renew(files) {
    stop();
    const read = await readDocx(files, t, lang);
    if (read.trouble) return refresh.show({ troubles: [read.trouble] });
    if (running) return;
    const input = { ...asked(), file: read.name, bytes: read.bytes };
    const file = await make(refresh, `«${read.name}»`, "refresh", input, ({ counts }) =>
      counts.changed === 0 ? t.same(counts.unchanged) : t.refreshed(counts),
    );
    if (!file?.bytes) return;
    const saving = { label: t.save, name: file.name, make: async () => file.bytes };
    refresh.result.append(
      ...(file.counts.changed > 0 ? [downloadButtons([saving], { lang })] : []),
      ...list(file.places),
    );
  }

  /** The beginning of a long list of places with the beginnings of their texts; its files have all of it. */
  function list(places) {
    if (places.rows.length === 0) return [];
    const cut = (text) => (text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text);
    const rows = places.rows.slice(0, mostRows).map(({ cells, ...row }) => ({
      ...row,
      cells: cells.map((cell) => ({ ...cell, text: cut(cell.text) })),
    }));
    return [reportTable({ ...places, rows }, { lang, cards: true, download: false }), tableFiles(places, { lang })];
  }

  /** Has a file made, telling its steps; whatever keeps it from being made is said in words. */
  async function make(place, label, job, input, said) {
    running = place;
    mark(true);
    place.show({ said: t.working(label, t.start), isBusy: true });
    const onStep = (text) => running === place && place.say(t.working(label, text));
    try {
      const file = await work.run(job, input, { lang, onStep });
      const found = file.problems.map(({ text }) => text);
      const size = new Intl.NumberFormat(lang).format(Math.ceil((file.bytes?.byteLength ?? 0) / 1000));
      const done = file.bytes && (said ? said(file) : t.done(file.name, size));
      place.show(file.bytes ? { said: done, remarks: found } : { troubles: [t.notMade, ...found] });
      return file;
    } catch (error) {
      if (error instanceof Cancelled) place.show({ said: t.stopped });
      else place.show({ troubles: [t.failed(error.message)] });
    } finally {
      running = undefined;
      mark(false);
    }
  }

  function stop() {
    work.cancel();
  }

  function mark(isBusy) {
    for (const one of document.querySelectorAll(".desk-controls > .buttons > .button"))
      if (isBusy) one.setAttribute("aria-disabled", "true");
      else one.removeAttribute("aria-disabled");
  }

  function choice(name, options) {
    const element = html`<select>${options.map(([value, title]) => html`<option value=${value}>${title}</option>`)}</select>`;
    const wanted = new URL(location.href).searchParams.get(name);
    if (options.some(([value]) => value === wanted)) element.value = wanted;
    element.addEventListener("input", () => {
      const address = new URL(location.href);
      address.searchParams.set(name, element.value);
      history.replaceState(null, "", address);
    });
    return element;
  }
}
