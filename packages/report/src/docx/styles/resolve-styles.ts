import {
  addContentType,
  addRelation,
  insertBefore,
  type Parts,
  relatedPath,
  setPart,
  textPart,
} from "../package/parts.ts";
import { attribute, child, scanXml, type XmlNode } from "../xml/scan.ts";
import { defaultStyles } from "./default-styles.ts";
import { styleDefinition } from "./style-definition.ts";
import { type StyleRole, styleRoles } from "./style-roles.ts";

/** The styles of a file by what they are for. */
export interface Styles {
  /** The id of a style in this file, added to it when the file has none of that name. */
  idOf(role: StyleRole): string;
  /** The numbering that a style brings along, if any. */
  numberingOf(role: StyleRole): string | undefined;
  /** Writes the styles that were added. */
  save(): void;
}

/**
 * Finds the styles of a file by their names, whatever its language calls their ids, and adds those that it lacks when
 * they are asked for.
 */
export function resolveStyles(parts: Parts, main: string): Styles {
  let path = relatedPath(parts, main, { type: "styles" });
  if (path === undefined || !parts.has(path)) {
    path = `${main.slice(0, main.lastIndexOf("/") + 1)}styles.xml`;
    setPart(parts, path, defaultStyles("ru"));
    addRelation(parts, main, "styles", "styles.xml");
    addContentType(parts, { part: path }, "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml");
  }
  const stylesPath = path;
  const source = textPart(parts, stylesPath) ?? "";
  const known = new Map<string, XmlNode>();
  const ids = new Set<string>();
  for (const style of scanXml(source)?.children ?? []) {
    if (style.name !== "w:style") continue;
    ids.add(attribute(style, "w:styleId") ?? "");
    const name = attribute(child(style, "w:name"), "w:val")?.toLowerCase();
    if (name !== undefined) known.set(`${attribute(style, "w:type")} ${name}`, style);
  }
  const added = new Map<StyleRole, { id: string; xml: string }>();
  const existing = (role: StyleRole) => known.get(`${styleRoles[role].type} ${styleRoles[role].name.toLowerCase()}`);
  const idOf = (role: StyleRole): string => {
    const style = existing(role);
    const own = style ? attribute(style, "w:styleId") : added.get(role)?.id;
    if (own !== undefined) return own;
    let id = styleRoles[role].id;
    while (ids.has(id)) id += "M";
    ids.add(id);
    added.set(role, { id, xml: "" });
    const xml = styleDefinition(role, idOf).replace(`w:styleId="${styleRoles[role].id}"`, `w:styleId="${id}"`);
    added.set(role, { id, xml });
    return id;
  };
  return {
    idOf,
    numberingOf: (role) => {
      const properties = child(child(existing(role), "w:pPr"), "w:numPr");
      return attribute(child(properties, "w:numId"), "w:val");
    },
    save: () => {
      if (added.size === 0) return;
      const xml = [...added.values()].map((one) => one.xml).join("");
      setPart(parts, stylesPath, insertBefore(textPart(parts, stylesPath) ?? source, "</w:styles>", xml));
    },
  };
}
