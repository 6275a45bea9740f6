import { cleanText } from "../xml/element.ts";

/** What every tag of a content control begins with. */
export const tagPrefix = "metodika:";

/** Word takes no longer tags and titles of content controls. */
const longest = 64;

/**
 * The tag of the content control for a tag of a document; a long one is cut and told apart by a check sum.
 *
 * @example
 * controlTag("table:ensk") // "metodika:table:ensk"
 */
export function controlTag(tag: string): string {
  const whole = cleanText(tagPrefix + tag);
  return whole.length <= longest ? whole : `${cleanText(whole.slice(0, longest - 9))}~${checkSum(whole)}`;
}

/**
 * The name of the hidden bookmark for a tag: programs that forget the tags of content controls keep bookmarks. Word
 * takes at most 40 letters, digits and low lines.
 *
 * @example
 * bookmarkName("table:ensk").startsWith("_metodika_") // true
 */
export function bookmarkName(tag: string): string {
  return `_metodika_${checkSum(tag)}${checkSum(`${tag}~`)}`;
}

/** A title for a content control, cut to what Word takes. */
export function clipped(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** FNV-1a (32 bit) in eight digits. */
function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, "0");
}
