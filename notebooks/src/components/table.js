import { pageLanguage } from "./locale.js";
import { save } from "./save.js";

const words = {
  ru: {
    sort: "сортировать по столбцу",
    download: "Скачать CSV",
    notes: "Примечания",
    source: "Источник",
    rows: "Территория",
    link: "есть ссылка",
    colors: { green: "зелёный", yellow: "жёлтый", red: "красный", blue: "синий" },
  },
  en: {
    sort: "sort by column",
    download: "Download CSV",
    notes: "Notes",
    source: "Source",
    rows: "Municipality",
    link: "link given",
    colors: { green: "green", yellow: "yellow", red: "red", blue: "blue" },
  },
};

/** From so many letters on a text is a sentence or a list. */
const longText = 40;

/**
 * An accessible table: caption, header cells with scope, groups of columns, sticky header row and first column, sorting
 * by the buttons of the header, and a download. All texts are put in as text, so that a hostile name stays a name.
 *
 * @param table.title the caption
 * @param table.columns `{id, title, short?, group?, align?: "start" | "end" | "center"}`; neighbours of one group share
 *   a header
 * @param table.rows `{id, header, cells}`; one cell a column: `{text, color?, letter?, sign?, link?, title?, low?, high?}`
 *   - color: green | yellow | red | blue, always with a letter
 *   - sign: a mark beside the text (`?` several values possible, `*` see notes), explained by `title`
 *   - link: an address, or true where the source only shows that there is one
 *   - low, high: the interval that sorting uses; without it the text is compared
 *   A row with `strong` leads those below it.
 * @param table.totals rows below a line, never sorted with the others
 * @param table.notes lines below the table
 * @param table.source where the table comes from
 * @param options.rowTitle the header of the first column
 * @param options.cards on a narrow page each row becomes a card: for tables of sentences
 * @param options.download a function that returns `{name, text, type?}`, asked when the button is pressed
 * @param options.files an element below the table instead, such as buttons of several files
 * @returns an element; `element.update(rows)` replaces the rows and keeps the order chosen by the reader
 */
export function dataTable(
  { title, columns, rows, totals = [], notes = [], source },
  { rowTitle, download, files, lang, cards = false } = {},
) {
  const t = words[lang ?? pageLanguage()] ?? words.ru;
  const collator = new Intl.Collator(lang ?? pageLanguage(), { numeric: true });
  let current = rows;
  let order = { column: -2, descending: false };

  const headers = [];
  // A card is no part of a table to a browser: the roles say that it still is.
  const role = (name) => (cards ? name : undefined);
  const body = create("tbody", { role: role("rowgroup") });
  const table = create("table", { class: "data-table-grid", role: role("table") }, [
    create("caption", {}, [create("span", {}, [title])]),
    ...columnGroups(columns),
    head(),
    body,
    ...(totals.length > 0 ? [create("tfoot", { role: role("rowgroup") }, totals.map(row))] : []),
  ]);
  const scroll = create("div", { class: "data-table-scroll", role: "region", "aria-label": title, tabindex: "0" }, [
    table,
  ]);
  const element = create("div", { class: "data-table" }, [scroll, foot()]);
  element.classList.toggle("data-table-cards", cards);
  // On paper it lies on its side.
  element.classList.toggle("data-table-wide", columns.length > 5);
  if (rows.some(({ header }) => header.length > longText)) table.classList.add("data-table-sentences");
  fill();

  element.update = (values) => {
    current = values;
    fill();
  };
  return element;

  function head() {
    const grouped = columns.some(({ group }) => group);
    const corner = headerCell(-1, { title: rowTitle ?? t.rows }, { rowspan: grouped ? "2" : undefined });
    if (!grouped) return create("thead", {}, [create("tr", {}, [corner, ...columns.map((c, i) => headerCell(i, c))])]);
    const groups = groupsOf(columns).map(({ group, size }) =>
      group
        ? create("th", { scope: "colgroup", colspan: String(size), class: "data-table-group" }, [group])
        : create("td", { colspan: String(size) }),
    );
    return create("thead", {}, [
      create("tr", {}, [corner, ...groups]),
      create(
        "tr",
        {},
        columns.map((column, index) => headerCell(index, column)),
      ),
    ]);
  }

  function headerCell(index, { id, title, short, align }, attributes = {}) {
    const button = create("button", { type: "button", title: short ? title : undefined }, [
      create("span", { "aria-hidden": short ? "true" : undefined }, [short ?? title]),
      ...(short ? [create("span", { class: "visually-hidden" }, [title])] : []),
      create("span", { class: "visually-hidden" }, [`, ${t.sort}`]),
    ]);
    button.addEventListener("click", () => {
      order = { column: index, descending: order.column === index && !order.descending };
      fill();
    });
    const cell = create("th", { scope: "col", "data-align": align, "data-table-column": id, ...attributes }, [button]);
    headers.push({ cell, index });
    return cell;
  }

  function fill() {
    for (const { cell, index } of headers) {
      if (index === order.column) cell.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
    body.replaceChildren(...sorted().map(row));
  }

  function sorted() {
    const { column, descending } = order;
    if (column === -2) return current;
    const key = (row) => (column === -1 ? { text: row.header } : (row.cells[column] ?? { text: "" }));
    const sign = descending ? -1 : 1;
    return current
      .map((row) => ({ row, cell: key(row) }))
      .sort((a, b) => isBlank(a.cell) - isBlank(b.cell) || sign * compare(a.cell, b.cell))
      .map(({ row }) => row);
  }

  function compare(a, b) {
    if (typeof a.low === "number" && typeof b.low === "number") {
      return a.low - b.low || (a.high ?? a.low) - (b.high ?? b.low);
    }
    return collator.compare(sortText(a.text), sortText(b.text));
  }

  function row({ id, header, cells, strong }) {
    const leads = strong ? "data-table-strong" : undefined;
    return create("tr", { "data-row": id, role: role("row"), class: leads }, [
      create("th", { scope: "row", role: role("rowheader") }, [header]),
      ...columns.map((column, index) => dataCell(cells[index] ?? { text: "" }, column)),
    ]);
  }

  function dataCell({ text, color, letter, sign, link, title }, { align, title: column }) {
    const hidden = [color && t.colors[color], title].filter(Boolean).join(", ");
    // A long text is read from its beginning, whatever its column holds otherwise.
    const side = text.length > longText ? "start" : align;
    const named = { role: role("cell"), "data-title": cards ? column : undefined };
    return create("td", { "data-align": side, "data-color": color, title, ...named }, [
      ...(letter ? [create("span", { class: "data-table-letter" }, [letter])] : []),
      linked(text, link),
      ...(sign ? [create("sup", { class: "data-table-sign" }, [sign])] : []),
      ...(hidden ? [create("span", { class: "visually-hidden" }, [` (${hidden})`])] : []),
    ]);
  }

  function linked(text, link) {
    if (link === true) {
      return create("span", { class: "data-table-evidence" }, [
        text,
        create("span", { class: "visually-hidden" }, [` (${t.link})`]),
      ]);
    }
    return isSafe(link) ? create("a", { href: link }, [text]) : text;
  }

  function foot() {
    const button = download && create("button", { type: "button", class: "data-table-download" }, [t.download]);
    button?.addEventListener("click", async () => {
      const { name, text, type = "text/csv;charset=utf-8" } = await download();
      save({ name, content: text, type });
    });
    return create("div", { class: "data-table-foot" }, [
      ...notes.map((note) => create("p", {}, [note])),
      ...(source ? [create("p", { class: "data-table-source" }, [`${t.source}: ${source}`])] : []),
      ...(button ? [button] : []),
      ...(files ? [files] : []),
    ]);
  }
}

function columnGroups(columns) {
  return [{ size: 1 }, ...groupsOf(columns)].map(({ size }) => create("colgroup", { span: String(size) }));
}

function groupsOf(columns) {
  const groups = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (last && last.group === group) last.size += 1;
    else groups.push({ group, size: 1 });
  }
  return groups;
}

/** A municipality stands under its own name: «г. Зея» under З, «ГО ЗАТО Фокино» under Ф. */
function sortText(text) {
  return text.replace(/^(?:(?:г|пгт|п|с)\.\s*|(?:пгт|ГО|ЗАТО)\s+)+(?=\p{Lu})/u, "");
}

function isBlank({ text, low, blank }) {
  return Number(blank === true || (text === "" && typeof low !== "number"));
}

/** Addresses that only lead somewhere: pages of the site and the web, never a script. */
function isSafe(link) {
  return typeof link === "string" && (/^https?:\/\//i.test(link) || /^(#|\.{0,2}\/(?!\/))/.test(link));
}

function create(name, attributes = {}, children = []) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.map((child) => (child instanceof Node ? child : document.createTextNode(child))));
  return element;
}
