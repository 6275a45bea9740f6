import type { Language } from "@metodika/core";
import type { ChartOptions, Spec } from "@metodika/presentation";
import { palette } from "./palette.ts";

/** One chart for a desk and for a telephone: labels and legends need room that a narrow page does not have. */
export function bothWidths(lang: Language, draw: (options: ChartOptions) => Spec): { wide: Spec; narrow: Spec } {
  return { wide: draw({ lang, palette }), narrow: draw({ lang, palette, narrow: true }) };
}
