import { fold } from "@metodika/core";

/** What kind of figure a text shows. Points are counts of points. */
export type FigureKind = "count" | "percent" | "ratio" | "points" | "date" | "range" | "list";

/** Words before a number that make it a bound or an estimate. */
export type Manner = "exactly" | "more-than" | "at-least" | "less-than" | "at-most" | "about";

/** A figure in a sentence. */
export interface Figure {
  kind: Exclude<FigureKind, "list">;
  /** As the sentence shows it. */
  text: string;
  from: number;
  to: number;
  manner: Manner;
  /** The number, the percentage or the numerator; nothing for a date or a range. */
  value?: number;
  /** As many as the percentage shows. */
  decimals?: number;
  /** Of «n из m». */
  denominator?: number;
  /** ISO date, month (`2021-06`), year, or two years (`2020-2021`). */
  date?: string;
}

const number = String.raw`\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?`;
const dash = "[-–—−]";
const months = [
  "январ",
  "феврал",
  "март",
  "апрел",
  "ма[йяе]",
  "июн",
  "июл",
  "август",
  "сентябр",
  "октябр",
  "ноябр",
  "декабр",
];
const month = `(?:${months.map((one) => `${one}[а-яё]*`).join("|")})`;

/** Numbers that name a place, a document or a thing, and count nothing. */
const names: readonly RegExp[] = [
  /(?:№|(?<![\p{L}])N)\s*\p{L}{0,3}-?\d[\p{L}\d./-]*(?:\s*[-–]\s*ФЗ)?/giu,
  /\d+\s*[-–]\s*(?:ФЗ|ОЗ|КЗ|р|п|а)(?![\p{L}\d])/gu,
  /(?<!\p{L})(?:таблиц|рисун|раздел|глав|пункт|подпункт|стат[ьеё]|част[ьиья]|приложени|строк|столб|граф[аеуы](?!\p{L})|страниц|блок|этап|критери[йяюею]{1,2}(?!\p{L})|показател[ьяюею]{1,2}(?!\p{L})|верси|форм[аеуы](?!\p{L}))\p{L}*\s*\d+(?:[.–-]\d+)*(?:\s*(?:,|и|–|-)\s*\d+(?!\s*%|\p{L}))*/giu,
  /(?<!\p{L})(?:табл|рис|разд|гл|пп?|ст|ч|стр|прил)\.\s*\d+(?:[.–-]\d+)*/giu,
  /\p{L}[-–]\d+(?:[-–]\d+)*/gu,
  /\d+\s*[-–]\s*(?:[йяе]|го|му|м|ый|ая|ой|ое|ую|ые|ых)(?!\p{L})/giu,
  /(?:https?:\/\/|www\.)\S+/giu,
  /\d{1,2}:\d{2}(?!\d)/gu,
  /(?:\+7|(?<!\d)8)[\s(-]*\d{3,5}[\s)-]*\d[\d -]{3,}\d/gu,
  /^\s*\d+(?:\.\d+)*[.)]\s/gu,
  /\d+(?:\.\d+){2,}(?!\d)/gu,
];

const dates: readonly [RegExp, (match: RegExpMatchArray) => string][] = [
  [/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)(?:\s*г(?:ода|\.)?(?!\p{L}))?/gu, (m) => iso(m[3], m[2], m[1])],
  [
    new RegExp(String.raw`(?<!\d)(\d{1,2})\s+(${month})\s+(\d{4})(?!\d)(?:\s*г(?:ода|\.)?(?!\p{L}))?`, "giu"),
    (m) => iso(m[3], String(monthOf(m[2])), m[1]),
  ],
  [
    new RegExp(String.raw`(?<!\p{L})(${month})\s+(\d{4})(?!\d)(?:\s*г(?:од\p{L}*|\.)?(?!\p{L}))?`, "giu"),
    (m) => `${m[2]}-${String(monthOf(m[1])).padStart(2, "0")}`,
  ],
  [
    /(?<!\d)((?:19|20)\d{2})\s*[-–—/]\s*((?:19|20)?\d{2})(?!\d)(?:\s*(?:учебн\p{L}*\s*)?(?:год\p{L}*|гг?\.))?/gu,
    (m) => `${m[1]}-${(m[2] ?? "").length === 2 ? (m[1] ?? "").slice(0, 2) : ""}${m[2]}`,
  ],
  [/(?<![\d.,])((?:19|20)\d{2})(?![\d]|[.,]\d)(?:\s*(?:год\p{L}*|гг?\.))?/gu, (m) => m[1] ?? ""],
];

const small: Readonly<Record<string, number>> = Object.fromEntries(
  [
    [2, "два две двух двум двумя"],
    [3, "три трех трем тремя"],
    [4, "четыре четырех четырем четырьмя"],
    [5, "пять пяти пятью"],
    [6, "шесть шести шестью"],
    [7, "семь семи семью"],
    [8, "восемь восьми восемью"],
    [9, "девять девяти девятью"],
    [10, "десять десяти десятью"],
    [11, "одиннадцать одиннадцати одиннадцатью"],
    [12, "двенадцать двенадцати двенадцатью"],
    [13, "тринадцать тринадцати тринадцатью"],
    [14, "четырнадцать четырнадцати четырнадцатью"],
    [15, "пятнадцать пятнадцати пятнадцатью"],
    [16, "шестнадцать шестнадцати шестнадцатью"],
    [17, "семнадцать семнадцати семнадцатью"],
    [18, "восемнадцать восемнадцати восемнадцатью"],
    [19, "девятнадцать девятнадцати девятнадцатью"],
    [20, "двадцать двадцати двадцатью"],
    [30, "тридцать тридцати тридцатью"],
    [40, "сорок сорока"],
  ].flatMap(([value, forms]) =>
    String(forms)
      .split(" ")
      .map((form) => [form, Number(value)] as const),
  ),
);
const units: Readonly<Record<string, number>> = {
  один: 1,
  одна: 1,
  одно: 1,
  одного: 1,
  одной: 1,
  одном: 1,
  одному: 1,
  одну: 1,
};
const wordNumber = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?:двадцат[ьи]ю?|тридцат[ьи]ю?|сорока?)\s+(?:${[...Object.keys(small), ...Object.keys(units)].join("|")})|${Object.keys(small).join("|")})(?![\p{L}-])`,
  "giu",
);

/**
 * The figures of a sentence in their order: numbers (also as words), percentages, «n из m», ranges, points; dates and
 * years are a kind of their own. Numbers of laws, sections, tables and items are no figures.
 *
 * @example
 * figuresOf("Программы есть в двенадцати из 29 муниципалитетов (41,4 %)") // ratio 12 of 29, percent 41.4
 */
export function figuresOf(sentence: string): Figure[] {
  const taken: { from: number; to: number }[] = [];
  const isFree = (from: number, to: number): boolean => taken.every((one) => to <= one.from || from >= one.to);
  const figures: Figure[] = [];
  const take = (
    match: RegExpMatchArray,
    make: () => Omit<Figure, "text" | "from" | "to" | "manner"> | undefined,
  ): void => {
    const from = match.index ?? 0;
    const to = from + match[0].trimEnd().length;
    if (!isFree(from, to)) return;
    taken.push({ from, to });
    const made = make();
    if (made)
      figures.push({
        ...made,
        text: sentence.slice(from, to),
        from,
        to,
        manner: mannerBefore(sentence.slice(0, from)),
      });
  };
  // Letters keep their places: е and ё are one letter long.
  const text = sentence.replace(/ё/g, "е").replace(/Ё/g, "Е");
  const [documents, ...others] = names;
  for (const match of text.matchAll(documents ?? /$^/g)) take(match, () => undefined);
  for (const [pattern, date] of dates.slice(0, 3))
    for (const match of text.matchAll(pattern)) take(match, () => ({ kind: "date", date: date(match) }));
  for (const pattern of others) for (const match of text.matchAll(pattern)) take(match, () => undefined);
  for (const [pattern, date] of dates.slice(3))
    for (const match of text.matchAll(pattern)) take(match, () => ({ kind: "date", date: date(match) }));
  const one = `(?:${number}|${wordNumber.source})`;
  // «31 муниципалитет из 34» too: the second number is the base and counts nothing of its own.
  const counting = String.raw`(?:муниципалитет|территори|округ|район|служб|омсу|моуо)\p{L}*`;
  for (const match of text.matchAll(
    new RegExp(String.raw`(?<![\d.,])(${one})(?:\s*${dash}\s*х)?(?:\s+${counting})?\s+из\s+(${one})(?!\s*%)`, "giu"),
  ))
    take(match, () => ({ kind: "ratio", value: numberOf(match[1]), denominator: numberOf(match[2]) }));
  for (const match of text.matchAll(
    new RegExp(String.raw`(?<![\d.,])(?:${number})\s*${dash}\s*(?:${number})(?:\s*%)?`, "gu"),
  ))
    take(match, () => ({ kind: "range" }));
  // A threshold of a legend counts nothing: «от 5 и более», «более 50 %».
  for (const match of text.matchAll(
    new RegExp(String.raw`(?<![\d.,])(?:${number})\s+и\s+(?:более|менее|выше|ниже|больше)`, "giu"),
  ))
    take(match, () => ({ kind: "range" }));
  for (const match of text.matchAll(/(?<=(?:более|менее|больше|меньше|свыше)\s(?:чем\s)?)50\s*%/giu))
    take(match, () => ({ kind: "range" }));
  // «(35, 3 %)»: a blank slipped in after the comma.
  for (const match of text.matchAll(/(?<=\()(\d{1,2}),\s(\d{1,2})\s*%(?=\))/gu))
    take(match, () => ({ kind: "percent", value: Number(`${match[1]}.${match[2]}`), decimals: match[2]?.length ?? 0 }));
  for (const match of text.matchAll(new RegExp(String.raw`(?<![\d.,])(${number})\s*(?:%|процент\p{L}*)`, "giu")))
    take(match, () => ({
      kind: "percent",
      value: numberOf(match[1]),
      decimals: /[.,](\d+)$/.exec(match[1] ?? "")?.[1]?.length ?? 0,
    }));
  const counted = new RegExp(
    String.raw`(?<![\p{L}\d.,])(?:${number})(?:\s*[-–]\s*(?:х|ти|ми|мя|и)(?!\p{L}))?(?![\p{L}\d])|${wordNumber.source}`,
    "giu",
  );
  for (const match of text.matchAll(counted))
    take(match, () => {
      const after = text.slice((match.index ?? 0) + match[0].length);
      return { kind: /^\s*балл/i.test(after) ? "points" : "count", value: numberOf(match[0]) };
    });
  return figures.sort((a, b) => a.from - b.from);
}

/** A text with blanks in the place of its figures: what is left are words. */
export function withoutFigures(text: string): string {
  return figuresOf(text).reduce(
    (rest, { from, to }) => rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to),
    text,
  );
}

function numberOf(text = ""): number {
  const folded = fold(text);
  if (/^\d/.test(folded))
    return Number(
      folded
        .replace(/-\p{L}+$/u, "")
        .replace(/ /g, "")
        .replace(",", "."),
    );
  const [first = "", second] = folded.split(" ");
  return (small[first] ?? 0) + (second === undefined ? 0 : (small[second] ?? units[second] ?? 0));
}

function monthOf(name = ""): number {
  return months.findIndex((one) => new RegExp(`^${one}`, "iu").test(name)) + 1;
}

function iso(year = "", monthNumber = "", day = ""): string {
  return `${year.length === 2 ? `20${year}` : year}-${monthNumber.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function mannerBefore(before: string): Manner {
  const last = fold(before).split(" ").slice(-4).join(" ");
  if (/(не менее|не меньше|минимум)( чем)?( в| у| на)?$/.test(last)) return "at-least";
  if (/(не более|не больше|максимум)( чем)?( в| у| на)?$/.test(last)) return "at-most";
  if (/(более|свыше|больше)( чем)?( в| у| на)?$/.test(last)) return "more-than";
  if (/(менее|меньше)( чем)?( в| у| на)?$/.test(last)) return "less-than";
  if (/(около|порядка|почти|примерно|приблизительно)( в| у| на)?$/.test(last)) return "about";
  return "exactly";
}
