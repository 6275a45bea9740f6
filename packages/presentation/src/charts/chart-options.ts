import type { Language } from "@metodika/core";
import { defaultPalette, type Palette } from "./palette.ts";

/** What every chart takes. */
export interface ChartOptions {
  lang: Language;
  palette?: Palette;
  /** Letters to a line of a label. */
  labelWidth?: number;
  /** For a telephone: labels in short lines, the legend in one column. */
  narrow?: boolean;
}

/** Options with the defaults filled in. */
export function withDefaults({
  lang,
  palette = defaultPalette,
  narrow = false,
  labelWidth = narrow ? 13 : 28,
}: ChartOptions): Required<ChartOptions> {
  return { lang, palette, labelWidth, narrow };
}
