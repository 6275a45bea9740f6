import validate from "@ooxml-tools/validate";
import { DOMParser, type Element, XMLSerializer, type Document as XmlDocument } from "@xmldom/xmldom";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * What the Open XML SDK of Microsoft, with which Word's own rules are published, finds wrong in a file: parts against the
 * schemas of ISO/IEC 29500 transitional, and what refers to what.
 */
export async function schemaErrors(bytes: Uint8Array): Promise<string[]> {
  const found = await validate(bytes, "docx", "Office2019");
  return found.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A part of a Word file as text. */
export function partOf(bytes: Uint8Array | undefined, path = "word/document.xml"): string {
  return strFromU8(unzipSync(bytes ?? new Uint8Array())[path] ?? new Uint8Array());
}

/** A file with one part written anew; null takes it away. */
export function withPart(bytes: Uint8Array, path: string, change: (text: string) => string | null): Uint8Array {
  const parts = unzipSync(bytes);
  const text = change(strFromU8(parts[path] ?? new Uint8Array()));
  if (text === null) delete parts[path];
  else parts[path] = strToU8(text);
  return zipSync(parts);
}

/** A file whose text an author has changed, by a parser and a writer of XML that are not ours. */
export function edited(bytes: Uint8Array, change: (document: XmlDocument) => void): Uint8Array {
  return withPart(bytes, "word/document.xml", (text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    change(document);
    return new XMLSerializer().serializeToString(document);
  });
}

/** Elements of a name, in the order of the text. */
export function elements(document: XmlDocument | Element, name: string): Element[] {
  return [...document.getElementsByTagNameNS(wordNamespace, name)] as Element[];
}

/** The content control of a tag. */
export function control(document: XmlDocument, tag: string): Element {
  const found = elements(document, "sdt").find(
    (one) => elements(one, "tag")[0]?.getAttribute("w:val") === `metodika:${tag}`,
  );
  if (!found) throw new Error(`no content control ${tag}`);
  return found;
}

/** A paragraph with a text, as a program would write it. */
export function paragraphOf(document: XmlDocument, text: string): Element {
  const make = (name: string) => document.createElementNS(wordNamespace, `w:${name}`);
  const paragraph = make("p");
  const run = make("r");
  const words = make("t");
  words.appendChild(document.createTextNode(text));
  run.appendChild(words);
  paragraph.appendChild(run);
  return paragraph;
}
