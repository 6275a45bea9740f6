import { w } from "../xml/element.ts";
import { attribute, child, scanXml, type XmlNode } from "../xml/scan.ts";
import { type Edit, splice } from "../xml/splice.ts";
import type { Piece } from "./blocks.ts";

/** The page of a section. All in twentieths of a point. */
export interface PageSetup {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The page that a section sets up; A4 with the fields of the standard where it says nothing. */
export function pageSetup(section: XmlNode | undefined): PageSetup {
  const size = child(section, "w:pgSz");
  const fields = child(section, "w:pgMar");
  const number = (node: XmlNode | undefined, name: string, otherwise: number) => {
    const value = Math.abs(Number(attribute(node, `w:${name}`)));
    return Number.isFinite(value) && attribute(node, `w:${name}`) !== undefined ? value : otherwise;
  };
  return {
    width: number(size, "w", 11906),
    height: number(size, "h", 16838),
    top: number(fields, "top", 1134),
    right: number(fields, "right", 567),
    bottom: number(fields, "bottom", 1134),
    left: number(fields, "left", 1701),
  };
}

/** The widths for text on a page as it is and turned; a page that lies already is not turned. */
export function pageWidths({ width, height, top, right, bottom, left }: PageSetup) {
  const portrait = width - left - right;
  return { portrait, landscape: width < height ? height - top - bottom : portrait, height: height - top - bottom };
}

/**
 * A section's properties for a further section of the same look: it begins a page, goes on with the numbers of pages
 * and has no first page of its own.
 */
export function continued(section: string): string {
  return changed(section, (node) =>
    node.name === "w:titlePg" || node.name === "w:pgNumType" || node.name === "w:type" ? "" : undefined,
  );
}

/** The same for a page that lies: turned to the left, its fields with it. */
export function turned(section: string): string {
  const further = continued(section);
  const root = scanSection(further);
  const { width, height, top, right, bottom, left } = pageSetup(root);
  const fields = child(root, "w:pgMar");
  const kept = (name: string) => attribute(fields, `w:${name}`) ?? (name === "gutter" ? "0" : "567");
  const size = w("pgSz", { w: height, h: width, orient: "landscape" });
  const margins = w("pgMar", {
    top: left,
    right: top,
    bottom: right,
    left: bottom,
    header: kept("header"),
    footer: Math.min(Number(kept("footer")), right),
    gutter: kept("gutter"),
  });
  return changed(further, (node) => (node.name === "w:pgSz" ? size : node.name === "w:pgMar" ? margins : undefined));
}

function changed(section: string, change: (node: XmlNode) => string | undefined): string {
  const edits: Edit[] = [];
  for (const node of scanSection(section)?.children ?? []) {
    const text = change(node);
    if (text !== undefined) edits.push({ start: node.start, end: node.end, text });
  }
  return splice(section, edits);
}

function scanSection(section: string): XmlNode | undefined {
  return scanXml(section);
}

/** The pieces put together, with the ends of sections between pages that stand and pages that lie. */
export interface Assembled {
  xml: string;
  /** What the section of the template is for what follows. */
  section: string;
  /** Whether sections were ended, so that the template's own is not the first any more. */
  isBroken: boolean;
}

/** A few paragraphs between a heading and its wide table lie with them, or they would stand alone on a page. */
const longestLead = 3;

/** Where the lead of a wide table begins: at the headings above it, if nothing but a few paragraphs is between. */
function leadOf(pieces: readonly Piece[], table: number): number {
  let at = table - 1;
  while (at >= 0 && table - at <= longestLead && pieces[at]?.isShort) at--;
  if (!pieces[at]?.isHeading) return table;
  while (pieces[at - 1]?.isHeading) at--;
  return at;
}

/**
 * Puts pieces into a section of a template. Headings above a wide table lie with it; wide tables beside each other share
 * their pages.
 *
 * @param section - the properties of the section that the pieces stand in
 * @param place - whether the section begins or ends with these pieces
 */
export function assemble(
  pieces: readonly Piece[],
  section: string,
  style: string,
  place: { isFirst: boolean; isLast: boolean },
): Assembled {
  const lies = pieces.map(({ landscape }) => landscape);
  for (let index = pieces.length - 1; index > 0; index--)
    if (pieces[index]?.landscape) for (let at = leadOf(pieces, index); at < index; at++) lies[at] = true;
  const end = (properties: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr></w:p>`;
  let xml = "";
  let now = false;
  let own = section;
  let isBroken = false;
  pieces.forEach((piece, index) => {
    const next = lies[index] ?? false;
    if (next !== now) {
      const isEmpty = xml === "" && place.isFirst;
      if (!isEmpty) xml += end(now ? turned(own) : own);
      if (!isEmpty) own = continued(own);
      isBroken = true;
      now = next;
    }
    xml += piece.xml;
  });
  if (now && place.isLast) return { xml, section: turned(own), isBroken: true };
  if (now) xml += end(turned(own));
  return { xml, section: isBroken ? continued(own) : own, isBroken };
}
