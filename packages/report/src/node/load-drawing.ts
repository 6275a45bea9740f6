import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { ChartFonts } from "../chart/chart-fonts.ts";

/** What drawing needs besides a chart. */
export interface Drawing {
  fonts: ChartFonts;
  wasm: Uint8Array;
}

/**
 * PT Sans (SIL Open Font License 1.1) and the bytes of resvg, from the installed packages. In a browser a page loads the
 * same files.
 *
 * @example
 * await drawPng(spec, await loadDrawing())
 */
export async function loadDrawing(): Promise<Drawing> {
  const { resolve } = createRequire(import.meta.url);
  const bytes = async (path: string) => new Uint8Array(await readFile(resolve(path)));
  const [regular, bold, wasm] = await Promise.all([
    bytes("@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf"),
    bytes("@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf"),
    bytes("@resvg/resvg-wasm/index_bg.wasm"),
  ]);
  return { fonts: { family: "PT Sans", regular, bold }, wasm };
}
