/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * A text as an XML file can hold it: control characters, halves of surrogate pairs and marks that turn the direction of
 * writing are taken out; tabs and line breaks stay.
 *
 * @example
 * cleanText("a\u0000b") // "ab"
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}\u202A-\u202E\u2066-\u2069]/gu, (mark) =>
      mark === "\n" || mark === "\t" ? mark : "",
    );
}

/**
 * A text that means nothing but itself in XML, in content and in attributes.
 *
 * @example
 * escapeXml('<a b="c">') // "&lt;a b=&quot;c&quot;&gt;"
 */
export function escapeXml(text: string): string {
  return escapeClean(cleanText(text));
}

/** The same for a text that `cleanText` has given. */
export function escapeClean(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** An element of XML; the content is XML already, the attributes are plain text. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  let open = name;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined)
      open += ` ${key}="${escapeXml(String(value)).replace(/\n/g, "&#10;").replace(/\t/g, "&#9;")}"`;
  // Added, not joined: a long content is not copied once for every element around it.
  let inner = "";
  for (const piece of content) inner += piece;
  return inner === "" ? `<${open}/>` : `<${open}>${inner}</${name}>`;
}

/** An element of WordprocessingML, the attributes without their prefix. */
export function w(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  const own: Record<string, string | number | undefined> = {};
  for (const [key, value] of Object.entries(attributes)) own[key.includes(":") ? key : `w:${key}`] = value;
  return element(`w:${name}`, own, ...content);
}

/** An element with nothing but a value: `<w:jc w:val="center"/>`. */
export function val(name: string, value: string | number): string {
  return w(name, { val: value });
}
