/** A sentence and where it begins in its block. */
export interface Sentence {
  text: string;
  from: number;
}

/** Short words before a full stop that end no sentence: «г. Зея», «п. 3», «ст. 97», initials, the number of an item. */
const shortened =
  /^\s*\d+(?:\.\d+)*\.$|(?:^|[\s(«.])(?:г|гг|п|пп|пгт|п\.г\.т|пос|с|ст|ч|т|тыс|млн|руб|им|ул|д|стр|табл|рис|др|зам|см|ср|\p{Lu})\.$/u;

/** Divides a text into sentences; a full stop of an abbreviation, of a number or of an initial divides nothing. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const push = (to: number): void => {
    const part = text.slice(from, to);
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== "") sentences.push({ text: part.trim(), from: from + lead });
    from = to;
  };
  for (const match of text.matchAll(/[.!?…]+["»)]*(?=\s+["«(]?[\p{Lu}\d–-])|\n/gu)) {
    const end = match.index + match[0].length;
    if (match[0] === "\n" || !shortened.test(text.slice(from, match.index + 1))) push(end);
  }
  push(text.length);
  return sentences;
}
