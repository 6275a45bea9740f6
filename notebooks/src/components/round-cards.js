import { html } from "npm:htl";

/** One card per round: what it holds and how far the printed results follow from the cells. Links stay in the language. */
export function roundCards(rounds, lang) {
  return html`<div class="round-cards">${rounds.map((round) => card(round, lang))}</div>`;
}

function card({ id, region, title, summary }, lang) {
  return html`<article class="round-card">
    <h3><a href=${`./${id}`}>${region}, ${summary.year}</a></h3>
    <p class="round-card-title">${title}</p>
    <dl class="figures">${facts(summary, lang).map(
      ([value, word]) => html`<div><dd>${value}</dd><dt>${word}</dt></div>`,
    )}</dl>
    ${findings(summary, lang).map((text) => html`<p>${text}</p>`)}
  </article>`;
}

function facts({ municipalities, indicators, cells }, lang) {
  return lang === "ru"
    ? [
        [municipalities, "муниципалитетов"],
        [indicators, "показателей"],
        [cells, "ячеек"],
      ]
    : [
        [municipalities, "municipalities"],
        [indicators, "indicators"],
        [cells, "cells"],
      ];
}

function findings({ printedPoints, agreeingPoints, printedLevels, possibleLevels, bounded }, lang) {
  const ru = lang === "ru";
  return [
    ...(printedPoints > 0
      ? [
          ru
            ? `Напечатанные баллы: ${agreeingPoints} из ${printedPoints} следуют из ячеек таблиц.`
            : `Printed points: ${agreeingPoints} of ${printedPoints} follow from the cells of the tables.`,
        ]
      : []),
    ...(printedLevels > 0
      ? [
          ru
            ? `Напечатанные уровни: ${possibleLevels} из ${printedLevels} возможны при известных ячейках (правило реконструировано).`
            : `Printed levels: ${possibleLevels} of ${printedLevels} are possible with the known cells (the rule is reconstructed).`,
        ]
      : []),
    ...(bounded > 0
      ? [ru ? `Ячеек, определённых неоднозначно: ${bounded}.` : `Cells known within bounds: ${bounded}.`]
      : []),
  ];
}
