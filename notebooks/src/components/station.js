import { html } from "npm:htl";

/**
 * A section of a page that makes files: a heading, a note, a place for buttons, a line that tells the steps with a button
 * that stops them, a place for reasons, a place for what was found.
 *
 * @returns `{element, place, result, say, show}`; `show({said, troubles, remarks, isBusy})` says how it stands and clears the
 *   rest: troubles are shown, remarks are folded
 */
export function station({ title, note, t, stop }) {
  const status = html`<p class="quiet" role="status"></p>`;
  const button = html`<button type="button" class="button" hidden onclick=${stop}>${t.stop}</button>`;
  const trouble = html`<div class="trouble" role="alert"></div>`;
  const place = html`<div class="desk-controls"></div>`;
  const result = html`<div></div>`;
  const element = html`<section class="desk-station" aria-label=${title}>
    <h2>${title}</h2>
    <p>${note}</p>
    ${place}
    <div class="progress">${status}${button}</div>
    ${trouble}${result}
  </section>`;
  const say = (text) => {
    status.textContent = text;
  };
  const show = ({ said = "", troubles = [], remarks = [], isBusy = false }) => {
    say(said);
    button.hidden = !isBusy;
    element.toggleAttribute("data-busy", isBusy);
    trouble.replaceChildren(...lines(troubles));
    const folded = html`<details class="trouble"><summary>${t.remarks(remarks.length)}</summary>${lines(remarks)}</details>`;
    result.replaceChildren(...(remarks.length > 0 ? [folded] : []));
  };
  return { element, place, result, say, show };
}

function lines(texts) {
  return texts.map((text) => html`<p>${text}</p>`);
}
