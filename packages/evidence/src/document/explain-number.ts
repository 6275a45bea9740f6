import type { Text } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import type { Expected } from "./compare.ts";
import type { DraftStatus } from "./draft-finding.ts";
import type { Figure } from "./figures.ts";
import type { Quantity } from "./quantity.ts";
import { isPrintedNumber, printedIn, reportSays } from "./report-says.ts";

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
 * @param other a base of the share that gives the figure where the usual one does not
 */
export function explainNumber(
  figure: Figure,
  quantity: Pick<Quantity, "finding" | "universe"> | undefined,
  expected: Expected | undefined,
  status: DraftStatus,
  universes: UniverseTitles,
  other?: { universe: string; expected: Expected },
): Text {
  const finding = quantity?.finding;
  if (!expected) return explainByReport(figure, finding, status);
  const tables = numberIn(expected);
  const base = expected.share && quantity ? universes(quantity.universe) : undefined;
  const first: Text = {
    ru: `По таблицам ${tables.ru}, в тексте ${figure.text}.${base ? ` Основание доли: ${base.ru}.` : ""}`,
    en: `The tables give ${tables.en}, the draft has ${figure.text}.${base ? ` The base of the share: ${base.en}.` : ""}`,
  };
  if (other) {
    const [share, title] = [numberIn(other.expected), universes(other.universe)];
    return {
      ru: `${first.ru} Возможное прочтение: ${share.ru}, если основание доли — ${title.ru}.`,
      en: `${first.en} Possible reading: ${share.en}, if the base of the share is ${title.en}.`,
    };
  }
  if (status === "agrees" && expected.low < expected.high && finding && reportSays(figure, finding) === "same")
    return { ru: `${first.ru} Так и в отчёте.`, en: `${first.en} So does the report.` };
  if (status !== "disagrees") return first;
  // A figure that the report prints too has all its readings; another those that give it.
  const isReport = isPrintedNumber(figure, finding);
  const readings = finding?.readings.filter(({ computed }) => isReport || computed === figure.value) ?? [];
  return {
    ru: [first.ru, ...readings.map(({ title }) => `Подтверждается в таком прочтении: ${title.ru}.`)].join(" "),
    en: [first.en, ...readings.map(({ title }) => `It holds in this reading: ${title.en}.`)].join(" "),
  };
}

/** What the report prints, where the tables give no number. */
function explainByReport(figure: Figure, finding: Finding | undefined, status: DraftStatus): Text {
  const printed = finding ? printedIn(finding) : undefined;
  if (status === "agrees")
    return {
      ru: `Как в отчёте: ${figure.text}. По таблицам это не проверяется.`,
      en: `As in the report: ${figure.text}. The tables do not decide it.`,
    };
  if (status === "disagrees" && printed)
    return {
      ru: `В отчёте указано ${printed.ru}, в тексте ${figure.text}; по таблицам это не проверяется.`,
      en: `The report prints ${printed.en}, the draft has ${figure.text}; the tables do not decide it.`,
    };
  return {
    ru: `По таблицам это не проверяется${printed ? `; в отчёте указано ${printed.ru}` : ""}; в тексте ${figure.text}.`,
    en: `The tables do not decide it${printed ? `; the report prints ${printed.en}` : ""}; the draft has ${figure.text}.`,
  };
}
