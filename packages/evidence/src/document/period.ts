import type { RoundData } from "@metodika/core";
import { type Figure, figuresOf } from "./figures.ts";

/** The time that a figure speaks of: nothing told, the years told, or only that it is past. */
export interface Period {
  years: readonly number[];
  past: boolean;
}

const pastWords = /годом ранее|год назад|прошл\p{L}* год|прошлогодн|предыдущ|ранее (?:был|насчит)|прежде|раньше/iu;
/** «С 15 до 21» tells two years only where something grows or falls. */
const changing = /увелич|уменьш|вырос|возрос|рост|снизи|сниж|сокра|прибав|измен|больше|меньше|подня|пад|упал/iu;
const divider = /[;,()]|\s[—–]\s|\sа\s|\sи\s|\sпротив\s/g;

/** The years that a date names: «2020-2021» two. */
export function yearsOf(date: string): number[] {
  const years = /^(\d{4})-(\d{4})$/.exec(date);
  return years ? [Number(years[1]), Number(years[2])] : [Number(date.slice(0, 4))];
}

/** The years that a round describes, by its id and the title of its period. */
export function roundYears({ round }: Pick<RoundData, "round">): Set<number> {
  const named = `${round.id} ${round.period.title.ru} ${round.published ?? ""}`;
  return new Set([...named.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year)));
}

/** The period of a statement that stands alone. */
export function periodIn(text: string): Period {
  const years = figuresOf(text).flatMap(({ kind, date }) => (kind === "date" && date ? yearsOf(date) : []));
  return { years, past: pastWords.test(text) };
}

/**
 * The period of a figure within its sentence: the year of its own clause («в 2020 году 15, в 2022 году 21»), else a year that
 * opens the sentence. «С 15 до 21» goes from the past to now.
 */
export function periodOf(sentence: string, figures: readonly Figure[], index: number): Period {
  const figure = figures[index];
  if (!figure) return { years: [], past: false };
  const dates = figures.filter(({ kind }) => kind === "date");
  // «15 (2020 год)»
  const remark = /^[^.,;()]{0,40}\((?:в|за)?\s*((?:19|20)\d{2})(?:\s*год\p{L}*|\s*г\.)?\)/iu.exec(
    sentence.slice(figure.to),
  );
  if (remark?.[1]) return { years: [Number(remark[1])], past: false };
  const [from, to] = clauseOf(sentence, figure);
  const own = dates.filter((date) => date.from >= from && date.to <= to);
  const others = figures.filter((one) => one.kind !== "date" && one.from >= from && one.to <= to);
  const clause = sentence.slice(from, to);
  const isStart = /(?:^|\s)(?:с|со|от)\s*$/iu.test(sentence.slice(0, figure.from));
  const isEnd = /(?:^|\s)до\s*$/iu.test(sentence.slice(0, figure.from));
  if (
    isStart &&
    changing.test(sentence) &&
    figures.slice(index + 1).some((one) => /\sдо\s*$/iu.test(sentence.slice(0, one.from)))
  ) {
    const after = own.find(
      (date) => date.from > figure.to && others.every((one) => one === figure || one.from > date.from),
    );
    return { years: after?.date ? yearsOf(after.date) : [], past: true };
  }
  if (isEnd && changing.test(sentence)) {
    const after = own.find((date) => date.from > figure.to);
    return { years: after?.date ? yearsOf(after.date) : [], past: false };
  }
  const near = [...own].sort((a, b) => distance(a, figure) - distance(b, figure))[0];
  if (near?.date) return { years: yearsOf(near.date), past: false };
  if (pastWords.test(clause)) return { years: [], past: true };
  const first = dates[0];
  const opens =
    first && dates.length === 1 && figures.indexOf(first) === 0 && /^\s*(?:в|за|на|по итогам|к)\s/iu.test(sentence);
  return opens && first.date && first.from < 25
    ? { years: yearsOf(first.date), past: false }
    : { years: [], past: false };
}

function distance(a: Figure, b: Figure): number {
  return Math.min(Math.abs(a.from - b.to), Math.abs(b.from - a.to));
}

function clauseOf(sentence: string, figure: Figure): [number, number] {
  const cuts = [...sentence.matchAll(divider)].map((match) => [match.index, match.index + match[0].length] as const);
  const before = cuts.filter(([, end]) => end <= figure.from).at(-1)?.[1] ?? 0;
  const after = cuts.find(([start]) => start >= figure.to)?.[0] ?? sentence.length;
  return [before, after];
}
