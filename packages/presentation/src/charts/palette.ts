import { type Color, missingStatuses } from "@metodika/core";
import type { DistributionRow } from "../distributions/distribution-row.ts";

/** The colours of charts. */
export interface Palette {
  /** For the colours in which regions print their tables. */
  colors: Readonly<Record<Color, string>>;
  /** For values without a colour, from the best to the worst. */
  steps: readonly string[];
  /** For the kinds of absent values, in the order of `missingStatuses`; the first one for all that is none of them. */
  missing: readonly string[];
  undetermined: string;
  /** For points and other single series, and for what is beside them. */
  main: string;
  contrast: string;
}

/**
 * Colours that stay apart for the common kinds of colour blindness (after Okabe and Ito, Color Universal Design, 2008);
 * letters stand beside them all the same.
 */
export const defaultPalette: Palette = {
  colors: { green: "#009e73", yellow: "#f0e442", red: "#d55e00", blue: "#56b4e9", none: "#dddddd" },
  steps: ["#0072b2", "#e69f00", "#cc79a7", "#56b4e9"],
  missing: ["#bbbbbb", "#8c8c8c", "#cfcfcf", "#a0a0a0", "#787878"],
  undetermined: "#eeeeee",
  main: "#0072b2",
  contrast: "#d55e00",
};

/**
 * Colours for paper: the same hues, each of a lightness of its own (CIE L* about 41, 57, 71 and 90), so that a grey copy
 * keeps them apart.
 */
export const printPalette: Palette = {
  colors: { green: "#00704f", yellow: "#f7e463", red: "#e0603c", blue: "#7fb3e6", none: "#dddddd" },
  steps: ["#0b5394", "#e69f00", "#cc79a7", "#a6d3f5"],
  missing: ["#bbbbbb", "#8c8c8c", "#cfcfcf", "#a0a0a0", "#787878"],
  undetermined: "#ffffff",
  main: "#0b5394",
  contrast: "#a33c00",
};

/** The colour of a value by its place among the values of its scale. */
export function colorOf(
  { key, color, kind }: Pick<DistributionRow, "key" | "color" | "kind">,
  place: number,
  palette: Palette,
): string {
  if (kind === "missing") {
    const known = (missingStatuses as readonly string[]).indexOf(key);
    return palette.missing[known] ?? palette.missing[0] ?? palette.undetermined;
  }
  return color ? palette.colors[color] : (palette.steps[place % palette.steps.length] ?? palette.main);
}

/** Black or white, whichever reads better on a colour `#rrggbb` (relative luminance of WCAG 2). */
export function inkOn(background: string): string {
  const parts = [1, 3, 5].map((start) => Number.parseInt(background.slice(start, start + 2), 16) / 255);
  const [red = 1, green = 1, blue = 1] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? "#000000" : "#ffffff";
}
