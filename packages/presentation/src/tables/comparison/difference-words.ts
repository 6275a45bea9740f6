import type { DifferenceKind, MethodologyDifference, MethodologyPart } from "@metodika/comparison";
import {
  criteriaOf,
  indicatorsOf,
  type Language,
  type Methodology,
  type MissingStatus,
  statusTitles,
  type Text,
} from "@metodika/core";
import { labels, methodLabels, policyLabels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import { describeAddressees } from "../../words/describe-addressees.ts";
import { describeCondition } from "../../words/describe-condition.ts";
import { describePoints } from "../../words/describe-points.ts";
import { describeScale } from "../../words/describe-scale.ts";
import { localNumber } from "../../words/local-number.ts";

/** The kinds of parts of a methodology. */
export const partLabels: Readonly<Record<MethodologyPart, Text>> = {
  indicator: labels.indicator,
  criterion: labels.criterion,
  missing: { ru: "Отсутствующие значения", en: "Missing values" },
  total: labels.total,
  level: labels.level,
  recommendation: labels.recommendation,
};

/** What became of a part, in words that fit every kind of part. */
export const differenceLabels: Readonly<Record<DifferenceKind, Text>> = {
  added: { ru: "добавлено", en: "added" },
  dropped: { ru: "исключено", en: "dropped" },
  renamed: { ru: "другой идентификатор", en: "renamed" },
  reworded: { ru: "другая формулировка", en: "reworded" },
  rescaled: { ru: "другая шкала", en: "rescaled" },
  rerated: { ru: "другое правило", en: "other rule" },
  moved: { ru: "в другом критерии", en: "in another criterion" },
};

/** How a part is called in a methodology; its id where it has no title there. */
export function partTitle(part: MethodologyPart, id: string, methodology: Methodology, lang: Language): string {
  if (part === "missing") return say(statusTitles[id as MissingStatus], lang);
  if (part === "total") return say(labels.total, lang);
  if (part === "recommendation") {
    const found = methodology.recommendations?.find((one) => one.id === id);
    return found ? say(found.text, lang) : id;
  }
  const found =
    part === "indicator"
      ? indicatorsOf(methodology).find(({ indicator }) => indicator.id === id)?.indicator
      : part === "criterion"
        ? criteriaOf(methodology).find((one) => one.id === id)
        : methodology.levels?.find((one) => one.id === id);
  return found ? shortTitle(found, lang) : id;
}

/** What a methodology says of a part, as far as it differs: one line for each kind of difference. */
export function describePart(
  { part, kinds }: Pick<MethodologyDifference, "part" | "kinds">,
  id: string | undefined,
  methodology: Methodology,
  lang: Language,
): string {
  if (id === undefined) return "";
  const whole = kinds.includes("added") || kinds.includes("dropped");
  const tells = (kind: DifferenceKind) => whole || kinds.includes(kind);
  return describers[part](id, methodology, lang, tells)
    .filter((line) => line !== "")
    .join("; ");
}

type Describe = (
  id: string,
  methodology: Methodology,
  lang: Language,
  tells: (kind: DifferenceKind) => boolean,
) => string[];

const describers: Readonly<Record<MethodologyPart, Describe>> = {
  indicator: (id, methodology, lang, tells) => {
    const placed = indicatorsOf(methodology).find(({ indicator }) => indicator.id === id);
    if (!placed) return [];
    const { indicator, scale, criterion } = placed;
    return [
      ...(tells("renamed") ? [id] : []),
      ...(tells("reworded") ? [say(indicator.title, lang)] : []),
      ...(tells("moved") ? [say(criterion.title, lang)] : []),
      ...(tells("rescaled") ? [`${lower(labels.scale, lang)}: ${describeScale(scale, lang)}`] : []),
      ...(tells("rerated")
        ? [
            `${lower(labels.points, lang)}: ${describePoints(indicator, scale, lang)}`,
            weightText(indicator.weight, lang),
          ]
        : []),
    ];
  },
  criterion: (id, methodology, lang, tells) => {
    const found = criteriaOf(methodology).find((one) => one.id === id);
    if (!found) return [];
    const holder = criteriaOf(methodology).find(({ criteria = [] }) => criteria.some((one) => one.id === id));
    return [
      ...(tells("reworded") ? [say(found.title, lang)] : []),
      ...(tells("moved") && holder ? [say(holder.title, lang)] : []),
      ...(tells("rerated")
        ? [
            found.points ? say(methodLabels[found.points.aggregate], lang) : say(labels.noPoints, lang),
            weightText(found.weight, lang),
          ]
        : []),
    ];
  },
  missing: (id, methodology, lang) => [say(policyLabels[methodology.missing[id as MissingStatus].policy], lang)],
  total: (_, { total }, lang) => (total ? [say(methodLabels[total.aggregate], lang)] : []),
  level: (id, methodology, lang, tells) => {
    const found = methodology.levels?.find((one) => one.id === id);
    if (!found) return [];
    const title = (code: string) => {
      const own = found.codes.find((one) => one.code === code);
      return own ? say(own.title, lang) : code;
    };
    return [
      ...(tells("reworded") ? [say(found.title, lang)] : []),
      ...(tells("rescaled") ? [found.codes.map(({ title: own }) => say(own, lang)).join(", ")] : []),
      ...(tells("rerated")
        ? found.rules.map(
            ({ level, when }) =>
              `${title(level)} — ${when ? describeCondition(when, methodology, lang) : say(labels.otherwise, lang)}`,
          )
        : []),
    ];
  },
  recommendation: (id, methodology, lang, tells) => {
    const found = methodology.recommendations?.find((one) => one.id === id);
    if (!found) return [];
    return [
      ...(tells("reworded") ? [say(found.text, lang)] : []),
      ...(tells("rerated") ? [describeAddressees(found, methodology, lang, [])] : []),
    ];
  },
};

function lower(text: Text, lang: Language): string {
  return say(text, lang).toLowerCase();
}

function weightText(weight: number | string | undefined, lang: Language): string {
  return weight === undefined ? "" : `${lower(labels.weight, lang)} ${localNumber(weight, lang)}`;
}
