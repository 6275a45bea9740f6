/** So many characters a sheet may have for a name. */
const longest = 31;

/**
 * Names for sheets: without the signs that are not allowed, at most 31 characters, different from each other whatever the
 * case, never empty. A longer title is cut after a word, with «…».
 *
 * @example
 * sheetNames(["Баллы: 1/2", "баллы 1 2"]) // ["Баллы 1 2", "баллы 1 2 (2)"]
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean = cut(
      title
        .replace(/[\\/?*[\]:\p{Cc}\p{Cf}]/gu, " ")
        .replace(/\s+/g, " ")
        .replace(/^[\s']+|[\s']+$/g, "")
        // Inside, an apostrophe would have to be doubled wherever the name is referred to.
        .replaceAll("'", "’"),
      longest,
    );
    // Excel keeps the name History for itself.
    const base = clean === "" || /^history$/i.test(clean) ? `${clean || "Лист"} 1` : clean;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      const mark = ` (${copy})`;
      name = cut(base, longest - mark.length) + mark;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The beginning of a text with «…», no character cut in two and no word where that leaves enough. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  const whole = text.startsWith(" ", kept.length);
  const space = kept.lastIndexOf(" ");
  const words = !whole && space > length / 4 ? kept.slice(0, space) : kept;
  // A short word at the end, such as a preposition, is left hanging.
  return `${words.replace(/(?:[\s,;:]+\S{1,2})?[\s,;:–—]*$/, "")}…`;
}
