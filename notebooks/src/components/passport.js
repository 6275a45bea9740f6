import { html } from "npm:htl";
import { blocks } from "./blocks.js";
import { reportTable } from "./report-table.js";
import { explanation } from "./round.js";

const words = {
  ru: {
    choose: "Муниципалитет",
    unknown: (asked, shown) => `В адресе указано «${asked}», такого муниципалитета в данных нет. Показан: ${shown}.`,
    failed: (reason) => `Не удалось загрузить данные (${reason}). Обновите страницу.`,
    print: "Напечатать на одном листе",
    map: "Показать на карте региона",
    notScored: "Сведения не представлены, результат не рассчитан. Это не означает нулевого результата.",
    values: "Значения показателей",
    levels: "Уровни",
    peers: "Место среди муниципалитетов того же типа",
    recommendations: "Рекомендации",
    uncertain: "Что известно не точно",
    disagreements: "Расхождения текста и таблиц, возможные прочтения",
    facts: "Другие сведения отчёта",
    comments: "Что отмечает отчёт",
    how: "Как рассчитано",
  },
  en: {
    choose: "Municipality",
    unknown: (asked, shown) => `The address says “${asked}”: the data have no such municipality. Shown: ${shown}.`,
    failed: (reason) => `The data could not be loaded (${reason}). Reload the page.`,
    print: "Print on one sheet",
    map: "Show on the map of the region",
    notScored: "Nothing was submitted and no result was calculated. This does not mean a result of zero.",
    values: "Values of the indicators",
    levels: "Levels",
    peers: "Place among municipalities of the same type",
    recommendations: "Recommendations",
    uncertain: "What is not known for certain",
    disagreements: "The text against the tables, possible readings",
    facts: "Other facts of the report",
    comments: "What the report remarks",
    how: "How it was calculated",
  },
};

/**
 * A list of all municipalities and the passport of the chosen one. The choice is kept in the address,
 * `?m=amur-2022/belogorsk`; one that does not exist is told, and the first of the list is shown.
 *
 * @param rounds `[{round, title, municipalities: [{id, name}]}]`
 * @param open from the id of a round to its passports and its explanations
 */
export function passportView(rounds, open, lang) {
  const t = words[lang];
  const select = html`<select name="m">${rounds.map(
    ({ round, title, municipalities }) =>
      html`<optgroup label=${title}>${municipalities.map(
        ({ id, name }) => html`<option value=${`${round}/${id}`}>${name}</option>`,
      )}</optgroup>`,
  )}</select>`;
  const status = html`<p class="audit-status" role="status"></p>`;
  const place = html`<div></div>`;
  const asked = new URL(location.href).searchParams.get("m");
  if (asked !== null) {
    const isThere = [...select.options].some(({ value }) => value === asked);
    if (isThere) select.value = asked;
    else status.textContent = t.unknown(asked.slice(0, 80), select.selectedOptions[0]?.textContent ?? "");
  }
  select.addEventListener("input", (event) => {
    event.stopPropagation();
    const now = new URL(location.href);
    now.searchParams.set("m", select.value);
    history.replaceState(null, "", now);
    status.textContent = "";
    show();
  });
  show();
  return html`<div>
    <form class="passport-choice" onsubmit=${(event) => event.preventDefault()}>
      <label class="chooser">${t.choose} ${select}</label>
    </form>
    ${status}${place}
  </div>`;

  async function show() {
    const chosen = select.value;
    const [round, id] = chosen.split("/");
    place.setAttribute("aria-busy", "true");
    try {
      const [page, explanations] = await open(round);
      // A later choice is shown by its own call.
      if (chosen !== select.value) return;
      const lines = explanations.find((one) => one.id === id)?.lines ?? [];
      place.replaceChildren(passport(page, id, lines, lang));
    } catch (error) {
      status.textContent = t.failed(error.message);
    }
    place.removeAttribute("aria-busy");
  }
}

function passport({ round, title, source, passports }, id, lines, lang) {
  const t = words[lang];
  const own = passports[id];
  const section = (name, content) =>
    content.length > 0 ? html`<section class=${`passport-${name}`}><h3>${t[name]}</h3>${content}</section>` : "";
  const table = (one, options = {}) => (one ? [reportTable(one, { lang, ...options })] : []);
  const print = html`<button type="button" class="button">${t.print}</button>`;
  print.addEventListener("click", () => window.print());
  return html`<article class="passport">
    <h2>${own.name}</h2>
    <p class="passport-round">${title}</p>
    <p class="passport-actions buttons">
      ${print} <a class="button" href=${`./map?map=${round}`}>${t.map}</a>
    </p>
    <div class="passport-columns">
      ${own.scored ? "" : html`<p class="sheet-hint">${t.notScored}</p>`}
      ${section("levels", blocks(own.levels, { lang }))}
      ${section("values", table(own.values))}
      ${section("peers", table(own.peers))}
      ${section("recommendations", blocks(own.recommendations, { lang }))}
      ${section("uncertain", table(own.uncertain, { cards: true }))}
      ${section("disagreements", table(own.disagreements, { cards: true }))}
      ${section("comments", table(own.comments, { cards: true }))}
      ${section("facts", table(own.facts))}
      ${lines.length > 0 ? section("how", [explanation(lines)]) : ""}
    </div>
    <p class="passport-source">${source}</p>
  </article>`;
}
