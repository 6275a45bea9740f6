import type { Palette } from "@metodika/presentation";

/** The colours of all charts: they read on light and on dark paper, and stay apart for the colour-blind. */
export const palette: Palette = {
  colors: { green: "#2c8a52", yellow: "#e0b93a", red: "#c6412f", blue: "#3975b8", none: "#8d97a3" },
  steps: ["#2f729d", "#b7d2e4", "#c9560b", "#8c6d00"],
  missing: ["#8d97a3", "#6d7783", "#a9b1bb", "#59626d", "#bcc3cb"],
  undetermined: "#d3d9df",
  main: "#2f729d",
  contrast: "#c9560b",
};
