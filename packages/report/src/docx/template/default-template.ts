import type { Language } from "@metodika/core";
import { type Parts, packParts, setPart } from "../package/parts.ts";
import { defaultStyles, wordNamespace, xmlHeader } from "../styles/default-styles.ts";
import { element, val, w } from "../xml/element.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * The Word file that documents are made from when an institute has none of its own: fields, fonts and page numbers after
 * ГОСТ Р 7.0.97-2016 (left 30 mm, right 10, top and bottom 20; Times New Roman 14; numbers in the middle of the upper field from
 * the second page). It is an ordinary document: save it, edit it in Word, give it back as `template`.
 *
 * @example
 * defaultTemplate({ lang: "en" }).length > 1000 // true
 */
export function defaultTemplate({ lang = "ru" }: { lang?: Language } = {}): Uint8Array {
  const parts: Parts = new Map();
  const entry = (extension: string, type: string) => element("Default", { Extension: extension, ContentType: type });
  const override = (part: string, type: string) => element("Override", { PartName: part, ContentType: type });
  setPart(
    parts,
    "[Content_Types].xml",
    xmlHeader +
      element(
        "Types",
        { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
        entry("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        entry("xml", "application/xml"),
        override("/word/document.xml", `${wordType}.document.main+xml`),
        override("/word/styles.xml", `${wordType}.styles+xml`),
        override("/word/settings.xml", `${wordType}.settings+xml`),
        override("/word/header1.xml", `${wordType}.header+xml`),
      ),
  );
  setPart(parts, "_rels/.rels", relations([["rId1", "officeDocument", "word/document.xml"]]));
  setPart(
    parts,
    "word/_rels/document.xml.rels",
    relations([
      ["rId1", "styles", "styles.xml"],
      ["rId2", "settings", "settings.xml"],
      ["rId3", "header", "header1.xml"],
    ]),
  );
  setPart(parts, "word/styles.xml", defaultStyles(lang));
  setPart(parts, "word/settings.xml", settings());
  setPart(parts, "word/header1.xml", pageNumber());
  const line = (text: string, style?: string) =>
    w("p", {}, style ? w("pPr", {}, val("pStyle", style)) : "", w("r", {}, w("t", {}, text)));
  const body = [line("{{report}}")];
  setPart(
    parts,
    "word/document.xml",
    xmlHeader + w("document", { "xmlns:w": wordNamespace, "xmlns:r": office }, w("body", {}, ...body, pageSetup())),
  );
  return packParts(parts);
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  return (
    xmlHeader +
    element(
      "Relationships",
      { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
      ...list.map(([Id, type, Target]) => element("Relationship", { Id, Type: `${office}/${type}`, Target })),
    )
  );
}

/** A4 with the fields of the standard; the first page has a header of its own, which is empty. */
function pageSetup(): string {
  return w(
    "sectPr",
    {},
    w("headerReference", { type: "default", "r:id": "rId3" }),
    w("pgSz", { w: 11906, h: 16838 }),
    w("pgMar", { top: 1134, right: 567, bottom: 1134, left: 1701, header: 567, footer: 567, gutter: 0 }),
    w("titlePg"),
  );
}

function pageNumber(): string {
  const mark = (type: string) => w("r", {}, w("fldChar", { fldCharType: type }));
  const field = w("r", {}, w("instrText", { "xml:space": "preserve" }, " PAGE "));
  const shown = w("r", {}, w("t", {}, "2"));
  const paragraph = w(
    "p",
    {},
    w("pPr", {}, val("pStyle", "Header")),
    mark("begin"),
    field,
    mark("separate"),
    shown,
    mark("end"),
  );
  return xmlHeader + w("hdr", { "xmlns:w": wordNamespace }, paragraph);
}

function settings(): string {
  return (
    xmlHeader +
    w(
      "settings",
      { "xmlns:w": wordNamespace },
      w("zoom", { percent: 100 }),
      val("defaultTabStop", 709),
      w("autoHyphenation"),
      w("characterSpacingControl", { val: "doNotCompress" }),
      w(
        "compat",
        {},
        w("compatSetting", { name: "compatibilityMode", uri: "http://schemas.microsoft.com/office/word", val: 15 }),
      ),
    )
  );
}
