import type { Language } from "@metodika/core";
import { formatSource } from "./format-source.ts";

const plurals: Readonly<Record<string, { ru: string; en: string }>> = {
  column: { ru: "столбцы", en: "columns" },
  row: { ru: "строки", en: "rows" },
  item: { ru: "пункты", en: "items" },
  paragraph: { ru: "абзацы", en: "paragraphs" },
};

/**
 * Places of one report for reading, without its name; neighbours of one part are told once.
 *
 * @example
 * formatPlaces(["amur-2022 table 1 column 1", "amur-2022 table 1 column 2", "amur-2022 title"], "ru") // "таблица 1, столбцы 1, 2; заголовок"
 */
export function formatPlaces(places: readonly string[], lang: Language): string {
  const groups: { part: string; word: string; numbers: number[]; whole: string }[] = [];
  for (const whole of places) {
    const [, part = "", word = "", number = ""] = /^(.*) (column|row|item|paragraph) (\d+)$/.exec(whole) ?? [];
    const same = groups.find((group) => word !== "" && group.part === part && group.word === word);
    if (same) same.numbers.push(Number(number));
    else groups.push({ part, word, numbers: word === "" ? [] : [Number(number)], whole });
  }
  return groups
    .map(({ part, word, numbers, whole }) => {
      if (numbers.length < 2) return withoutReport(whole, lang);
      const name = plurals[word]?.[lang] ?? word;
      return `${withoutReport(part, lang)}, ${name} ${ranges(numbers)}`.replace(/^, /, "");
    })
    .join("; ");
}

function withoutReport(place: string, lang: Language): string {
  return formatSource(place, lang).replace(/^[^,]+(?:, |$)/, "");
}

/** «1–4, 6»: three or more in a row are a range. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(", ");
}
