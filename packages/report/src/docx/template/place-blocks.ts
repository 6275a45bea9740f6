import { type Piece, partPieces } from "../content/blocks.ts";
import type { Context } from "../content/context.ts";
import { assemble } from "../content/sections.ts";
import { below, type XmlNode } from "../xml/scan.ts";
import type { Edit } from "../xml/splice.ts";
import { type Meaning, partsOf } from "./check-template.ts";
import type { MarkedParagraph } from "./placeholders.ts";

/** The properties of the sections of a body, in order. */
export function sectionsOf(body: XmlNode): XmlNode[] {
  return below(body, "w:sectPr").filter(
    ({ parent }) => parent === body || (parent?.name === "w:pPr" && parent.parent?.parent === body),
  );
}

/** The edits that put the blocks of a document in the place of their placeholders. */
export function placeBlocks(
  context: Context,
  paragraphs: readonly MarkedParagraph[],
  meanings: ReadonlyMap<string, Meaning>,
  source: string,
  body: XmlNode,
): Edit[] {
  const sections = sectionsOf(body);
  const state = new Map<XmlNode | undefined, string>();
  const edits: Edit[] = [];
  for (const { node, placeholders } of paragraphs) {
    const parts = partsOf(meanings.get(placeholders[0]?.name ?? ""));
    if (parts.length === 0) continue;
    // A placeholder's paragraph may end a section of the template itself; that end stays.
    const section = sections.find(({ start }) => start > node.start);
    const before = sections.filter(({ end }) => end < node.start).at(-1);
    const own = state.get(section) ?? (section ? source.slice(section.start, section.end) : "<w:sectPr/>");
    const siblings = body.children.filter(({ name }) => name !== "w:bookmarkStart" && name !== "w:bookmarkEnd");
    const at = siblings.indexOf(node);
    const previous = siblings[at - 1];
    const pieces: Piece[] = parts.flatMap((part) => partPieces(context, part));
    const {
      xml,
      section: further,
      isBroken,
    } = assemble(pieces, own, context.styles.idOf("sectionEnd"), {
      isFirst:
        previous === undefined || (before !== undefined && before.start > previous.start && before.end < previous.end),
      isLast: section !== undefined && section.parent === body && siblings[at + 1] === section,
    });
    const isOwn = section !== undefined && section.start < node.end;
    const end = isOwn ? `<w:p><w:pPr>${further}</w:pPr></w:p>` : "";
    edits.push({ start: node.start, end: node.end, text: xml + end });
    if (isBroken && !isOwn) state.set(section, further);
  }
  for (const [section, text] of state) if (section) edits.push({ start: section.start, end: section.end, text });
  return edits;
}
