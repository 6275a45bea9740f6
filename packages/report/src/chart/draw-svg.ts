import type { Spec } from "@metodika/presentation";
import { type LoggerInterface, parse, resetSVGDefIds, textMetrics, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { escapeHtml } from "../html/escape-html.ts";
import { type ChartFonts, textWidth } from "./chart-fonts.ts";

/** How a chart becomes a picture. */
export interface SvgOptions {
  fonts: ChartFonts;
  /** Width of the whole picture in CSS pixels, 96 to an inch; that of `millimeters(160)` by default. */
  width?: number;
  /** What the picture shows, in words, for those who do not see it; the description of the chart by default. */
  alt?: string;
}

/** CSS pixels of a length on paper. */
export function millimeters(length: number): number {
  return Math.round((length / 25.4) * 96);
}

/**
 * A chart as SVG: laid out without a browser, by the letters of the fonts given, so the same chart gives the same bytes
 * everywhere. The height follows from the chart. The fonts are named in the picture, not put into it.
 *
 * Throws when the bytes are no font, and when the chart asks for anything but its own rows.
 *
 * @example
 * await drawSvg(levelsChart(rows, { lang: "ru", print: true }), { fonts, width: millimeters(160) })
 */
export async function drawSvg(spec: Spec, options: SvgOptions): Promise<string> {
  const { fonts, alt = spec.description, width = millimeters(160) } = options;
  const faults: unknown[] = [];
  const view = new View(parse(compile(forPaper(spec, width, fonts.family)).spec), {
    renderer: "none",
    logger: collecting(faults),
    loader: offline,
  });
  // The hook for measuring is one for the whole program: everything is laid out before anybody else can run.
  const before = textMetrics.width;
  try {
    textMetrics.width = (item, text) => measure(item, text, fonts);
    view.run();
  } finally {
    textMetrics.width = before;
  }
  resetSVGDefIds();
  const svg = await view.toSVG();
  view.finalize();
  // Vega reports a fault and draws what is left: half a picture.
  if (faults.length > 0) throw faults[0];
  // To a screen reader the whole is one picture with a text, not a heap of lines.
  const plain = svg.replace(/<[a-z][^>]*>/g, (tag) => tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, ""));
  return plain.replace("<svg ", `<svg role="img" aria-label="${escapeHtml(alt)}" `);
}

/** The chart with a fixed width, on white, in black and in the font. */
function forPaper(spec: Spec, width: number, family: string): TopLevelSpec {
  const config = (spec.config ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const ink = { labelColor: "#000000", titleColor: "#000000" };
  return structuredClone({
    ...spec,
    width,
    background: "#ffffff",
    autosize: { type: "fit-x", contains: "padding" },
    config: {
      ...config,
      aria: false,
      font: `${family}, sans-serif`,
      axis: { ...config.axis, ...ink },
      legend: { ...config.legend, ...ink },
      text: { color: "#000000", ...config.text },
    },
  }) as unknown as TopLevelSpec;
}

interface TextItem {
  fontSize?: number;
  fontWeight?: string | number;
}

function measure({ fontSize = 11, fontWeight }: TextItem, text: unknown, fonts: ChartFonts): number {
  const line = text === null || text === undefined ? "" : String(text).trim();
  const bold = fontWeight === "bold" || Number(fontWeight) >= 600;
  return textWidth(line, fontSize, bold ? fonts.bold : fonts.regular);
}

function collecting(faults: unknown[]): LoggerInterface {
  const ignore = () => logger;
  const collect = (...parts: readonly unknown[]) => {
    faults.push(parts[0] instanceof Error ? parts[0] : new Error(parts.join(" ")));
    return logger;
  };
  const logger = {
    level: ignore,
    error: collect,
    // What is not loaded is only a warning to Vega.
    warn: (...parts: readonly unknown[]) => (parts[0] === "Loading failed" ? collect(...parts) : logger),
    info: ignore,
    debug: ignore,
  } as unknown as LoggerInterface;
  return logger;
}

const refuse = async (uri: string): Promise<never> => {
  throw new TypeError(`a chart is drawn from its own rows; it asks for "${uri}"`);
};
/** A picture loads nothing. */
const offline = { load: refuse, sanitize: refuse, http: refuse, file: refuse, options: {} };
