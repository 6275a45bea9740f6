import type { Problem } from "@metodika/core";
import { problemOf, readZip } from "@metodika/files";
import { attribute, scanXml } from "../xml/scan.ts";
import { type Kind, otherArchive, otherKind } from "./other-kind.ts";
import { decodePart, type Parts } from "./parts.ts";

/** A Word file taken apart. */
export interface WordPackage {
  /** Entries by path. */
  parts: Parts;
  /** Path of the part with the text, mostly `word/document.xml`. */
  main: string;
}

const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const templateType = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/**
 * The parts of a Word file; a template (.dotx) becomes a document. Sizes are looked at before anything is unpacked.
 *
 * Problems: `docx/damaged`, `docx/not-word`, `docx/macros`, `docx/unsupported`, and those of `readZip` for an archive
 * that is suspicious. Nothing is given with a problem. Never throws.
 */
export function openPackage(bytes: Uint8Array, file?: string): { opened?: WordPackage; problems: Problem[] } {
  const fail = (code: keyof typeof words) => ({ problems: [problemOf(`docx/${code}`, words[code], { file })] });
  const notWord = (kind: Kind) => ({ problems: [problemOf("docx/not-word", notWordMessage(kind), { file })] });
  const zip = readZip(bytes, { file, keep: () => true, maxEntryBytes: 50_000_000 });
  if (zip.problems.length > 0) {
    const isDamaged = zip.problems.every(({ code }) => code === "zip/not-a-zip" || code === "zip/damaged");
    if (!isDamaged) return { problems: zip.problems };
    const kind = otherKind(bytes);
    return kind ? notWord(kind) : fail("damaged");
  }
  const parts: Parts = zip.files;
  const types = decodePart(parts.get("[Content_Types].xml"));
  const relations = scanXml(decodePart(parts.get("_rels/.rels")) ?? "");
  const office = relations?.children.find((one) => /\/officeDocument$/.test(attribute(one, "Type") ?? ""));
  const main = attribute(office, "Target")?.replace(/^\//, "");
  if (types === undefined || main === undefined) return notWord(otherArchive(parts));
  if (/macroEnabled/i.test(types)) return fail("macros");
  if (!types.includes(mainType) && !types.includes(templateType)) return notWord(otherArchive(parts));
  const source = decodePart(parts.get(main));
  const root = source === undefined ? undefined : scanXml(source);
  if (!root || !scanXml(types)) return fail("damaged");
  if (root.name !== "w:document" || attribute(root, "xmlns:w") !== wordNamespace) return fail("unsupported");
  parts.set("[Content_Types].xml", new TextEncoder().encode(types.replaceAll(templateType, mainType)));
  return { opened: { parts, main }, problems: [] };
}

function notWordMessage({ ru, en }: Kind) {
  return {
    ru: `это не файл Word, а ${ru}; откройте его в Word и сохраните как документ .docx`,
    en: `this is not a Word file but ${en}; open it in Word and save it as a .docx document`,
  };
}

const words = {
  damaged: {
    ru: "документ повреждён или передан не полностью; откройте его в Word и сохраните заново",
    en: "the document is damaged or incomplete; open it in Word and save it again",
  },
  macros: {
    ru: "документ содержит макросы; сохраните его как обычный документ Word (.docx)",
    en: "the document has macros; save it as an ordinary Word document (.docx)",
  },
  unsupported: {
    ru: "документ записан в формате Strict Open XML; сохраните его как обычный документ Word (.docx)",
    en: "the document is in the Strict Open XML format; save it as an ordinary Word document (.docx)",
  },
};
