import { escapeXml } from "../xml/element.ts";
import { above, below, unescapeXml, type XmlNode } from "../xml/scan.ts";
import type { Edit } from "../xml/splice.ts";

/** A paragraph of a template with words in double braces. */
export interface MarkedParagraph {
  node: XmlNode;
  /** From 1, among the paragraphs of its part that have a text. */
  number: number;
  text: string;
  /** In the order of the text. */
  placeholders: { name: string; start: number; end: number }[];
  /** Braces that open or close nothing. */
  isBroken: boolean;
  /** Pieces of the text with the places that they have in it. */
  pieces: { node: XmlNode; text: string; start: number }[];
}

/**
 * The paragraphs of a part with words in double braces, however Word has divided them into runs. What stands in the
 * instruction of a field or was deleted in a revision is no text.
 */
export function markedParagraphs(source: string, root: XmlNode): MarkedParagraph[] {
  const found: MarkedParagraph[] = [];
  let number = 0;
  for (const node of below(root, "w:p")) {
    const pieces: MarkedParagraph["pieces"] = [];
    let text = "";
    for (const piece of below(node, "w:t", "w:tab", "w:br")) {
      if (above(piece, "w:p") !== node || (piece.name !== "w:t" && piece.parent?.name !== "w:r")) continue;
      const content = piece.name === "w:t" ? unescapeXml(source.slice(piece.innerStart, piece.innerEnd)) : "\n";
      pieces.push({ node: piece, text: content, start: text.length });
      text += content;
    }
    if (text.trim() === "") continue;
    number++;
    const placeholders = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => ({
      name: (match[1] ?? "").trim(),
      start: match.index,
      end: match.index + match[0].length,
    }));
    const isBroken = /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ""));
    if (placeholders.length > 0 || isBroken) found.push({ node, number, text, placeholders, isBroken, pieces });
  }
  return found;
}

/** The edits that put words in the place of placeholders; the first run of a placeholder gives them its look. */
export function fillParagraph({ pieces, placeholders }: MarkedParagraph, wordOf: (name: string) => string): Edit[] {
  return pieces.flatMap(({ node, text, start }) => {
    if (node.name !== "w:t") return [];
    const end = start + text.length;
    const inside = placeholders.filter((one) => one.start < end && one.end > start);
    if (inside.length === 0) return [];
    let filled = "";
    let at = start;
    for (const one of inside) {
      filled += text.slice(at - start, Math.max(0, one.start - start));
      // The value stands where the placeholder begins; further runs only lose their part of it.
      if (one.start >= start)
        filled += wordOf(one.name).replace(/\s+/g, (space) => (space.includes("\n") ? " " : space));
      at = Math.min(one.end, end);
    }
    filled += text.slice(at - start);
    return [{ start: node.start, end: node.end, text: `<w:t xml:space="preserve">${escapeXml(filled)}</w:t>` }];
  });
}
