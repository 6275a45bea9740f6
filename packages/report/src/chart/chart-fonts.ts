import * as opentype from "opentype.js";

/** The bytes of two TrueType fonts of one family, by which texts are measured and drawn. */
export interface ChartFonts {
  /** The name of the family, such as `PT Sans`. */
  family: string;
  regular: Uint8Array;
  bold: Uint8Array;
}

/**
 * How wide a line of text is, in the unit of the size: the advances of its letters added, without kerning. A letter that
 * the font lacks is as wide as the sign drawn in its place.
 *
 * @throws Error when the bytes are no font
 */
export function textWidth(text: string, size: number, font: Uint8Array): number {
  const parsed = parsedFont(font);
  let units = 0;
  for (const letter of text) units += parsed.charToGlyph(letter).advanceWidth ?? 0;
  return (units / parsed.unitsPerEm) * size;
}

/** The letters of a text that a font cannot draw, each once; spaces need no glyph. */
export function missingLetters(text: string, font: Uint8Array): string[] {
  const parsed = parsedFont(font);
  return [...new Set(text)].filter((letter) => !/\s/.test(letter) && parsed.charToGlyphIndex(letter) === 0);
}

// Node takes the CommonJS build, whose exports stand under `default`; a bundler may take the other one.
const { parse } = "parse" in opentype ? opentype : (opentype as { default: typeof opentype }).default;

// A font takes about as long to read as a chart to draw.
const parsedFonts = new WeakMap<Uint8Array, opentype.Font>();

function parsedFont(bytes: Uint8Array): opentype.Font {
  const known = parsedFonts.get(bytes);
  if (known) return known;
  const font = parse(bytes.slice().buffer);
  parsedFonts.set(bytes, font);
  return font;
}
