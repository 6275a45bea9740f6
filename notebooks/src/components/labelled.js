/**
 * Names every control of an `Inputs` form that has no label of its own: the slider beside the number of
 * `Inputs.range` has none. Wrap it: `view(labelled(Inputs.range(…)))`.
 */
export function labelled(form) {
  const label = form.querySelector("label")?.textContent;
  if (!label) throw new Error("labelled: the form has no label; give {label} in the language of the page");
  for (const control of form.querySelectorAll("input, select, textarea, output")) {
    if (!control.labels?.length && !control.hasAttribute("aria-label")) control.setAttribute("aria-label", label);
  }
  return form;
}
