import type { Spec } from "@metodika/presentation";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { drawSvg, type SvgOptions } from "./draw-svg.ts";
import { withDensity } from "./with-density.ts";

/** How a chart becomes a picture of dots. */
export interface PngOptions extends SvgOptions {
  /** Dots to a CSS pixel; 300 to an inch by default. */
  scale?: number;
  /** The bytes of `@resvg/resvg-wasm/index_bg.wasm`. */
  wasm: Uint8Array;
}

/** A picture with its size in dots. */
export interface Png {
  png: Uint8Array;
  width: number;
  height: number;
}

/**
 * A chart as PNG, with its density written in it, so that Word shows it at its size on paper. The same chart, fonts and
 * width give the same bytes in every Node and in the browser.
 *
 * @example
 * await drawPng(spec, { fonts, wasm, width: millimeters(160) }) // { png, width: 1891, height: … }
 * @throws Error when the bytes are no font or no WebAssembly
 */
export async function drawPng(spec: Spec, options: PngOptions): Promise<Png> {
  const { fonts, wasm, scale = 300 / 96 } = options;
  const svg = await drawSvg(spec, options);
  await ready(wasm);
  const picture = new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontBuffers: [fonts.regular, fonts.bold],
      defaultFontFamily: fonts.family,
      sansSerifFamily: fonts.family,
    },
  });
  const image = picture.render();
  try {
    return { png: withDensity(image.asPng(), scale * 96), width: image.width, height: image.height };
  } finally {
    image.free();
    picture.free();
  }
}

// The library can be started once in a program, and by others too.
let started: Promise<void> | undefined;

function ready(wasm: Uint8Array): Promise<void> {
  started ??= initWasm(wasm.slice()).catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith("Already initialized")) return;
    started = undefined;
    throw error;
  });
  return started;
}
