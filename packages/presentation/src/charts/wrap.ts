/**
 * Breaks a long label into lines of at most so many letters, between words; a longer word stays whole. Charts turn the
 * line breaks into lines.
 *
 * @example
 * wrap("Качественный состав служб", 14) // "Качественный\nсостав служб"
 */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
