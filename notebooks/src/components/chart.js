import { logger, mergeConfig, parse, View, Warn } from "vega";
import { compile } from "vega-lite";
import { pageLanguage, vegaLocale } from "./locale.js";

const dataName = "rows";
let count = 0;

/**
 * A Vega-Lite chart as an element that follows the width of its container.
 *
 * Rows given as `spec.data.values` can be replaced without drawing anew: `element.update(rows)`. A facet or a
 * concatenation cannot be stretched: give a function from the width to the spec instead.
 *
 * @param spec a Vega-Lite spec, or a function from the width in pixels to one
 * @param options.label what the chart is, in a few words: its accessible name
 * @param options.description what it shows, for those who do not see it
 */
export function chart(spec, { label, description } = {}) {
  if (!label) throw new Error("chart: no label; give {label} in the language of the page");
  const element = document.createElement("figure");
  element.className = "chart";
  element.setAttribute("aria-busy", "true");
  const drawing = element.appendChild(document.createElement("div"));
  drawing.className = "chart-drawing";
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", label);
  // Vega writes its own roles on the element it is given and inside: the label says it in words.
  const container = drawing.appendChild(document.createElement("div"));
  container.setAttribute("aria-hidden", "true");
  if (description) {
    const text = element.appendChild(document.createElement("p"));
    text.className = "visually-hidden";
    text.id = `chart-description-${++count}`;
    text.textContent = description;
    drawing.setAttribute("aria-describedby", text.id);
  }

  const stretchable = typeof spec !== "function";
  // A wrong spec throws here, in the cell that wrote it.
  if (stretchable) compileSpec(spec, element);
  let view;
  let rows;
  let drawn;
  let width = 0;

  const draw = async () => {
    view?.finalize();
    const vega = compileSpec(stretchable ? spec : spec(width), element, stretchable ? width : undefined);
    view = new View(parse(vega), {
      renderer: "svg",
      container,
      hover: true,
      logger: logger(Warn),
      locale: vegaLocale(pageLanguage()),
    });
    if (rows) view.data(dataName, rows);
    await view.runAsync();
    await fit();
    element.removeAttribute("aria-busy");
  };

  // The room that labels and legend need is known only when they are drawn once.
  const fit = () => view.resize().runAsync();

  const next = (task) => {
    drawn = (drawn ?? Promise.resolve()).then(task).catch((error) => {
      console.error(error);
      element.removeAttribute("aria-busy");
    });
    return drawn;
  };

  new ResizeObserver(([entry]) => {
    const available = Math.floor(entry.contentRect.width);
    if (available === 0 || available === width) return;
    width = available;
    next(() => (view && stretchable ? view.width(width).runAsync().then(fit) : draw()));
  }).observe(element);

  // Sequential colours are mixed by number and cannot be CSS variables: they are read again when the scheme changes.
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const redraw = () => (element.isConnected ? view && next(draw) : scheme.removeEventListener("change", redraw));
  scheme.addEventListener("change", redraw);

  /** Replaces the rows; resolves when they are drawn. */
  element.update = (values) => {
    rows = values;
    return next(() => view?.data(dataName, rows).runAsync().then(fit));
  };
  return element;
}

function compileSpec(spec, element, width) {
  const { config, data, ...rest } = spec;
  const named = data?.values && !data.name ? { ...data, name: dataName } : data;
  const { spec: vega } = compile(
    { ...rest, ...(named && { data: named }), ...(width && { width }) },
    { config: mergeConfig(theme(element, width), config ?? {}), logger: logger(Warn) },
  );
  // Not left to Vega-Lite, which warns of a dropped fit where the height is a step.
  if (width) vega.autosize = { type: "fit-x", contains: "padding" };
  return vega;
}

/** The look of all charts, from the variables of style.css. Colours that are not mixed stay variables. */
function theme(element, width) {
  const style = getComputedStyle(element.isConnected ? element : document.documentElement);
  const font = style.getPropertyValue("--font-sans").trim() || "sans-serif";
  const list = (name, length) => Array.from({ length }, (_, i) => `var(--${name}-${i + 1})`);
  const read = (name, length) =>
    Array.from({ length }, (_, i) => style.getPropertyValue(`--${name}-${i + 1}`).trim() || "gray");
  const text = { labelColor: "var(--ink-soft)", titleColor: "var(--ink)", labelFontSize: 13, titleFontSize: 13 };
  return {
    aria: false,
    background: null,
    font,
    padding: 4,
    view: { stroke: null },
    axis: {
      ...text,
      titleFontWeight: 600,
      titlePadding: 8,
      labelLimit: 220,
      domainColor: "var(--line-strong)",
      tickColor: "var(--line-strong)",
      gridColor: "var(--line)",
      tickSize: 4,
      labelPadding: 4,
      labelOverlap: true,
      labelSeparation: 6,
    },
    axisBand: { ticks: false, domain: false, labelPadding: 8 },
    legend: {
      ...text,
      titleFontWeight: 600,
      symbolType: "square",
      labelLimit: 260,
      orient: "top",
      // On a narrow page the entries go below each other.
      ...(width && { columns: { expr: "max(1, floor(width / 150))" } }),
    },
    header: { ...text, titleFontWeight: 600, labelFontWeight: 600 },
    title: { color: "var(--ink)", subtitleColor: "var(--ink-soft)", fontSize: 15, fontWeight: 600, anchor: "start" },
    text: { color: "var(--ink)", fontSize: 13 },
    rule: { color: "var(--ink-soft)" },
    bar: { color: "var(--category-1)", cornerRadiusEnd: 2 },
    line: { color: "var(--category-1)", strokeWidth: 2 },
    point: { color: "var(--category-1)", filled: true, size: 60 },
    rect: { color: "var(--category-1)" },
    area: { color: "var(--category-1)" },
    tick: { color: "var(--category-1)" },
    range: {
      category: list("category", 6),
      ordinal: { scheme: read("ordered", 7).slice(1) },
      ramp: read("ordered", 7),
      heatmap: read("ordered", 7),
    },
  };
}
