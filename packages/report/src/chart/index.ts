// Charts as pictures. Apart from the rest of the package, so that who wants a table does not load what draws.

export { type ChartFonts, missingLetters, textWidth } from "./chart-fonts.ts";
export { drawCharts } from "./draw-charts.ts";
export { drawPng, type Png, type PngOptions } from "./draw-png.ts";
export { drawSvg, millimeters, type SvgOptions } from "./draw-svg.ts";
