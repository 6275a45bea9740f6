import { html } from "npm:htl";
import { reportTable } from "./report-table.js";
import { responsiveChart } from "./responsive-chart.js";

/** The words of the pages of rounds. */
export const words = {
  ru: {
    shares: "Сколько муниципалитетов имеют каждое значение",
    points: "Сколько муниципалитетов набрали столько баллов",
    printed: "Баллы каждого муниципалитета: рассчитано и напечатано",
    levels: "Сколько муниципалитетов на каждом уровне",
    certain: "Тёмная часть — точно, светлая — возможно.",
    inferred: "Реконструкция, регионом не утверждена.",
    choose: "Муниципалитет",
    frame: "Что отчёт говорит о себе",
    municipalities: "муниципалитетов",
    indicators: "показателей",
    cells: "ячеек",
    facts: "сведений без столбца",
  },
  en: {
    shares: "How many municipalities have each value",
    points: "How many municipalities reached so many points",
    printed: "Points of each municipality, computed and printed",
    levels: "How many municipalities are on each level",
    certain: "The dark part is certain, the light part possible.",
    inferred: "A reconstruction, not approved by the region.",
    choose: "Municipality",
    frame: "What the report says of itself",
    municipalities: "municipalities",
    indicators: "indicators",
    cells: "cells",
    facts: "facts without a column",
  },
};

/** What the report says of itself, as a list of terms. */
export function frame(entries) {
  return html`<dl class="frame">${entries.map(
    ({ term, texts }) => html`<div><dt>${term}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}</div>`,
  )}</dl>`;
}

/** Numbers with a word each, for the first lines of a page. */
export function figures(entries, lang) {
  const number = new Intl.NumberFormat(lang);
  return html`<dl class="figures">${entries.map(
    ([value, word]) =>
      html`<div><dd>${typeof value === "number" ? number.format(value) : value}</dd><dt>${word}</dt></div>`,
  )}</dl>`;
}

/** One table of the report with the distributions of its indicators and points. */
export function criterion({ title, shares, points, printed, table }, lang) {
  const t = words[lang];
  return html`<div class="criterion">
    ${responsiveChart(shares, { label: `${title}: ${t.shares.toLowerCase()}` })}
    ${points ? html`<h4>${t.points}</h4>${responsiveChart(points, { label: `${title}: ${t.points.toLowerCase()}` })}` : ""}
    ${reportTable(table, { lang })}
    ${
      printed
        ? html`<details><summary>${t.printed}</summary>${lazily(() => responsiveChart(printed, { label: `${title}: ${t.printed.toLowerCase()}` }))}</details>`
        : ""
    }
  </div>`;
}

/** Something that is drawn only when the reader opens it. */
function lazily(draw) {
  const place = html`<div></div>`;
  let drawn = false;
  const observer = new IntersectionObserver((entries) => {
    if (drawn || !entries.some((entry) => entry.isIntersecting)) return;
    drawn = true;
    observer.disconnect();
    place.append(draw());
  });
  observer.observe(place);
  place.style.minHeight = "1px";
  return place;
}

/** How the results of a chosen municipality were calculated, as a tree that opens. */
export function explanation(lines) {
  const line = ({ text, children = [] }) =>
    children.length === 0
      ? html`<li>${text}</li>`
      : html`<li><details><summary>${text}</summary><ul class="explanation-branch">${children.map(line)}</ul></details></li>`;
  return html`<ul class="explanation">${lines.flatMap(({ children = [] }) => children.map(line))}</ul>`;
}

/** A labelled list to choose a municipality from; its value is the id, kept in the address as `?m=`. */
export function chooser(entries, lang) {
  const select = html`<select>${entries.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select>`;
  const form = html`<label class="chooser">${words[lang].choose} ${select}</label>`;
  const wanted = new URLSearchParams(location.search).get("m");
  if (entries.some(({ id }) => id === wanted)) select.value = wanted;
  form.value = select.value;
  select.oninput = (event) => {
    event.stopPropagation();
    form.value = select.value;
    const address = new URL(location.href);
    address.searchParams.set("m", select.value);
    history.replaceState(null, "", address);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return form;
}
