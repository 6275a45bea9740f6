/**
 * A text as it is compared: е and ё are one letter, case, outer and repeated spaces (non-breaking ones too) and the
 * kind of dash or quotation mark do not count. Returns "" for a blank text.
 *
 * @example
 * fold("  Серый  Ёж ") // "серый еж"
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/е\p{M}+/gu, (letter) => letter.replaceAll("\u0308", ""))
    .normalize("NFC")
    .replace(/[‐-―−]/g, "-")
    .replace(/[«»„“”]/g, '"')
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}
