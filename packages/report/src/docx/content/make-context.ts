import type { Document, Part } from "@metodika/presentation";
import type { WordPackage } from "../package/open-package.ts";
import { addRelation } from "../package/parts.ts";
import { addPicture } from "../package/properties.ts";
import { resolveNumbering } from "../styles/numbering.ts";
import { resolveStyles } from "../styles/resolve-styles.ts";
import type { XmlNode } from "../xml/scan.ts";
import type { Context, Heading, Images, Place } from "./context.ts";
import { pageSetup, pageWidths } from "./sections.ts";

/**
 * What the pieces of a document need to know of the whole, for a file with this text.
 *
 * @param placed - the parts that the file has, which alone are numbered
 * @param section - the properties of its first section
 */
export function contextOf(
  document: Document,
  images: Images,
  { parts, main }: WordPackage,
  source: string,
  placed: readonly Part[],
  section: XmlNode | undefined,
): Context {
  const styles = resolveStyles(parts, main);
  const places = new Map<string, Place>();
  const headings: Heading[] = [];
  const counts = { table: 0, chart: 0 };
  for (const block of placed.flatMap(({ blocks }) => blocks)) {
    if (block.type === "heading") headings.push({ ...block, bookmark: `_Toc${String(200_000_001 + headings.length)}` });
    if (block.type === "table" || block.type === "chart") {
      const id = block.type === "table" ? block.table.id : block.id;
      places.set(id, { kind: block.type, number: ++counts[block.type] });
    }
  }
  let last = Math.max(0, ...[...source.matchAll(/\b(?:w:id|id)="(\d{1,9})"/g)].map((match) => Number(match[1])));
  const scanned = section && pageSetup(section);
  return {
    document,
    images,
    styles,
    numbering: resolveNumbering(parts, main, styles),
    places,
    headings,
    used: new Set(),
    page: pageWidths(scanned ?? pageSetup(undefined)),
    unique: () => ++last,
    picture: (id) =>
      addRelation(parts, main, "image", addPicture(parts, main, images.get(id)?.png ?? new Uint8Array())),
  };
}
