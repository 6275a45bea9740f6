import { languages, scoreRound } from "@metodika/core";
import { type Chart, inkOn, printPalette, roundCharts } from "@metodika/presentation";
import { Resvg } from "@resvg/resvg-wasm";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { beforeAll, describe, expect, test } from "vitest";
import { missingLetters, textWidth } from "../src/chart/chart-fonts.ts";
import { drawPng } from "../src/chart/draw-png.ts";
import { drawSvg, millimeters } from "../src/chart/draw-svg.ts";
import { type Drawing, loadDrawing } from "../src/node/load-drawing.ts";
import { realRound } from "./real-rounds.ts";

let drawing: Drawing;
beforeAll(async () => {
  drawing = await loadDrawing();
});

/** A line of text in a picture, with the corners of the box that it fills. */
interface Line {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const shiftOf = (element: Element) =>
  [...(element.getAttribute("transform") ?? "").matchAll(/translate\(([-\d.e]+),([-\d.e]+)\)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);

/** Every horizontal line of text of a picture, where it stands. */
function linesOf(svg: string, font: Uint8Array): Line[] {
  const texts = [...new DOMParser().parseFromString(svg, "image/svg+xml").getElementsByTagName("text")];
  return texts.flatMap((text) => {
    if (text.getAttribute("transform")?.includes("rotate") || text.getAttribute("opacity") === "0") return [];
    let [x, y] = [0, 0];
    for (let one: Element | null = text; one; one = one.parentNode?.nodeType === 1 ? (one.parentNode as Element) : null)
      for (const [dx = 0, dy = 0] of shiftOf(one)) [x, y] = [x + dx, y + dy];
    const size = Number.parseFloat(text.getAttribute("font-size") ?? "11");
    const spans = [...text.getElementsByTagName("tspan")].map(({ textContent }) => textContent ?? "");
    return (spans.length > 0 ? spans : [text.textContent ?? ""]).flatMap((line, index) => {
      if (line.trim() === "") return [];
      const width = textWidth(line, size, font);
      const anchor = text.getAttribute("text-anchor");
      const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
      const base = y + index * 14;
      return [{ text: line, left, right: left + width, top: base - size * 0.7, bottom: base + size * 0.1 }];
    });
  });
}

describe.each(["amur-2022", "primorye-2022"])("every chart of %s at 160 mm", (id) => {
  const charts: Chart[] = [];
  beforeAll(async () => {
    const data = await realRound(id);
    for (const lang of languages) charts.push(...roundCharts(data, scoreRound(data), { lang, print: true }));
  });

  test("has all its texts inside the picture, none over another, each letter in the font", async () => {
    expect(charts.length).toBeGreaterThan(3);
    // Starts the library for the boxes below.
    await drawPng(charts[0]!.spec, { ...drawing, scale: 0.5 });
    for (const { id: chart, spec } of charts) {
      const svg = await drawSvg(spec, drawing);
      const lines = linesOf(svg, drawing.fonts.regular);
      expect(lines.length).toBeGreaterThan(4);
      expect(missingLetters(lines.map(({ text }) => text).join(""), drawing.fonts.regular)).toEqual([]);
      const picture = new Resvg(svg, { font: { fontBuffers: [drawing.fonts.regular, drawing.fonts.bold] } });
      const box = picture.getBBox();
      const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
      const out = lines.filter(
        ({ left, right, top, bottom }) => left < 0 || right > millimeters(160) || top < 0 || bottom > height,
      );
      expect({ chart, out, width: box?.width, height: box?.height }).toEqual({
        chart,
        out: [],
        width: millimeters(160),
        height,
      });
      const over = lines.flatMap((one, index) =>
        lines
          .slice(index + 1)
          .filter(
            (other) =>
              Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
              Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
          )
          .map((other) => [one.text, other.text]),
      );
      expect({ chart, over }).toEqual({ chart, over: [] });
    }
  });

  test("says in words what it shows, under a name of its own", () => {
    expect(new Set(charts.map(({ id: chart }) => chart)).size * languages.length).toBe(charts.length);
    for (const { alt, title } of charts) expect(alt.length).toBeGreaterThan(title.length + 20);
  });
});

test("ink reads on every colour of print", () => {
  const colors = [...Object.values(printPalette.colors), ...printPalette.steps, ...printPalette.missing];
  for (const color of colors) expect(contrast(inkOn(color), color)).toBeGreaterThanOrEqual(4.5);
});

test("a grey copy keeps the colours of the regions apart", () => {
  const { green, yellow, red, blue } = printPalette.colors;
  const shades = [green, red, blue, yellow, printPalette.undetermined]
    .map(luminance)
    .map((y) => 116 * Math.cbrt(y) - 16);
  for (const [index, shade] of shades.entries())
    if (index > 0) expect(shade - (shades[index - 1] ?? 0)).toBeGreaterThan(9);
});

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
