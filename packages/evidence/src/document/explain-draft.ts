import type { Text } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import type { Expected } from "./compare.ts";
import type { DraftFinding } from "./draft-finding.ts";
import type { Figure } from "./figures.ts";

const rounded = (value: number, share: boolean): string =>
  String(share ? Math.round(value * 10) / 10 : Math.round(value * 1e6) / 1e6);

/** What the tables give, in words: «19», «от 11 до 18», «38,7 % (12 из 31)». */
export function numberIn({ low, high, share }: Expected): Text {
  const isShare = share !== undefined;
  const [from, to] = [rounded(low, isShare), rounded(high, isShare)];
  const comma = (text: string): string => text.replace(".", ",");
  const parts = share && share.numerator[0] === share.numerator[1] && share.denominator[0] === share.denominator[1];
  const [numerator, denominator] = [share?.numerator[0], share?.denominator[0]];
  const sign = isShare ? "\u00a0%" : "";
  return {
    ru: `${from === to ? comma(from) : `от ${comma(from)} до ${comma(to)}`}${sign}${parts ? ` (${numerator} из ${denominator})` : ""}`,
    en: `${from === to ? from : `${from} to ${to}`}${isShare ? "%" : ""}${parts ? ` (${numerator} of ${denominator})` : ""}`,
  };
}

/** What the tables say of a number of a draft. */
export function explainNumber(
  figure: Figure,
  finding: Finding | undefined,
  expected: Expected | undefined,
  status: DraftFinding["status"],
): Text {
  const printed = finding ? printedIn(finding) : undefined;
  if (!expected)
    return {
      ru: `По таблицам это не проверяется${printed ? `; в отчёте указано ${printed.ru}` : ""}; в тексте ${figure.text}.`,
      en: `The tables do not decide it${printed ? `; the report prints ${printed.en}` : ""}; the draft has ${figure.text}.`,
    };
  const tables = numberIn(expected);
  const base: Text = {
    ru: `По таблицам ${tables.ru}, в тексте ${figure.text}.`,
    en: `The tables give ${tables.en}, the draft has ${figure.text}.`,
  };
  if (status !== "disagrees" || !finding) return base;
  const readings = finding.readings.filter(({ computed }) => computed === figure.value);
  const bases =
    figure.kind === "percent" &&
    typeof finding.printed === "object" &&
    finding.printed &&
    "percent" in finding.printed &&
    Number(finding.printed.percent) === figure.value
      ? finding.bases
      : [];
  return {
    ru: [
      base.ru,
      ...readings.map(({ title }) => `Подтверждается в таком прочтении: ${title.ru}.`),
      ...(bases.length > 0
        ? [
            `Получается при другом основании доли: ${bases.map((id) => (id === "all" ? "все муниципалитеты" : id)).join(", ")}.`,
          ]
        : []),
    ].join(" "),
    en: [
      base.en,
      ...readings.map(({ title }) => `It holds in this reading: ${title.en}.`),
      ...(bases.length > 0
        ? [
            `Another base of the share gives it: ${bases.map((id) => (id === "all" ? "all municipalities" : id)).join(", ")}.`,
          ]
        : []),
    ].join(" "),
  };
}

function printedIn({ printed }: Finding): Text | undefined {
  if (printed === null || typeof printed === "boolean" || Array.isArray(printed)) return undefined;
  if (typeof printed !== "object") return { ru: String(printed).replace(".", ","), en: String(printed) };
  if ("percent" in printed) return { ru: `${printed.percent.replace(".", ",")}\u00a0%`, en: `${printed.percent}%` };
  if ("at_least" in printed) return { ru: `не менее ${printed.at_least}`, en: `at least ${printed.at_least}` };
  return { ru: `более ${printed.more_than}`, en: `more than ${printed.more_than}` };
}

/** What the tables say of a list of a draft. */
export function explainList({
  status,
  missing,
  extra,
  checked,
  doubtful,
  unknown,
}: {
  status: DraftFinding["status"];
  missing: Text;
  extra: Text;
  checked: boolean;
  doubtful: readonly string[];
  unknown: readonly string[];
}): Text {
  const ru: string[] = [];
  const en: string[] = [];
  const say = (russian: string, english: string): void => {
    ru.push(russian);
    en.push(english);
  };
  if (!checked)
    say(
      "По таблицам перечень не проверяется, он сопоставлен с перечнем отчёта.",
      "The tables do not decide this list; it is held against the report's.",
    );
  if (missing.ru) say(`В тексте не названы: ${missing.ru}.`, `Not named in the draft: ${missing.en}.`);
  if (extra.ru)
    say(
      `Названы, хотя ${checked ? "по таблицам" : "в отчёте"} их нет: ${extra.ru}.`,
      `Named, though not in the ${checked ? "tables" : "report"}: ${extra.en}.`,
    );
  if (doubtful.length > 0)
    say(
      `Названия допускают два прочтения: ${doubtful.join(", ")}.`,
      `Names with more than one reading: ${doubtful.join(", ")}.`,
    );
  if (unknown.length > 0) say(`Не удалось опознать: ${unknown.join(", ")}.`, `Not recognized: ${unknown.join(", ")}.`);
  if (status === "agrees") say("Перечень совпадает с таблицами.", "The list agrees with the tables.");
  if (
    ru.length === 0 ||
    (status === "uncertain" && !missing.ru && !extra.ru && checked && doubtful.length + unknown.length === 0)
  )
    say("Таблицы оставляют часть перечня открытой.", "The tables leave part of the list open.");
  return { ru: ru.join(" "), en: en.join(" ") };
}

/** Why nothing is held against a figure. */
export function notCovered(
  why: "nothing" | "comparison" | "range" | "points" | "list",
  doubtful: readonly string[] = [],
  unknown: readonly string[] = [],
): Text {
  const texts: Record<typeof why, Text> = {
    nothing: { ru: "Ни одно сведение не подходит достаточно близко.", en: "No statement fits closely enough." },
    comparison: {
      ru: "Предложение сравнивает два периода, к какому относится число, не ясно.",
      en: "The sentence compares two periods; which one the number belongs to is not clear.",
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

/** Several statements with different values fit as well. */
export function openBetween(findings: readonly Finding[]): Text {
  const shown = findings.slice(0, 3);
  return {
    ru: `Подходят несколько сведений, выбор был бы догадкой: ${shown.map(({ statement }) => `«${statement.ru}»`).join(", ")}.`,
    en: `Several statements fit and to choose would be a guess: ${shown.map(({ statement }) => `“${statement.en}”`).join(", ")}.`,
  };
}

/** A part of a text around a place, with «…» where it is cut. */
export function shorten(text: string, length: number, at = 0): string {
  const flat = text.replace(/\s/g, " ");
  if (flat.length <= length) return flat;
  const from = Math.max(0, Math.min(at - Math.floor(length / 2), flat.length - length));
  const part = flat.slice(from, from + length);
  return `${from > 0 ? "…" : ""}${part}${from + length < flat.length ? "…" : ""}`;
}
