import type { Text } from "@metodika/core";

/** Why nothing is held against a figure. */
export function notCovered(
  why: "nothing" | "comparison" | "other-period" | "range" | "points" | "list",
  doubtful: readonly string[] = [],
  unknown: readonly string[] = [],
): Text {
  const texts: Record<typeof why, Text> = {
    nothing: { ru: "Ни одно сведение не подходит достаточно близко.", en: "No statement fits closely enough." },
    comparison: {
      ru: "Предложение сравнивает два периода, к какому относится число, не ясно.",
      en: "The sentence compares two periods; which one the number belongs to is not clear.",
    },
    "other-period": {
      ru: "Число относится к другому периоду, его таблиц здесь нет.",
      en: "The number belongs to another period, whose tables are not here.",
    },
    range: { ru: "Промежутки с таблицами не сопоставляются.", en: "Ranges are not held against the tables." },
    points: {
      ru: "Не ясно, о каком муниципалитете и критерии речь.",
      en: "It is not clear which municipality and criterion are meant.",
    },
    list: { ru: "Ни один перечень не подходит достаточно близко.", en: "No list fits closely enough." },
  };
  const open = [...doubtful, ...unknown];
  if (open.length === 0) return texts[why];
  return {
    ru: `${texts[why].ru} Не опознаны однозначно: ${open.join(", ")}.`,
    en: `${texts[why].en} Not recognized beyond doubt: ${open.join(", ")}.`,
  };
}

/** What a figure may be about, each with what the tables give for it. */
export function explainPossible(options: readonly { statement: Text; expected?: Text | undefined }[]): Text {
  const shown = options.slice(0, 3);
  const ru = shown.map(
    ({ statement, expected }) => `«${statement.ru}»${expected ? ` (по таблицам ${expected.ru})` : ""}`,
  );
  const en = shown.map(
    ({ statement, expected }) => `“${statement.en}”${expected ? ` (the tables give ${expected.en})` : ""}`,
  );
  return { ru: `Возможно, речь о сведении ${ru.join(" или ")}.`, en: `Possibly meant: ${en.join(" or ")}.` };
}

/** Nothing that fits gives what the draft has. */
export function explainNone(options: readonly { statement: Text; expected?: Text | undefined }[]): Text {
  const { ru, en } = explainPossible(options);
  return { ru: `${ru} Ни с одним из них текст не совпадает.`, en: `${en} The draft agrees with none of them.` };
}

/** A part of a text around a place, with «…» where it is cut. */
export function shorten(text: string, length: number, at = 0): string {
  const flat = text.replace(/\s/g, " ");
  if (flat.length <= length) return flat;
  const from = Math.max(0, Math.min(at - Math.floor(length / 2), flat.length - length));
  const part = flat.slice(from, from + length);
  return `${from > 0 ? "…" : ""}${part}${from + length < flat.length ? "…" : ""}`;
}
