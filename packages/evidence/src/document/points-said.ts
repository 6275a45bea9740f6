import type { Figure } from "./figures.ts";

/** So many points that a sentence speaks of, and where it names them. */
export interface PointsSaid {
  from: number;
  to: number;
  /** From so many to so many; of the most and the least that were reached neither need be told. */
  low?: number;
  high?: number;
  /** «Максимальный балл», «наименьшее число баллов». */
  end?: "most" | "least";
}

const counted = String.raw`(?:балл|результат(?!ы|ов)|оценк|сумм|количеств\p{L}*\s+балл|числ\p{L}*\s+балл)`;
const most = new RegExp(
  String.raw`(?:максимальн|наивысш|наибольш|высш)\p{L}*\s+(?:возможн\p{L}*\s+)?(?:${counted}|(?=[-–—(]?\s*\d))\p{L}*`,
  "giu",
);
const least = new RegExp(
  String.raw`(?:минимальн|наименьш|низш|самы\p{L}\s+низк)\p{L}*\s+(?:${counted}|(?=[-–—(]?\s*\d))\p{L}*`,
  "giu",
);

/** «Максимальный балл за программу — 6»: after the words and what they are about, a number that counts nobody. */
const ownNumber =
  /^(?:[^,.;:—–()\d]{0,90}?\s)?\s*[-–—(]\s*(\d+)(?!\s*(?:муниц|террит|район|округ|служб|омсу|моуо|из|%|[.,]\d|\d))\)?/iu;

/**
 * The points that a sentence speaks of, in their order: «9 баллов», «не менее 5 баллов», «от 1 до 3 баллов», «ни одного балла»,
 * «максимальный балл». Plural results («наивысшие результаты») say no number.
 *
 * @example
 * pointsIn("Не менее 5 баллов", figuresOf("Не менее 5 баллов")) // [{from: 9, to: 10, low: 5}]
 */
export function pointsIn(sentence: string, figures: readonly Figure[]): PointsSaid[] {
  const said: PointsSaid[] = [];
  const isFree = ({ from, to }: PointsSaid): boolean => said.every((one) => to <= one.from || from >= one.to);
  const add = (one: PointsSaid): void => {
    if (isFree(one)) said.push(one);
  };
  const find = (pattern: RegExp, make: (match: RegExpMatchArray) => Omit<PointsSaid, "from" | "to">): void => {
    for (const match of sentence.matchAll(pattern))
      add({ from: match.index, to: match.index + match[0].length, ...make(match) });
  };
  find(/(?<!\p{L})от\s+(\d+)\s+до\s+(\d+)\s+балл\p{L}*/giu, bounds);
  find(/(\d+)\s*[-–—−]\s*(\d+)\s+балл\p{L}*/giu, bounds);
  find(/из\s+\d+\s+возможн\p{L}+(?:\s+балл\p{L}*)?\s+(\d+)(?:\s+балл\p{L}*)?/giu, ([, own]) => ({
    low: Number(own),
    high: Number(own),
  }));
  find(/ни\s+одн\p{L}+\s+балл\p{L}*/giu, () => ({ low: 0, high: 0 }));
  find(/(?<!\p{L})одн\p{L}+\s+балл\p{L}*|(?<!\p{L})один\s+балл/giu, () => ({ low: 1, high: 1 }));
  for (const figure of figures) if (figure.kind === "points") add(ofFigure(sentence, figure));
  for (const [end, pattern] of [
    ["most", most],
    ["least", least],
  ] as const)
    for (const match of sentence.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      // «Максимальные 6 баллов», «максимальный балл — 6», «максимальный балл (6)»: the number belongs to it.
      const beside = said.find((one) => one.from >= to && /^\s*[-–—(]?\s*$/.test(sentence.slice(to, one.from)));
      const number = beside ? undefined : ownNumber.exec(sentence.slice(to));
      if (beside) Object.assign(beside, { from, end });
      else if (number) add({ from, to: to + number[0].length, end, low: Number(number[1]), high: Number(number[1]) });
      else add({ from, to, end });
    }
  return said.sort((a, b) => a.from - b.from);
}

function bounds(match: RegExpMatchArray): Omit<PointsSaid, "from" | "to"> {
  return { low: Number(match[1]), high: Number(match[2]) };
}

function ofFigure(sentence: string, { from, to, value = 0, manner }: Figure): PointsSaid {
  const after = sentence.slice(to);
  // «6 баллов из 7»: the second number is the most that could be reached.
  const place = { from, to: to + (/^\s*балл\p{L}*\s+из\s+\d+/iu.exec(after)?.[0].length ?? 0) };
  if (manner === "at-least" || /^\s*балл\p{L}*\s+и\s+(?:более|больше|выше)/iu.test(after))
    return { ...place, low: value };
  if (manner === "at-most" || /^\s*балл\p{L}*\s+и\s+(?:менее|меньше|ниже)/iu.test(after))
    return { ...place, high: value };
  // Points are whole numbers or have a few decimals: the next one above is enough.
  if (manner === "more-than") return { ...place, low: value + 1e-6 };
  if (manner === "less-than") return { ...place, high: value - 1e-6 };
  return { ...place, low: value, high: value };
}
