/**
 * About how wide a text is, in ems of Times New Roman; good enough to share out the width of a table, since Word breaks
 * the lines itself.
 *
 * @example
 * textWidth("10") // 1
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += narrowOrWide.get(letter) ?? (capital.test(letter) ? 0.7 : 0.5);
  return width;
}

const capital = /\p{Lu}/u;

/** Letters that are not of the usual width, once each: tables of thousands of rows ask for millions. */
const narrowOrWide: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.3, " \t\n\u00a0.,:;!|'’ijlft()-"],
      [0.76, "мшщжюыфwm"],
      [0.98, "МШЩЖЮФЫW"],
      [0.54, "инпцлд"],
      [0.5, "абвгдеёзйкорстухчъьэябceghknopqrsuvxyz0123456789"],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** The width of the widest piece that no line break divides. */
export function longestPiece(text: string): number {
  let widest = 0;
  for (const piece of text.split(/[ \n\t/]|(?<=[-–—])/u)) widest = Math.max(widest, textWidth(piece));
  return widest;
}
