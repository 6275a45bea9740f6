import { hasErrors, type Problem } from "@metodika/core";
import type { Document } from "@metodika/presentation";
import type { Images } from "./content/context.ts";
import { contextOf } from "./content/make-context.ts";
import { checkTags } from "./content/tags.ts";
import { openPackage, type WordPackage } from "./package/open-package.ts";
import { packParts, setPart, textPart } from "./package/parts.ts";
import { askToUpdateFields, setLanguage, setProperties } from "./package/properties.ts";
import {
  checkTemplate,
  type MarkedPart,
  type Meaning,
  partsOf,
  placeholderMeanings,
} from "./template/check-template.ts";
import { defaultTemplate } from "./template/default-template.ts";
import { placeBlocks, sectionsOf } from "./template/place-blocks.ts";
import { fillParagraph, type MarkedParagraph, markedParagraphs } from "./template/placeholders.ts";
import { child, scanXml, type XmlNode } from "./xml/scan.ts";
import { type Edit, splice } from "./xml/splice.ts";

export interface DocxOptions {
  /** The charts of the document, drawn. */
  images: Images;
  /** A Word file of one's own; the default template unless given. */
  template?: Uint8Array;
  /** The name of the template in problems. */
  templateName?: string;
  /** The time that the file says it was made, such as `2026-03-01T09:00:00Z`; none unless given. */
  time?: string;
}

export interface DocxResult {
  /** Undefined when a problem is an error: nothing is to be written then. */
  bytes: Uint8Array | undefined;
  problems: Problem[];
}

/**
 * A document as a Word file: the content stands in the template where its placeholders say, in the template's styles.
 * What comes from the data stands in content controls, so that `refreshDocx` finds it again. The same arguments give
 * the same bytes.
 *
 * Problems: those of `openPackage` for the template, `template/broken-placeholder`, `template/unknown-placeholder`,
 * `template/placeholder-not-alone`, `template/placeholder-place`, `template/placed-twice`, `template/nothing-placed`;
 * `template/part-left-out` is a warning.
 *
 * @example
 * await toDocx(document, { images: new Map() }) // { bytes, problems: [] }
 * @throws RangeError for a chart without a picture, a reference to nothing, a tag that is used twice
 */
export async function toDocx(document: Document, options: DocxOptions): Promise<DocxResult> {
  const { images, templateName, time } = options;
  checkTags(document);
  const template = options.template ?? defaultTemplate({ lang: document.lang });
  const { opened, problems } = openPackage(template, templateName);
  if (!opened) return { bytes: undefined, problems };
  const source = textPart(opened.parts, opened.main) ?? "";
  const root = scanXml(source);
  const body = child(root, "w:body");
  if (!root || !body) return { bytes: undefined, problems };
  const marked = markedParts(opened, source, root);
  const meanings = placeholderMeanings(document);
  const found = checkTemplate(marked, meanings, body, templateName);
  if (hasErrors(found)) return { bytes: undefined, problems: found };

  setLanguage(opened.parts, opened.main, document.lang);
  const main = marked[0]?.paragraphs ?? [];
  const placed = main.flatMap(({ placeholders }) => partsOf(meanings.get(placeholders[0]?.name ?? "")));
  const context = contextOf(document, images, opened, source, placed, sectionsOf(body)[0]);
  const edits = [...placeBlocks(context, main, meanings, source, body), ...wordEdits(main, meanings)];
  setPart(opened.parts, opened.main, splice(source, edits));
  for (const { path, paragraphs } of marked.slice(1)) {
    const text = textPart(opened.parts, path) ?? "";
    setPart(opened.parts, path, splice(text, wordEdits(paragraphs, meanings)));
  }
  context.styles.save();
  context.numbering.save();
  if (placed.some(({ blocks }) => blocks.some(({ type }) => type === "contents")))
    askToUpdateFields(opened.parts, opened.main);
  setProperties(opened.parts, { title: document.title, lang: document.lang, ...(time === undefined ? {} : { time }) });
  return { bytes: packParts(opened.parts), problems: found };
}

/** The main part first, then headers, footers and notes. */
function markedParts({ parts, main }: WordPackage, source: string, root: XmlNode): MarkedPart[] {
  const others = [...parts.keys()].filter((path) => /\/(header|footer|footnotes|endnotes)\d*\.xml$/.test(path)).sort();
  return [
    { path: main, paragraphs: markedParagraphs(source, root) },
    ...others.flatMap((path) => {
      const text = textPart(parts, path) ?? "";
      const node = scanXml(text);
      return node ? [{ path, paragraphs: markedParagraphs(text, node) }] : [];
    }),
  ];
}

function wordEdits(paragraphs: readonly MarkedParagraph[], meanings: ReadonlyMap<string, Meaning>): Edit[] {
  const word = (name: string) => {
    const meaning = meanings.get(name);
    return meaning && "word" in meaning ? meaning.word : "";
  };
  return paragraphs
    .filter(({ placeholders }) => partsOf(meanings.get(placeholders[0]?.name ?? "")).length === 0)
    .flatMap((paragraph) => fillParagraph(paragraph, word));
}
