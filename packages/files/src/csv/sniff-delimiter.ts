/** What separates the cells of a CSV file. */
export type Delimiter = "," | ";" | "\t";

const delimiters: readonly Delimiter[] = [",", ";", "\t"];

/**
 * The delimiter of a CSV text: the one that occurs most often in the header outside quotes; ties go to the earlier of
 * `,` `;` tab. Blank lines before the header are passed over; a text without any delimiter gives `,`.
 *
 * @example
 * sniffDelimiter('код;"имя, полное"\n') // ";"
 */
export function sniffDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  let seen = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === "\n" || character === "\r")) {
      if (seen) break;
      continue;
    }
    seen = true;
    const soFar = counts.get(character);
    if (!quoted && soFar !== undefined) counts.set(character, soFar + 1);
  }
  return delimiters.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best));
}
