import { html } from "npm:htl";
import { reportTable } from "./report-table.js";
import { responsiveChart } from "./responsive-chart.js";

const words = {
  ru: {
    settings: "Как сравнивать",
    breaks: "сравнивать и показатели, ряд которых прерван (останутся с отметкой)",
    mergers: "сравнивать объединённые муниципалитеты со всем, чем был любой из прежних",
    criterion: "Что показать на диаграмме",
    indicator: "Показатель",
    chart: (title) => `Изменение баллов по муниципалитетам: ${title}`,
    levels: "Переходы между уровнями",
    transitions: "Переходы значений одного показателя",
  },
  en: {
    settings: "How to compare",
    breaks: "compare indicators whose series breaks too (they stay marked)",
    mergers: "compare merged municipalities with all that any of the former ones was",
    criterion: "What the chart shows",
    indicator: "Indicator",
    chart: (title) => `Change of points by municipality: ${title}`,
    levels: "Moves between levels",
    transitions: "Transitions of the values of one indicator",
  },
};

/**
 * Two rounds of one region with the ways to compare them: breaks, mergers, the criterion of the chart, the indicator of
 * the transition table. The choice is kept in the address; one that does not exist is the default.
 */
export function dynamicsView({ views }, lang) {
  const t = words[lang];
  const address = new URL(location.href).searchParams;
  const breaks = html`<input type="checkbox" checked=${address.get("breaks") === "include"} />`;
  const mergers = html`<input type="checkbox" checked=${address.get("mergers") === "any-predecessor"} />`;
  const criterion = html`<select></select>`;
  const indicator = html`<select></select>`;
  const places = Object.fromEntries(["chart", "tables", "transition"].map((name) => [name, html`<div></div>`]));
  breaks.addEventListener("input", showAll);
  mergers.addEventListener("input", showAll);
  criterion.addEventListener("input", showChart);
  indicator.addEventListener("input", showTransition);
  const element = html`<div>
    <form class="readings" onsubmit=${(event) => event.preventDefault()}>
      <fieldset>
        <legend>${t.settings}</legend>
        <label>${breaks} ${t.breaks}</label>
        <label>${mergers} ${t.mergers}</label>
      </fieldset>
    </form>
    <p><label class="chooser">${t.criterion} ${criterion}</label></p>
    ${places.chart}${places.tables}
    <h3>${t.transitions}</h3>
    <p><label class="chooser">${t.indicator} ${indicator}</label></p>
    ${places.transition}
  </div>`;
  showAll();
  return element;

  function view() {
    return views.find(
      (one) =>
        one.breaks === (breaks.checked ? "include" : "leave-out") &&
        one.mergers === (mergers.checked ? "any-predecessor" : "not-compared"),
    );
  }

  function showAll() {
    const { charts, transitions, changes, indicators, contributions, levels } = view();
    fill(criterion, charts, address.get("criterion"));
    fill(indicator, transitions, address.get("indicator"));
    places.tables.replaceChildren(
      ...[changes, indicators, contributions].filter(Boolean).map((table) => reportTable(table, { lang })),
      ...(levels.length > 0
        ? [html`<h3>${t.levels}</h3>`, ...levels.map((table) => reportTable(table, { lang }))]
        : []),
    );
    showChart();
    showTransition();
  }

  function showChart() {
    const { charts } = view();
    const shown = charts.find(({ id }) => id === criterion.value);
    places.chart.replaceChildren(...(shown ? [responsiveChart(shown.spec, { label: t.chart(shown.title) })] : []));
    keep();
  }

  function showTransition() {
    const shown = view().transitions.find(({ id }) => id === indicator.value);
    places.transition.replaceChildren(...(shown ? [reportTable(shown, { lang })] : []));
    keep();
  }

  function keep() {
    const now = new URL(location.href);
    const set = (name, value, isDefault) =>
      isDefault ? now.searchParams.delete(name) : now.searchParams.set(name, value);
    set("breaks", "include", !breaks.checked);
    set("mergers", "any-predecessor", !mergers.checked);
    set("criterion", criterion.value, criterion.selectedIndex <= 0);
    set("indicator", indicator.value, indicator.selectedIndex <= 0);
    history.replaceState(null, "", now);
  }
}

/** The choices of a list; what was chosen before stays chosen where it still exists. */
function fill(select, entries, wanted) {
  const before = select.value || wanted;
  select.replaceChildren(...entries.map(({ id, title }) => html`<option value=${id}>${title}</option>`));
  if (entries.some(({ id }) => id === before)) select.value = before;
}
