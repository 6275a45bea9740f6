import { html } from "npm:htl";
import { draftSheet } from "./draft-sheet.js";
import { dropZone } from "./drop-zone.js";
import { Cancelled, calculator } from "./worker.js";

const mostBytes = 50_000_000;

const words = {
  ru: {
    round: "С каким мониторингом сверять",
    drop: "Перетащите сюда документ .docx, .md или .txt",
    choose: "Выбрать файл",
    stays: "Документ читается на этом компьютере и никуда не передаётся.",
    loading: "Загружаю данные мониторингов…",
    ready: "Всё загружено: дальше сеть не нужна.",
    working: (name, text) => `«${name}»: ${text}…`,
    start: "открываю файл",
    stop: "Остановить",
    stopped: "Проверка остановлена.",
    done: (name) => `Документ «${name}» проверен.`,
    one: "Перетащите один файл.",
    kind: (name) => `«${name}»: нужен файл .docx, .md или .txt.`,
    large: (name, size) =>
      `«${name}»: ${size}\u00a0МБ, читается не более 50\u00a0МБ. Сохраните копию без рисунков и проверьте её.`,
    unreadable: (name) => `«${name}» не открывается: это папка, файл перемещён или к нему нет доступа.`,
    failed: (name, reason) => `«${name}»: проверка не удалась (${reason}). Можно выбрать другой файл.`,
    notLoaded: (reason) => `Данные не загрузились (${reason}). Обновите страницу.`,
    problem: (name, text) => `«${name}»: ${text}.`,
  },
  en: {
    round: "The monitoring to check against",
    drop: "Drop a .docx, .md or .txt document here",
    choose: "Choose a file",
    stays: "The document is read on this computer and is not sent anywhere.",
    loading: "Loading the data of the monitorings…",
    ready: "Everything is loaded: no network is needed from here on.",
    working: (name, text) => `“${name}”: ${text}…`,
    start: "opening the file",
    stop: "Stop",
    stopped: "The check was stopped.",
    done: (name) => `“${name}” is checked.`,
    one: "Drop one file.",
    kind: (name) => `“${name}”: a .docx, .md or .txt file is needed.`,
    large: (name, size) =>
      `“${name}”: ${size}\u00a0MB, at most 50\u00a0MB are read. Save a copy without pictures and check that.`,
    unreadable: (name) => `“${name}” cannot be opened: it is a folder, was moved, or may not be read.`,
    failed: (name, reason) => `“${name}”: the check failed (${reason}). You can choose another file.`,
    notLoaded: (reason) => `The data could not be loaded (${reason}). Reload the page.`,
    problem: (name, text) => `“${name}”: ${text}.`,
  },
};

/** The page's tool: choose a round, drop a document, read the sheet. The round is kept in the address as `?round=`. */
export function draftCheck({ rounds }, lang) {
  const t = words[lang];
  const work = calculator();
  let file;
  /** Counts what the reader asked for: an answer to an earlier wish is not shown. */
  let wish = 0;

  const round = html`<select>${rounds.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}</select>`;
  const wanted = new URL(location.href).searchParams.get("round");
  if (rounds.some(({ id }) => id === wanted)) round.value = wanted;
  const status = html`<p class="quiet" role="status">${t.loading}</p>`;
  const stop = html`<button type="button" class="button" hidden>${t.stop}</button>`;
  const trouble = html`<div class="trouble" role="alert"></div>`;
  const place = html`<div></div>`;
  const zone = dropZone({ label: t.drop, button: t.choose, note: t.stays, accept: ".docx,.md,.markdown,.txt", take });

  round.addEventListener("input", () => {
    const address = new URL(location.href);
    address.searchParams.set("round", round.value);
    history.replaceState(null, "", address);
    if (file) check();
  });
  stop.addEventListener("click", () => {
    clear();
    status.textContent = t.stopped;
  });
  work.prepare().then(
    () => status.textContent === t.loading && show({ said: t.ready }),
    (error) => show({ troubles: [t.notLoaded(error.message)] }),
  );
  return html`<div class="check-draft">
    <form class="filters" onsubmit=${(event) => event.preventDefault()}><label>${t.round} ${round}</label></form>
    ${zone}
    <div class="progress">${status}${stop}</div>
    ${trouble}${place}
  </div>`;

  function take(files) {
    const [chosen] = files;
    clear();
    file = undefined;
    if (files.length > 1) show({ troubles: [t.one] });
    else if (!/\.(docx|md|markdown|txt)$/i.test(chosen.name)) show({ troubles: [t.kind(chosen.name)] });
    else if (chosen.size > mostBytes) {
      const size = new Intl.NumberFormat(lang).format(Math.ceil(chosen.size / 1_000_000));
      show({ troubles: [t.large(chosen.name, size)] });
    } else {
      file = chosen;
      check();
    }
  }

  async function check() {
    const { name } = file;
    clear();
    const own = wish;
    stop.hidden = false;
    status.textContent = t.working(name, t.start);
    const shown = await sheetOf(name, (text) => {
      if (own === wish) status.textContent = t.working(name, text);
    });
    if (own === wish) show(shown);
  }

  /** What is to be shown of the chosen file in the end: its sheet, or words on why there is none. */
  async function sheetOf(name, onStep) {
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (!bytes) return { troubles: [t.unreadable(name)] };
    try {
      const input = { round: round.value, file: name, bytes };
      const { problems, sheet } = await work.run("check-draft", input, { lang, onStep, transfer: [bytes] });
      const troubles = problems.map(({ text }) => t.problem(name, text));
      return sheet ? { troubles, said: t.done(name), sheet: draftSheet(sheet, name, lang) } : { troubles };
    } catch (error) {
      return error instanceof Cancelled ? {} : { troubles: [t.failed(name, error.message)] };
    }
  }

  function show({ said = "", troubles = [], sheet }) {
    stop.hidden = true;
    status.textContent = said;
    trouble.replaceChildren(...troubles.map((text) => html`<p>${text}</p>`));
    place.replaceChildren(...(sheet ? [sheet] : []));
  }

  function clear() {
    wish++;
    work.cancel();
    show({});
  }
}
