import { html } from "npm:htl";

const words = {
  ru: {
    region: "Регион и год",
    show: "Что показать",
    unknown: (asked) => `В адресе указано «${asked}», этого в данных нет. Показано то, что стоит в списке первым.`,
    failed: (reason) => `Не удалось загрузить данные (${reason}). Обновите страницу.`,
    keys: "Плитка ведёт в паспорт муниципалитета. По плиткам можно ходить стрелками, Enter открывает паспорт.",
    legend: "Сколько муниципалитетов",
    outOf: (count) => `Всего: ${count}.`,
    source: "Источник",
    map: (title) => `Карта плитками: ${title}`,
  },
  en: {
    region: "Region and year",
    show: "What to show",
    unknown: (asked) => `The address says “${asked}”, which the data do not have. Shown is the first of the list.`,
    failed: (reason) => `The data could not be loaded (${reason}). Reload the page.`,
    keys: "A tile leads to the passport of its municipality. Arrow keys move between tiles, Enter opens the passport.",
    legend: "How many municipalities",
    outOf: (count) => `In all: ${count}.`,
    source: "Source",
    map: (title) => `Tile map: ${title}`,
  },
};

/**
 * The map of a region as tiles, coloured by an indicator, points or a level. The choice is kept in the address,
 * `?map=amur-2022&by=regulation`; one that does not exist is told, and the first of the list is shown.
 *
 * @param rounds `[{round, title}]`
 * @param open from the id of a round to its map
 */
export function tileMapView(rounds, open, lang) {
  const t = words[lang];
  const address = new URL(location.href).searchParams;
  const region = html`<select name="map">${rounds.map(
    ({ round, title }) => html`<option value=${round}>${title}</option>`,
  )}</select>`;
  const by = html`<select name="by"></select>`;
  const status = html`<p class="audit-status" role="status"></p>`;
  const place = html`<div></div>`;
  let map;
  const asked = address.get("map");
  if (asked !== null && !choose(region, asked)) status.textContent = t.unknown(asked.slice(0, 80));
  region.addEventListener("input", (event) => change(event, () => load().then(keep)));
  by.addEventListener("input", (event) => change(event, show));
  load(address.get("by") ?? undefined);
  return html`<div>
    <form class="filters" onsubmit=${(event) => event.preventDefault()}>
      <label>${t.region} ${region}</label>
      <label>${t.show} ${by}</label>
    </form>
    ${status}${place}
  </div>`;

  function change(event, then) {
    event.stopPropagation();
    status.textContent = "";
    then();
    keep();
  }

  function keep() {
    const now = new URL(location.href);
    now.searchParams.set("map", region.value);
    now.searchParams.set("by", by.value);
    history.replaceState(null, "", now);
  }

  async function load(wanted) {
    const chosen = region.value;
    place.setAttribute("aria-busy", "true");
    try {
      const loaded = await open(chosen);
      if (chosen !== region.value) return;
      map = loaded;
      // What is chosen now stays chosen where the region has it too.
      const current = by.value;
      const groups = groupBy(map.measures);
      by.replaceChildren(
        ...[...groups].map(
          ([group, measures]) =>
            html`<optgroup label=${group}>${measures.map(
              ({ id, title }) => html`<option value=${id}>${title}</option>`,
            )}</optgroup>`,
        ),
      );
      choose(by, current);
      if (wanted && !choose(by, wanted)) status.textContent ||= t.unknown(wanted.slice(0, 80));
      show();
    } catch (error) {
      status.textContent = t.failed(error.message);
    }
    place.removeAttribute("aria-busy");
  }

  function show() {
    const measure = map.measures.find(({ id }) => id === by.value);
    if (measure) place.replaceChildren(tileMap(map, measure, lang));
  }
}

/** The tiles with their legend; each tile is a link to the passport of its municipality. */
export function tileMap({ round, tiles, source }, measure, lang) {
  const t = words[lang];
  const links = tiles.map((tile, place) => {
    const { category, mark, title } = measure.values[place];
    const { look } = measure.categories[category];
    return html`<a
      class="tile"
      data-look=${look}
      href=${`./municipality?m=${round}/${tile.id}`}
      title=${`${tile.title}: ${title}`}
      tabindex=${place === 0 ? 0 : -1}
    ><span class="visually-hidden">${tile.title}: ${title}</span><span class="tile-name" aria-hidden="true"><span class="tile-long">${tile.name}</span><span class="tile-short">${tile.short}</span></span><span class="tile-kind" aria-hidden="true">${tile.kind}</span><span class="tile-mark" aria-hidden="true">${mark}</span></a>`;
  });
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const items = tiles.map(({ column, row }, place) => {
    const item = html`<li>${links[place]}</li>`;
    item.style.gridColumn = column + 1;
    item.style.gridRow = row + 1;
    return item;
  });
  const list = html`<ul class="tiles" aria-label=${t.map(measure.title)}>${items}</ul>`;
  list.style.setProperty("--columns", columns);
  list.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const from = links.indexOf(event.target.closest?.(".tile"));
    if (!step || from < 0) return;
    event.preventDefault();
    const to = neighbor(tiles, from, step);
    if (to === undefined) return;
    links[from].tabIndex = -1;
    links[to].tabIndex = 0;
    links[to].focus();
  });
  return html`<figure class="tile-map">
    ${list}
    <figcaption>
      <h3>${t.legend}: ${measure.title}</h3>
      <ul class="tile-legend">${legend(measure)}</ul>
      <p>${t.outOf(measure.denominator)} ${t.keys}</p>
      <p>${t.source}: ${source}</p>
    </figcaption>
  </figure>`;
}

function legend({ categories }) {
  return categories
    .filter(({ key, count }) => count > 0 || (key !== "open" && key !== "not-scored"))
    .map(
      ({ key, look, mark, title, count }) => html`<li data-category=${key}>
        <span class="tile-sample" data-look=${look} aria-hidden="true">${mark}</span>
        <span class=${mark === title ? "visually-hidden" : ""}>${title}</span> — <strong>${count}</strong>
      </li>`,
    );
}

/** The nearest tile in a direction: first the least distance along it, then the least aside. */
function neighbor(tiles, from, [across, down]) {
  const here = tiles[from];
  let best;
  let least = Infinity;
  tiles.forEach(({ column, row }, place) => {
    const along = across * (column - here.column) + down * (row - here.row);
    const aside = Math.abs(across === 0 ? column - here.column : row - here.row);
    // What lies more aside than ahead belongs to the other pair of arrows.
    if (along <= 0 || aside > along) return;
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}

function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) return false;
  select.value = value;
  return true;
}

function groupBy(measures) {
  const groups = new Map();
  for (const measure of measures) groups.set(measure.group, [...(groups.get(measure.group) ?? []), measure]);
  return groups;
}
