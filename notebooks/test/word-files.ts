import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The text of the main part of a Word file. */
export function mainPart(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

/** A Word file with its main part changed, as if somebody had edited it. */
export function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = mainPart(bytes);
  const after = change(before);
  if (after === before) throw new Error("the edit changes nothing");
  return zipSync({ ...files, "word/document.xml": strToU8(after) });
}

/** Writes another text into the first figure that stands in a content control. */
export function firstFigureChanged(text: string): (xml: string) => string {
  return (xml) =>
    xml.replace(
      /(<w:sdt>(?:(?!<\/w:sdt>|<w:tbl>|<w:p>|<w:p ).)*?<w:t(?: [^>]*)?>)[^<]*/s,
      (_, before) => before + text,
    );
}
