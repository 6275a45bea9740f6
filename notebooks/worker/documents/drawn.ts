import type { Document } from "@metodika/presentation";
import type { Images } from "@metodika/report";
import type { DocumentContext } from "./document-job.ts";

/** The charts of a document as pictures, one after another, with a word on each. Nothing is loaded where there are none. */
export async function drawn(document: Document, { drawing, step }: DocumentContext): Promise<Images> {
  const charts = document.parts.flatMap(({ blocks }) => blocks).filter(({ type }) => type === "chart");
  if (charts.length === 0) return new Map();
  step({ ru: "загружаю шрифты и средство рисования", en: "loading fonts and what draws" });
  const { drawCharts, fonts, wasm } = await drawing();
  const images: [string, Images extends ReadonlyMap<string, infer Picture> ? Picture : never][] = [];
  for (const [index, chart] of charts.entries()) {
    const [number, all] = [index + 1, charts.length];
    step({ ru: `рисую диаграммы: ${number} из ${all}`, en: `drawing charts: ${number} of ${all}` });
    images.push(...(await drawCharts({ ...document, parts: [{ id: "chart", blocks: [chart] }] }, { fonts, wasm })));
  }
  return new Map(images);
}
