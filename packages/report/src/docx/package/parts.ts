import { type Zippable, zipSync } from "fflate";
import { element } from "../xml/element.ts";
import { attribute, scanXml } from "../xml/scan.ts";

/** The entries of a Word file by path. */
export type Parts = Map<string, Uint8Array>;

const relationNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The text of an XML part; undefined where there is none or it is not UTF-8. */
export function decodePart(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function textPart(parts: Parts, path: string): string | undefined {
  return decodePart(parts.get(path));
}

export function setPart(parts: Parts, path: string, text: string): void {
  parts.set(path, new TextEncoder().encode(text));
}

/** Where the relations of a part stand. */
export function relationsPath(path: string): string {
  const cut = path.lastIndexOf("/") + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

/** The path of what a part refers to by a relation's id; undefined for none, and for what lies outside the file. */
export function relatedPath(parts: Parts, from: string, match: { id: string } | { type: string }): string | undefined {
  const root = scanXml(textPart(parts, relationsPath(from)) ?? "");
  const found = root?.children.find((one) =>
    "id" in match ? attribute(one, "Id") === match.id : attribute(one, "Type") === `${officeRelations}/${match.type}`,
  );
  if (!found || attribute(found, "TargetMode") === "External") return undefined;
  const target = attribute(found, "Target") ?? "";
  if (target.startsWith("/")) return target.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Adds a relation of a part and gives its id. */
export function addRelation(parts: Parts, from: string, type: string, target: string): string {
  const path = relationsPath(from);
  const source = textPart(parts, path) ?? element("Relationships", { xmlns: relationNamespace }, " ");
  let number = 1;
  while (source.includes(`"rIdM${number}"`)) number++;
  const id = `rIdM${number}`;
  const relation = element("Relationship", { Id: id, Type: `${officeRelations}/${type}`, Target: target });
  setPart(parts, path, insertBefore(source, "</Relationships>", relation));
  return id;
}

/** Says what kind of file an extension, or a part, is, unless that is said already. */
export function addContentType(parts: Parts, what: { extension: string } | { part: string }, type: string): void {
  const path = "[Content_Types].xml";
  const source = textPart(parts, path) ?? "";
  const root = scanXml(source);
  const isSaid = root?.children.some((one) =>
    "extension" in what
      ? attribute(one, "Extension")?.toLowerCase() === what.extension
      : attribute(one, "PartName") === `/${what.part}`,
  );
  if (isSaid) return;
  const entry =
    "extension" in what
      ? element("Default", { Extension: what.extension, ContentType: type })
      : element("Override", { PartName: `/${what.part}`, ContentType: type });
  setPart(parts, path, insertBefore(source, "</Types>", entry));
}

/** A text with an insertion before the last occurrence of an end tag; an empty root is opened first. */
export function insertBefore(source: string, endTag: string, insertion: string): string {
  const at = source.lastIndexOf(endTag);
  if (at >= 0) return source.slice(0, at) + insertion + source.slice(at);
  return source.replace(/\/>\s*$/, () => `>${insertion}${endTag}`);
}

/** A Word file from its parts: the same parts give the same bytes, with the list of kinds of parts first. */
export function packParts(parts: Parts): Uint8Array {
  const rank = (path: string) => (path === "[Content_Types].xml" ? 0 : path === "_rels/.rels" ? 1 : 2);
  const paths = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries: Zippable = {};
  for (const path of paths) {
    const level = /\.(png|jpe?g)$/i.test(path) ? 0 : 6;
    // The format counts years from 1980 and knows no time zone.
    entries[path] = [parts.get(path) ?? new Uint8Array(), { level, mtime: new Date(1980, 0, 1) }];
  }
  return zipSync(entries);
}
