import { XMLParser, XMLValidator } from "fast-xml-parser";

/** A node of a parsed XML part: an element with its children, or text. Names are without their namespace. */
export type XmlNode = XmlElement | string;
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
}

/** Word nests tables in tables and boxes in boxes; nothing sound goes deeper. */
const deepest = 400;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: deepest,
});

/**
 * XML → its outermost element; undefined where it is not well-formed, nests too deeply or declares entities (a document
 * type). No entity is ever expanded but the five of XML and the numbered ones. Never throws.
 */
export function parseXml(text: string): XmlElement | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  try {
    if (XMLValidator.validate(text) !== true) return undefined;
    const [root] = nodesOf(parser.parse(text)).filter((node) => typeof node !== "string");
    return root;
  } catch {
    return undefined;
  }
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => typeof node !== "string" && node.name === name);
}

function nodesOf(list: unknown): XmlNode[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: Record<string, unknown>): XmlNode[] => {
    if ("#text" in entry) return [unescaped(String(entry["#text"]))];
    const name = Object.keys(entry).find((key) => key !== ":@");
    if (name === undefined) return [];
    const attributes = Object.entries((entry[":@"] ?? {}) as Record<string, unknown>);
    return [
      {
        name,
        attributes: Object.fromEntries(attributes.map(([key, value]) => [key, unescaped(String(value))])),
        children: nodesOf(entry[name]),
      },
    ];
  });
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, ten, sixteen, name) => {
    if (name) return named[name] ?? whole;
    const code = ten ? Number(ten) : Number.parseInt(sixteen, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
