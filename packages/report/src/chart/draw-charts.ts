import type { Document } from "@metodika/presentation";
import { drawPng, type Png, type PngOptions } from "./draw-png.ts";
import { millimeters } from "./draw-svg.ts";

/** The width of the text on an A4 page of an official document: 210 mm less 30 and 10 of margins, and a little air. */
const textWidth = millimeters(165);

/** Dots to a CSS pixel: 220 to an inch are sharp on paper, and half the work and size of 300. */
const scale = 220 / 96;

/**
 * The charts of a document as pictures, by the ids of their blocks; empty for a document without charts.
 *
 * @example
 * await toDocx(document, { images: await drawCharts(document, await loadDrawing()) })
 */
export async function drawCharts(
  document: Document,
  drawing: Pick<PngOptions, "fonts" | "wasm">,
): Promise<Map<string, Png>> {
  const images = new Map<string, Png>();
  for (const block of document.parts.flatMap(({ blocks }) => blocks)) {
    if (block.type === "chart")
      images.set(block.id, await drawPng(block.spec, { ...drawing, width: textWidth, scale }));
  }
  return images;
}
