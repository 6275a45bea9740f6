import { html } from "npm:htl";

/**
 * A section of a page that makes files: a heading, a note, a place for buttons, a line that tells the steps with a button
 * that stops them, a place for reasons, a place for what was found.
 *
 * @returns `{element, place, result, say, show}`; `show({said, troubles, isBusy})` says how it stands and clears the rest
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
  const show = ({ said = "", troubles = [], isBusy = false }) => {
    say(said);
    button.hidden = !isBusy;
    element.toggleAttribute("data-busy", isBusy);
    trouble.replaceChildren(...reasons(troubles));
    result.replaceChildren();
  };
  return { element, place, result, say, show };

  function reasons(texts) {
    const lines = texts.map((text) => html`<p>${text}</p>`);
    // More than a few are folded: a list of remarks must not push everything else off the page.
    return texts.length > 6 ? [html`<details><summary>${t.more(texts.length)}</summary>${lines}</details>`] : lines;
  }
}
