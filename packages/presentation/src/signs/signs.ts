import { basisTitles, type MissingStatus, missingStatuses, statusTitles, type Text } from "@metodika/core";

/** Why a place in a table shows no single value, or none that the report printed there. */
export type SignKey = MissingStatus | "bounded" | "derived" | "inferred" | "not-scored";

/** A short mark for a narrow column and what it says. */
export interface Sign {
  sign: Text;
  title: Text;
}

const short: Record<MissingStatus, Text> = {
  L: { ru: "н/п", en: "n/s" },
  M: { ru: "×", en: "×" },
  O: { ru: "…", en: "…" },
  Q: { ru: "скр", en: "sup" },
  S: { ru: "ос", en: "se" },
};

/**
 * One sign for each kind of absent value, kept apart; none of them looks like a no or a zero, which are values.
 *
 * @example
 * signs.L.sign.ru // "н/п": сведения не представлены
 */
export const signs: Readonly<Record<SignKey, Sign>> = {
  ...(Object.fromEntries(
    missingStatuses.map((status) => [status, { sign: short[status], title: statusTitles[status] }]),
  ) as Record<MissingStatus, Sign>),
  bounded: {
    sign: { ru: "?", en: "?" },
    title: {
      ru: "определено неоднозначно: возможно несколько значений",
      en: "known within bounds: several values are possible",
    },
  },
  derived: { sign: { ru: "в", en: "r" }, title: basisTitles.derived },
  inferred: { sign: { ru: "р", en: "i" }, title: basisTitles.inferred },
  "not-scored": {
    sign: { ru: "н/о", en: "n/a" },
    title: { ru: "не оценивается: сведений нет", en: "not scored: there is nothing to score" },
  },
};

/** Beside a value whose evidence the report links. */
export const linkMark = "↗";

/** What the mark of a link says. */
export const linkTitle: Text = {
  ru: "в отчёте значение подчёркнуто: к нему дана ссылка на подтверждение",
  en: "underlined in the report: the evidence was linked",
};
