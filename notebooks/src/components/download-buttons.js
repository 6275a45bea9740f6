import { html } from "npm:htl";
import { save } from "./save.js";

const words = {
  ru: {
    busy: (name) => `Готовлю файл «${name}»…`,
    step: (name, text) => `Готовлю файл «${name}»: ${text}…`,
    done: (name, size) => `Файл «${name}» готов, ${size}\u00a0кБ.`,
    failed: (name, reason) => `Файл «${name}» не получился: ${reason}. Можно попробовать ещё раз.`,
  },
  en: {
    busy: (name) => `Making “${name}”…`,
    step: (name, text) => `Making “${name}”: ${text}…`,
    done: (name, size) => `“${name}” is ready, ${size}\u00a0kB.`,
    failed: (name, reason) => `“${name}” could not be made: ${reason}. You can try again.`,
  },
};

/**
 * Buttons that each make a file when pressed and save it. A line below says in words what is being done, that it is
 * finished, or why it failed; while one file is being made the buttons wait.
 *
 * @param files `{label, name, type?, make}`; `make(step)` gives a promise of the bytes and may tell its steps in words
 * @returns an element
 */
export function downloadButtons(files, { lang }) {
  const t = words[lang];
  const status = html`<p class="download-status" role="status"></p>`;
  const say = (text, state) => {
    status.textContent = text;
    status.dataset.state = state;
  };
  let busy = false;
  const buttons = files.map(({ label, name, type, make }) => {
    const button = html`<button type="button" class="button">${label}</button>`;
    button.addEventListener("click", async () => {
      if (busy) return;
      busy = true;
      for (const one of buttons) one.setAttribute("aria-disabled", "true");
      button.setAttribute("aria-busy", "true");
      say(t.busy(name), "busy");
      try {
        const content = await make((text) => say(t.step(name, text), "busy"));
        save({ name, content, type });
        say(t.done(name, new Intl.NumberFormat(lang).format(Math.ceil(content.byteLength / 1000))), "done");
      } catch (error) {
        say(t.failed(name, error instanceof Error ? error.message : String(error)), "failed");
      }
      busy = false;
      button.removeAttribute("aria-busy");
      for (const one of buttons) one.removeAttribute("aria-disabled");
    });
    return button;
  });
  return html`<div class="downloads"><div class="buttons">${buttons}</div>${status}</div>`;
}
