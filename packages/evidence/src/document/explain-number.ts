import type { Text } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import type { Expected } from "./compare.ts";
import type { DraftStatus } from "./draft-finding.ts";
import type { Figure } from "./figures.ts";
import type { Quantity } from "./quantity.ts";

/** The title of a universe by its id. */
export type UniverseTitles = (id: string) => Text;

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

/**
 * What the tables say of a number of a draft; of a share, of whom it is one.
 *
 * @param other universes that would give a share that disagrees
 */
export function explainNumber(
  figure: Figure,
  quantity: Pick<Quantity, "finding" | "universe"> | undefined,
  expected: Expected | undefined,
  status: DraftStatus,
  universes: UniverseTitles,
  other: readonly string[] = [],
): Text {
  const finding = quantity?.finding;
  const printed = finding ? printedIn(finding) : undefined;
  if (!expected)
    return {
      ru: `По таблицам это не проверяется${printed ? `; в отчёте указано ${printed.ru}` : ""}; в тексте ${figure.text}.`,
      en: `The tables do not decide it${printed ? `; the report prints ${printed.en}` : ""}; the draft has ${figure.text}.`,
    };
  const tables = numberIn(expected);
  const base = expected.share && quantity ? universes(quantity.universe) : undefined;
  const first: Text = {
    ru: `По таблицам ${tables.ru}, в тексте ${figure.text}.${base ? ` Основание доли: ${base.ru}.` : ""}`,
    en: `The tables give ${tables.en}, the draft has ${figure.text}.${base ? ` The base of the share: ${base.en}.` : ""}`,
  };
  if (status !== "disagrees") return first;
  const readings = finding?.readings.filter(({ computed }) => computed === figure.value) ?? [];
  const own = finding && isPrinted(figure, finding) ? finding.bases : [];
  const bases = [...new Set([...own, ...other])].filter((id) => id !== quantity?.universe);
  return {
    ru: [
      first.ru,
      ...readings.map(({ title }) => `Подтверждается в таком прочтении: ${title.ru}.`),
      ...(bases.length > 0
        ? [`Получается при другом основании доли: ${bases.map((id) => universes(id).ru).join("; ")}.`]
        : []),
    ].join(" "),
    en: [
      first.en,
      ...readings.map(({ title }) => `It holds in this reading: ${title.en}.`),
      ...(bases.length > 0
        ? [`Another base of the share gives it: ${bases.map((id) => universes(id).en).join("; ")}.`]
        : []),
    ].join(" "),
  };
}

function isPrinted(figure: Figure, { printed }: Finding): boolean {
  return (
    figure.kind === "percent" &&
    typeof printed === "object" &&
    printed !== null &&
    "percent" in printed &&
    Number(printed.percent) === figure.value
  );
}

function printedIn({ printed }: Finding): Text | undefined {
  if (printed === null || typeof printed === "boolean" || Array.isArray(printed)) return undefined;
  if (typeof printed !== "object") return { ru: String(printed).replace(".", ","), en: String(printed) };
  if ("percent" in printed) return { ru: `${printed.percent.replace(".", ",")}\u00a0%`, en: `${printed.percent}%` };
  if ("at_least" in printed) return { ru: `не менее ${printed.at_least}`, en: `at least ${printed.at_least}` };
  return { ru: `более ${printed.more_than}`, en: `more than ${printed.more_than}` };
}
