/**
 * An element of an XML part with its places in the text. The part itself stays a text, so what nobody edits stays byte
 * for byte as its author's program wrote it.
 */
export interface XmlNode {
  name: string;
  /** As written, unparsed. */
  attributes: string;
  /** Where the element begins and ends, and its content within it. */
  start: number;
  innerStart: number;
  innerEnd: number;
  end: number;
  parent: XmlNode | undefined;
  children: XmlNode[];
}

/** Word nests tables in tables and boxes in boxes; nothing sound goes deeper. */
const deepest = 400;

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/)?([^\s/<>!?="'][^\s/<>="']*)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?>/g;

/**
 * The outermost element of an XML text, with the places of all below; undefined where tags do not match, a document
 * type is declared (entities could hide in it) or the nesting is too deep. Never throws.
 *
 * @example
 * scanXml("<a><b/></a>")?.children[0]?.start // 3
 */
export function scanXml(source: string): XmlNode | undefined {
  let root: XmlNode | undefined;
  let open: XmlNode | undefined;
  let depth = 0;
  let at = source.startsWith("\uFEFF") ? 1 : 0;
  token.lastIndex = at;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const between = source.slice(at, match.index);
    if (between.includes("<") || (!open && between.trim() !== "")) return undefined;
    at = token.lastIndex;
    const [whole, closing, name, attributes = "", empty] = match;
    if (name === undefined) {
      if (!open && whole.startsWith("<![")) return undefined;
      continue;
    }
    if (closing) {
      if (open?.name !== name || attributes !== "" || empty) return undefined;
      open.innerEnd = match.index;
      open.end = at;
      open = open.parent;
      depth--;
      continue;
    }
    if (!open && root) return undefined;
    const node: XmlNode = {
      name,
      attributes,
      start: match.index,
      innerStart: at,
      innerEnd: at,
      end: at,
      parent: open,
      children: [],
    };
    if (open) open.children.push(node);
    else root = node;
    if (!empty) {
      open = node;
      if (++depth > deepest) return undefined;
    }
  }
  return open || source.slice(at).trim() !== "" ? undefined : root;
}

/** An attribute's value, or undefined where there is none. */
export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  if (!node) return undefined;
  for (const [, key, double, single] of node.attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (key === name) return unescapeXml((double ?? single ?? "").replace(/[\t\n\r]/g, " "));
  return undefined;
}

/** The first child of a name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

/** All elements of the names given below an element, in the order of the text. */
export function below(node: XmlNode | undefined, ...names: readonly string[]): XmlNode[] {
  const found: XmlNode[] = [];
  const walk = (one: XmlNode) => {
    for (const next of one.children) {
      if (names.includes(next.name)) found.push(next);
      walk(next);
    }
  };
  if (node) walk(node);
  return found;
}

/** The nearest element of a name that holds this one. */
export function above(node: XmlNode, name: string): XmlNode | undefined {
  let one = node.parent;
  while (one && one.name !== name) one = one.parent;
  return one;
}

/** Text as it reads, from text as XML writes it. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, ten, sixteen, name) => {
    if (name) return named[name] ?? whole;
    const code = ten ? Number(ten) : Number.parseInt(sixteen, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
