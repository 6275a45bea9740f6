import type { Style } from "@cj-tech-master/excelts";
import type { Language } from "@metodika/core";
import { defaultPalette, inkOn } from "@metodika/presentation";
import type { Look } from "./workbook.ts";

const line = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const border = { top: line, left: line, bottom: line, right: line };
const bold = new Set<Look["kind"]>(["title", "heading", "total"]);
const framed = new Set<Look["kind"]>(["heading", "header", "cell", "input", "live", "stored", "total", "helper"]);
const fills: Partial<Record<Look["kind"], string>> = {
  heading: "#E7E6E6",
  input: "#FFF8DC",
  live: "#E8F1FA",
  total: "#F2F2F2",
};

/** The look of a cell as the library has it. Colours are those of the charts, with ink that reads on them. */
export function lookStyle({ kind, align, color, format, underline }: Look, lang: Language): Partial<Style> {
  const background = color && color !== "none" ? defaultPalette.colors[color] : fills[kind];
  const ink = kind === "helper" || kind === "note" ? "#595959" : background ? inkOn(background) : "#000000";
  return {
    font: {
      name: "Arial",
      size: kind === "title" ? 13 : kind === "helper" || kind === "note" ? 8 : 9,
      color: { argb: argb(ink) },
      ...(bold.has(kind) ? { bold: true } : {}),
      ...(underline ? { underline: true } : {}),
    },
    alignment: {
      vertical: kind === "heading" ? "middle" : "top",
      horizontal: align ?? "left",
      wrapText: true,
    },
    ...(framed.has(kind) ? { border } : {}),
    ...(background
      ? { fill: { type: "pattern", pattern: "solid", fgColor: { argb: argb(background) } } as const }
      : {}),
    ...numberFormat(format, lang),
  };
}

/** The fill of a colour for a rule that follows the text of a cell. */
export function colorStyle(color: NonNullable<Look["color"]>): Partial<Style> {
  const background = color === "none" ? "#FFFFFF" : defaultPalette.colors[color];
  return {
    font: { color: { argb: argb(inkOn(background)) } },
    fill: { type: "pattern", pattern: "solid", bgColor: { argb: argb(background) } } as Style["fill"],
  };
}

function numberFormat(format: Look["format"], lang: Language): { numFmt?: string } {
  if (format === "percent") return { numFmt: "0.0%" };
  if (format === "truth")
    return { numFmt: lang === "ru" ? '[=1]"да";[=0]"нет";"возможно"' : '[=1]"yes";[=0]"no";"possibly"' };
  if (format === "change") return { numFmt: "+General;\u2212General;0" };
  return format === "number" ? { numFmt: "General" } : {};
}

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
