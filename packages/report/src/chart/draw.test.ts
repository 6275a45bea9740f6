import { createHash } from "node:crypto";
import { type DistributionRow, levelsChart, printedChart, type Spec, sharesChart } from "@metodika/presentation";
import { Resvg } from "@resvg/resvg-wasm";
import { DOMParser } from "@xmldom/xmldom";
import { textMetrics } from "vega";
import { beforeAll, describe, expect, test } from "vitest";
import { type Drawing, loadDrawing } from "../node/load-drawing.ts";
import { missingLetters, textWidth } from "./chart-fonts.ts";
import { drawPng } from "./draw-png.ts";
import { drawSvg, millimeters } from "./draw-svg.ts";

let drawing: Drawing;
beforeAll(async () => {
  drawing = await loadDrawing();
});

const row = (key: string, ru: string, certain: number, possible = certain): DistributionRow => ({
  item: "plan",
  itemTitle: { ru: "План работы", en: "Work plan" },
  itemShort: { ru: "План", en: "Plan" },
  key,
  kind: "value",
  title: { ru, en: key },
  certain,
  possible,
  denominator: 6,
  base: { ru: "муниципалитеты региона", en: "municipalities of the region" },
  members: { certain: [], possible: [] },
});
const tiny = [row("yes", "Да", 4), row("no", "Нет", 1, 2)];
const chart = () => sharesChart(tiny, { lang: "ru", print: true });
/** A chart of its own words, whose picture changes only with the libraries and the font. */
const fixed: Spec = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  description: "Положение",
  width: "container",
  height: 80,
  data: {
    name: "rows",
    values: [
      { value: "Да", count: 4 },
      { value: "Не проводилось", count: 1.5 },
    ],
  },
  mark: { type: "bar", color: "#0b5394" },
  encoding: {
    y: { field: "value", type: "nominal", axis: { title: null } },
    x: { field: "count", type: "quantitative", axis: { title: "Число муниципалитетов" } },
  },
};
const digest = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex").slice(0, 16);

describe("a chart as SVG", () => {
  test("is the same each time, also when several are drawn at once", async () => {
    const [one, other] = await Promise.all([drawSvg(fixed, drawing), drawSvg(fixed, drawing)]);
    expect(other).toBe(one);
    expect(digest(one)).toBe("ec024eeed7544d62");
  });

  test("has the width asked for, the font, and the words for those who do not see it", async () => {
    const svg = await drawSvg(chart(), { ...drawing, width: millimeters(100), alt: 'План: "да" — 4 < 6' });
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    expect(root?.getAttribute("width")).toBe("378");
    expect(root?.getAttribute("role")).toBe("img");
    expect(root?.getAttribute("aria-label")).toBe('План: "да" — 4 < 6');
    expect(svg).toContain('font-family="PT Sans, sans-serif"');
    expect(svg.match(/aria-/g)).toHaveLength(1);
  });

  test("shows hostile names as text", async () => {
    const name = `<script>alert("1")</script> & ' ]]> \\`;
    const svg = await drawSvg(levelsChart([row("x", name, 2)], { lang: "ru", labelWidth: 99 }), drawing);
    const document = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(document.getElementsByTagName("script")).toHaveLength(0);
    expect([...document.getElementsByTagName("text")].map(({ textContent }) => textContent)).toContain(name);
  });

  test("of nothing is drawn too", async () => {
    expect(await drawSvg(sharesChart([], { lang: "ru" }), drawing)).toContain("<svg ");
    expect(await drawSvg(printedChart([], { lang: "ru" }), drawing)).toContain("<svg ");
  });

  test("loads nothing", async () => {
    const far = { ...chart(), data: { url: "https://example.org/rows.json" } } as unknown as Spec;
    await expect(drawSvg(far, drawing)).rejects.toThrow("rows.json");
  });

  test("leaves the measuring of others as it was", async () => {
    const before = textMetrics.width;
    await drawSvg(chart(), drawing);
    expect(textMetrics.width).toBe(before);
    const none = { family: "none", regular: new Uint8Array(9), bold: new Uint8Array(9) };
    await expect(drawSvg(chart(), { fonts: none })).rejects.toThrow();
    expect(textMetrics.width).toBe(before);
  });
});

describe("a chart as PNG", () => {
  test("is the same each time and has 300 dots to an inch", async () => {
    const { png, width, height } = await drawPng(fixed, drawing);
    expect(width).toBe(Math.round((millimeters(160) * 300) / 96));
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([width, height]);
    expect(new TextDecoder().decode(png.subarray(37, 41))).toBe("pHYs");
    expect(view.getUint32(41)).toBe(11811);
    expect(digest((await drawPng(fixed, drawing)).png)).toBe(digest(png));
    expect(digest(png)).toBe("26ff1bc377e4cf83");
  });

  test("of another scale has as many dots more", async () => {
    const { width } = await drawPng(chart(), { ...drawing, scale: 1, width: 400 });
    expect(width).toBe(400);
  });
});

describe("the width of a text", () => {
  test.each(["Дальнереченский ГО", "Общий балл: 12,5 из 20", "н/п — сведения не представлены", "…×?"])(
    "is that of the drawn letters: %s",
    async (text) => {
      await drawPng(chart(), drawing);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="99"><text x="9" y="50" font-size="40" font-family="PT Sans">|${text}|</text></svg>`;
      const picture = new Resvg(svg, { font: { fontBuffers: [drawing.fonts.regular], defaultFontFamily: "PT Sans" } });
      const drawn = picture.getBBox()?.width ?? 0;
      const measured = textWidth(`|${text}|`, 40, drawing.fonts.regular);
      // The bars stand within their advances, and pairs are kerned.
      expect(measured - drawn).toBeGreaterThan(0);
      expect(measured - drawn).toBeLessThan(8 + measured * 0.03);
    },
  );

  test("a letter that the font lacks is named", () => {
    expect(missingLetters("Да × … — ? 漢", drawing.fonts.regular)).toEqual(["漢"]);
  });
});
