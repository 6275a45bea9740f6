import type { Language } from "@metodika/core";
import { languageTags, xmlHeader } from "../styles/default-styles.ts";
import { element, escapeXml } from "../xml/element.ts";
import { attribute, below, child, scanXml } from "../xml/scan.ts";
import { splice } from "../xml/splice.ts";
import { addContentType, type Parts, relatedPath, setPart, textPart } from "./parts.ts";

/**
 * Names the document and says its language. Whoever wrote the template is not its author: names of persons that Word keeps
 * in the properties are left out. Times stand there only when they are given.
 */
export function setProperties(
  parts: Parts,
  { title, lang, time }: { title: string; lang: Language; time?: string },
): void {
  const relations = textPart(parts, "_rels/.rels") ?? "";
  const type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
  const known = scanXml(relations)?.children.find((one) => attribute(one, "Type") === type);
  const path = attribute(known, "Target")?.replace(/^\//, "") ?? "docProps/core.xml";
  if (!known) {
    const relation = element("Relationship", { Id: "rIdMetodikaCore", Type: type, Target: path });
    setPart(
      parts,
      "_rels/.rels",
      relations.replace("</Relationships>", () => `${relation}</Relationships>`),
    );
  }
  addContentType(parts, { part: path }, "application/vnd.openxmlformats-package.core-properties+xml");
  const stamp = (name: string) =>
    time === undefined ? "" : element(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, time);
  setPart(
    parts,
    path,
    xmlHeader +
      element(
        "cp:coreProperties",
        {
          "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
          "xmlns:dcterms": "http://purl.org/dc/terms/",
          "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
        element("dc:title", {}, escapeXml(title.replace(/\s+/g, " "))),
        element("dc:language", {}, languageTags[lang]),
        stamp("created"),
        stamp("modified"),
      ),
  );
  const app = textPart(parts, "docProps/app.xml");
  if (app !== undefined) setPart(parts, "docProps/app.xml", app.replace(/<Manager>[^<]*<\/Manager>/, ""));
}

/** The language that texts have unless they say otherwise. */
export function setLanguage(parts: Parts, main: string, lang: Language): void {
  const path = relatedPath(parts, main, { type: "styles" });
  const source = path === undefined ? undefined : textPart(parts, path);
  if (path === undefined || source === undefined) return;
  const defaults = child(child(scanXml(source), "w:docDefaults"), "w:rPrDefault");
  const [language] = below(defaults, "w:lang");
  const text = `<w:lang w:val="${languageTags[lang]}"/>`;
  if (language) {
    if (attribute(language, "w:val") === languageTags[lang]) return;
    setPart(parts, path, splice(source, [{ start: language.start, end: language.end, text }]));
    return;
  }
  const [properties] = below(defaults, "w:rPr");
  if (properties && properties.innerEnd > properties.innerStart)
    setPart(parts, path, splice(source, [{ start: properties.innerEnd, end: properties.innerEnd, text }]));
}

/** What must stand after the mark that fields are to be counted anew. */
const afterUpdate = [
  "w:hdrShapeDefaults",
  "w:footnotePr",
  "w:endnotePr",
  "w:compat",
  "w:docVars",
  "w:rsids",
  "m:mathPr",
  "w:attachedSchema",
  "w:themeFontLang",
  "w:clrSchemeMapping",
  "w:doNotIncludeSubdocsInStats",
  "w:doNotAutoCompressPictures",
  "w:forceUpgrade",
  "w:captions",
  "w:readModeInkLockDown",
  "w:smartTagType",
  "sl:schemaLibrary",
  "w:shapeDefaults",
  "w:doNotEmbedSmartTags",
  "w:decimalSymbol",
  "w:listSeparator",
];

/** Lets the program that opens the document count the pages of its contents. */
export function askToUpdateFields(parts: Parts, main: string): void {
  const path = relatedPath(parts, main, { type: "settings" });
  const source = path === undefined ? undefined : textPart(parts, path);
  const root = scanXml(source ?? "");
  if (path === undefined || source === undefined || !root || child(root, "w:updateFields")) return;
  const before = root.children.find(({ name }) => afterUpdate.includes(name));
  const at = before?.start ?? root.innerEnd;
  if (at > root.start && root.innerEnd > root.innerStart)
    setPart(parts, path, splice(source, [{ start: at, end: at, text: '<w:updateFields w:val="true"/>' }]));
}

/** The next free name of a picture. */
export function addPicture(parts: Parts, main: string, png: Uint8Array): string {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  let number = 1;
  while (parts.has(`${folder}media/chart${number}.png`)) number++;
  const target = `media/chart${number}.png`;
  parts.set(folder + target, png);
  addContentType(parts, { extension: "png" }, "image/png");
  return target;
}
