/** A stretch of a text that is to be written anew; an empty stretch inserts. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * A text with its edits made; what lies between them stays as it is. Edits do not overlap; those at one place come in
 * the order given.
 *
 * @example
 * splice("abc", [{ start: 1, end: 2, text: "–" }]) // "a–c"
 * @throws RangeError for edits that overlap
 */
export function splice(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end < start) throw new RangeError(`edits overlap at ${start}`);
    parts.push(source.slice(at, start), text);
    at = end;
  }
  parts.push(source.slice(at));
  return parts.join("");
}
