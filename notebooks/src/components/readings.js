import { html } from "npm:htl";
import { reportTable } from "./report-table.js";
import { Cancelled, calculator } from "./worker.js";

const words = {
  ru: {
    published: "по определению отчёта (как принято)",
    who: (title) => `Кого считать: «${title}»`,
    rules: "Правила восстановления",
    inferred: "учитывать реконструированное правило, которое регион не утверждал (как принято)",
    same: "Показано принятое прочтение.",
    working: (text) => `Пересчитываю: ${text}…`,
    start: "загружаю данные",
    failed: (reason) => `Пересчитать не удалось (${reason}). Попробуйте ещё раз.`,
    nothing: "При этом прочтении не меняется ни один вывод и ни одна восстановленная ячейка.",
    changed: (verdicts, cells) => `Меняется выводов — ${verdicts}, восстановленных ячеек — ${cells}.`,
    others: (count) => `Ещё у ${count} утверждений рассчитанное значение другое, а вывод тот же.`,
    other: "Ещё у одного утверждения рассчитанное значение другое, а вывод тот же.",
  },
  en: {
    published: "by the definition of the report (as published)",
    who: (title) => `Whom to count as “${title}”`,
    rules: "Rules of recovery",
    inferred: "use the reconstructed rule, which the region has not approved (as published)",
    same: "The published reading is shown.",
    working: (text) => `Calculating: ${text}…`,
    start: "loading the data",
    failed: (reason) => `It could not be calculated (${reason}). Try again.`,
    nothing: "By this reading no verdict and no recovered cell changes.",
    changed: (verdicts, cells) => `Verdicts that change: ${verdicts}; recovered cells that change: ${cells}.`,
    others: (count) => `For ${count} more statements the computed value differs and the verdict stays.`,
    other: "For one more statement the computed value differs and the verdict stays.",
  },
};

/**
 * Switches between fair readings of a doubtful word, and what changes against the published reading. The choice is kept
 * in the address: `?reading=declared:staffed`, `?rule=no`.
 *
 * @param about `{round, universes: [{id, title, readings: [{id, title}]}], inferred}`; `inferred`: whether a rule is one
 */
export function readingsView({ round, universes, inferred }, lang) {
  const t = words[lang];
  const work = calculator();
  const address = new URL(location.href).searchParams;
  const asked = new Map(address.getAll("reading").map((choice) => choice.split(":")));
  const status = html`<p class="audit-status" role="status"></p>`;
  const place = html`<div></div>`;
  const rule = html`<input type="checkbox" checked=${address.get("rule") !== "no"} />`;
  const form = html`<form class="readings" onsubmit=${(event) => event.preventDefault()}>
    ${universes.map(
      ({ id, title, readings }) => html`<fieldset>
        <legend>${t.who(title)}</legend>
        ${[{ id: "", title: t.published }, ...readings].map(
          (reading) => html`<label><input
            type="radio"
            name=${id}
            value=${reading.id}
            checked=${reading.id === (readings.some((one) => one.id === asked.get(id)) ? asked.get(id) : "")}
          /> ${reading.title}</label>`,
        )}
      </fieldset>`,
    )}
    ${inferred ? html`<fieldset><legend>${t.rules}</legend><label>${rule} ${t.inferred}</label></fieldset>` : ""}
  </form>`;

  form.addEventListener("input", () => {
    keep();
    show();
  });
  show();
  return html`<div>${form}${status}${place}</div>`;

  function choice() {
    const chosen = universes.map(({ id }) => [id, form.elements[id].value ?? ""]);
    return Object.fromEntries(chosen.filter(([, reading]) => reading !== ""));
  }

  function keep() {
    const now = new URL(location.href);
    now.searchParams.delete("reading");
    now.searchParams.delete("rule");
    for (const [universe, reading] of Object.entries(choice()))
      now.searchParams.append("reading", `${universe}:${reading}`);
    if (!rule.checked) now.searchParams.set("rule", "no");
    history.replaceState(null, "", now);
  }

  async function show() {
    const switches = choice();
    work.cancel();
    place.replaceChildren();
    if (Object.keys(switches).length === 0 && rule.checked) {
      status.textContent = t.same;
      return;
    }
    const onStep = (text) => (status.textContent = t.working(text));
    onStep(t.start);
    place.setAttribute("aria-busy", "true");
    try {
      const input = { round, switches, inferred: rule.checked };
      const { verdicts, cells, otherValues } = await work.run("other-reading", input, { lang, onStep });
      const counts = [verdicts.rows.length, cells.rows.length];
      const others = otherValues === 1 ? t.other : otherValues > 0 ? t.others(otherValues) : "";
      const said = counts.some((count) => count > 0) ? t.changed(...counts) : t.nothing;
      status.textContent = [said, others].filter(Boolean).join(" ");
      const tables = [verdicts, cells].filter(({ rows }) => rows.length > 0);
      place.replaceChildren(...tables.map((table) => reportTable(table, { lang, cards: true })));
    } catch (error) {
      // A newer choice is being calculated.
      if (error instanceof Cancelled) return;
      status.textContent = t.failed(error.message);
    }
    place.removeAttribute("aria-busy");
  }
}
