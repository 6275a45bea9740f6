import type { Language } from "@metodika/core";
import { defaultPalette, type Palette, printPalette } from "./palette.ts";

/** What every chart takes. */
export interface ChartOptions {
  lang: Language;
  palette?: Palette;
  /** Letters to a line of a label. */
  labelWidth?: number;
  /** For a telephone: labels in short lines, the legend in one column. */
  narrow?: boolean;
  /** For paper: colours that stay apart in grey, outlines, and every figure in the picture, since paper has no tooltip. */
  print?: boolean;
}

/** Options with the defaults filled in. */
export function withDefaults({
  lang,
  print = false,
  palette = print ? printPalette : defaultPalette,
  narrow = false,
  labelWidth = narrow ? 13 : 28,
}: ChartOptions): Required<ChartOptions> {
  return { lang, palette, labelWidth, narrow, print };
}
