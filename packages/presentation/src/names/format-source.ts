import type { Language } from "@metodika/core";

const words: Record<string, string> = {
  table: "таблица",
  row: "строка",
  section: "раздел",
  column: "столбец",
  methodology: "методика",
  part: "часть",
  block: "блок",
  paragraph: "абзац",
  item: "пункт",
  items: "пункты",
  to: "–",
  legend: "легенда",
  heading: "заголовок",
  page: "страница",
  "title page": "титульный лист",
  title: "заголовок",
  signature: "подпись",
  introduction: "введение",
  conclusions: "выводы",
  results: "результаты",
  recommendations: "рекомендации",
};

/**
 * A source for reading: report, then the place in it from the larger to the smaller. Words that are not known stay.
 *
 * @example
 * formatSource("amur-2022 table 1 row 15", "ru") // "amur-2022, таблица 1, строка 15"
 */
export function formatSource(source: string, lang: Language): string {
  const parts = source.match(/title page|\S+/g) ?? [];
  return parts.reduce((text, part) => {
    const known = Object.hasOwn(words, part) && part !== "to";
    const word = lang === "ru" && Object.hasOwn(words, part) ? words[part] : part;
    return text === "" ? `${word}` : `${text}${known ? ", " : " "}${word}`;
  }, "");
}
