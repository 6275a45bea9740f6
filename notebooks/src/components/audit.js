import { html } from "npm:htl";
import { reportTable } from "./report-table.js";

const words = {
  ru: {
    verdict: "Вывод",
    kind: "О чём",
    search: "Искать в утверждениях",
    all: "все",
    disputed: "расхождения и где данных недостаточно",
    saved: "с прочтением",
    shown: (shown, all) => `Показано ${shown} из ${all}.`,
    hidden: (count) => `С этими словами есть ещё ${count} среди других выводов.`,
    widen: "Показать все выводы",
  },
  en: {
    verdict: "Verdict",
    kind: "About",
    search: "Search in statements",
    all: "all",
    disputed: "disagreements and where data are not enough",
    saved: "with a reading",
    shown: (shown, all) => `${shown} of ${all} shown.`,
    hidden: (count) => `With these words there are ${count} more among other verdicts.`,
    widen: "Show all verdicts",
  },
};

/** The findings of an audit with filters by verdict, kind and words; the choice is kept in the address. */
export function auditView({ table, findings, kinds, verdicts }, lang) {
  const t = words[lang];
  const facts = new Map(findings.map((finding) => [finding.id, finding]));
  const address = new URL(location.href);
  const verdict = select(t.verdict, "v", [
    ["disputed", t.disputed],
    ["", t.all],
    ...verdicts.map(({ id, title }) => [id, title]),
  ]);
  const kind = select(t.kind, "k", [["", t.all], ...kinds.map(({ id, title, count }) => [id, `${title} (${count})`])]);
  const search = html`<input type="search" value=${address.searchParams.get("q") ?? ""} />`;
  const status = html`<p class="audit-status" role="status"></p>`;
  const widen = html`<button type="button" class="button" hidden>${t.widen}</button>`;
  const place = html`<div></div>`;
  let shown;
  const show = () => {
    const query = fold(search.value);
    const found = table.rows.filter(({ id, cells }) => {
      if (kind.value && facts.get(id).kind !== kind.value) return false;
      return query === "" || cells.some(({ text }) => fold(text).includes(query));
    });
    const rows = found.filter(({ id }) => isWanted(facts.get(id), verdict.value));
    const hidden = query === "" ? 0 : found.length - rows.length;
    const said = t.shown(rows.length, table.rows.length);
    status.textContent = hidden > 0 ? `${said} ${t.hidden(hidden)}` : said;
    widen.hidden = hidden === 0;
    shown?.remove();
    shown = reportTable({ ...table, rows }, { lang, cards: true });
    place.append(shown);
    const now = new URL(location.href);
    for (const [name, control] of [
      ["v", verdict],
      ["k", kind],
      ["q", search],
    ])
      if (control.value && control.value !== "disputed") now.searchParams.set(name, control.value);
      else if (name === "v" && control.value === "") now.searchParams.set(name, "all");
      else now.searchParams.delete(name);
    history.replaceState(null, "", now);
  };
  widen.addEventListener("click", () => {
    verdict.value = "";
    show();
    verdict.focus();
  });
  for (const control of [verdict, kind, search]) control.addEventListener("input", show);
  show();
  return html`<div>
    <form class="filters" onsubmit=${(event) => event.preventDefault()}>
      <label>${t.verdict} ${verdict}</label>
      <label>${t.kind} ${kind}</label>
      <label>${t.search} ${search}</label>
    </form>
    ${status}${widen}${place}
  </div>`;

  function select(_, name, options) {
    const element = html`<select>${options.map(([value, title]) => html`<option value=${value}>${title}</option>`)}</select>`;
    const wanted = address.searchParams.get(name);
    const value = wanted === "all" ? "" : wanted;
    if (wanted !== null && options.some(([option]) => option === value)) element.value = value;
    return element;
  }
}

function isWanted({ verdict, base }, choice) {
  if (choice === "contradicted-base") return base;
  if (choice === "contradicted-else") return verdict === "contradicted" && !base;
  return choice === "disputed"
    ? verdict === "contradicted" || verdict === "undetermined"
    : !choice || verdict === choice;
}

/** Letters as a reader types them: е for ё, one kind of space, a comma or a point in a number, % with or without space. */
function fold(text) {
  return text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\s+/g, " ")
    .replace(/ %/g, "%")
    .replace(/(\d)\.(?=\d)/g, "$1,")
    .trim();
}
