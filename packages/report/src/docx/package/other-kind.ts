import type { FileMap } from "@metodika/files";

/** What a file is that is no Word document, in both languages. */
export interface Kind {
  ru: string;
  en: string;
}

/**
 * What bytes are that are not the archive that a Word document is, whatever their name says; undefined where they cannot be
 * told, and for a damaged archive.
 *
 * @example
 * otherKind(new TextEncoder().encode("%PDF-1.7"))?.en // "a PDF"
 */
export function otherKind(bytes: Uint8Array): Kind | undefined {
  if (bytes.length === 0) return { ru: "пустой файл", en: "an empty file" };
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  if (head.startsWith("PK")) return undefined;
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0"))
    return {
      ru: "документ прежнего формата (.doc) или защищённый паролем",
      en: "a document of the former format (.doc) or protected by a password",
    };
  if (head.startsWith("{\\rtf")) return { ru: "документ RTF", en: "an RTF document" };
  if (head.startsWith("%PDF")) return { ru: "файл PDF", en: "a PDF" };
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)/i.test(head))
    return { ru: "веб-страница", en: "a web page" };
  if (/^\u0089PNG|^\u00ff\u00d8\u00ff|^GIF8/.test(head)) return { ru: "картинка", en: "a picture" };
  return isText(bytes) ? { ru: "обычный текст", en: "plain text" } : undefined;
}

/** What an archive holds that is no Word document: a spreadsheet, a document of another program, any other files. */
export function otherArchive(parts: FileMap): Kind {
  const read = (path: string) => new TextDecoder().decode(parts.get(path)?.subarray(0, 100_000));
  const types = read("[Content_Types].xml");
  if (types.includes("spreadsheetml")) return { ru: "таблица Excel", en: "an Excel workbook" };
  if (types.includes("presentationml")) return { ru: "презентация PowerPoint", en: "a PowerPoint presentation" };
  const type = read("mimetype");
  if (type.includes("opendocument.text"))
    return { ru: "документ OpenDocument (.odt)", en: "an OpenDocument text (.odt)" };
  if (type.includes("opendocument")) return { ru: "файл OpenDocument", en: "an OpenDocument file" };
  return { ru: "архив с другими файлами", en: "an archive of other files" };
}

/** Text in UTF-8 or in Windows-1251: no signs that only programs write. */
function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
}
