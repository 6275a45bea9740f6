import { html } from "npm:htl";

/**
 * A place to drop a file on, with a button that chooses one. What is dropped beside it is not opened by the browser.
 *
 * @param options.take called with the files, one or more
 */
export function dropZone({ label, button, note, accept, take }) {
  const input = html`<input type="file" class="visually-hidden" accept=${accept} />`;
  const zone = html`<div class="drop-zone">
    <p>${label}</p>
    <label class="button">${button}${input}</label>
    <p class="quiet">${note}</p>
  </div>`;
  input.addEventListener("change", () => {
    const files = [...input.files];
    // The same file can be chosen again after it was edited.
    input.value = "";
    if (files.length > 0) take(files);
  });
  const guard = (event) => {
    if (!zone.isConnected) {
      for (const name of ["dragover", "drop"]) removeEventListener(name, guard);
      return;
    }
    event.preventDefault();
    const inside = zone.contains(event.target);
    zone.classList.toggle("drop-zone-over", inside && event.type === "dragover");
    if (event.type === "drop" && inside && event.dataTransfer.files.length > 0) take([...event.dataTransfer.files]);
  };
  // Only from its first breath on the page: before that it is not connected.
  requestAnimationFrame(() => {
    for (const name of ["dragover", "drop"]) addEventListener(name, guard);
  });
  return zone;
}
