/**
 * About how wide a text is, in ems of Times New Roman; good enough to share out the width of a table, since Word breaks
 * the lines itself.
 *
 * @example
 * textWidth("10") // 1
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (/[\s.,:;!|'’ijlft()-]/.test(letter)) return 0.3;
  if (/[мшщжюыфwm]/.test(letter)) return 0.76;
  if (/[МШЩЖЮФЫW]/.test(letter)) return 0.98;
  if (/\p{Lu}/u.test(letter)) return 0.7;
  return /[инпцлд]/.test(letter) ? 0.54 : 0.5;
}

/** The width of the widest piece that no line break divides. */
export function longestPiece(text: string): number {
  return Math.max(0, ...text.split(/[ \n\t/]|(?<=[-–—])/u).map(textWidth));
}
