import type { Language, Text } from "@metodika/core";
import { say } from "../languages/say.ts";
import type { Agreement } from "./agreement.ts";

const texts: Record<Agreement, Text> = {
  same: { ru: "совпадает с рассчитанным", en: "agrees with the computed result" },
  possible: {
    ru: "входит в возможные значения; точнее по таблицам не определить",
    en: "is among the possible values; the tables do not say more",
  },
  different: {
    ru: "расхождение: по ячейкам таблицы получается другой результат",
    en: "differs: the cells of the table give another result",
  },
  "not-printed": { ru: "в отчёте не напечатано", en: "not printed in the report" },
  "not-computed": {
    ru: "в отчёте напечатано, по таблицам не рассчитывается",
    en: "printed in the report, cannot be computed from the tables",
  },
};

/** What an agreement says, in respectful words: a difference has several possible readings. */
export function agreementText(agreement: Agreement, lang: Language): string {
  return say(texts[agreement], lang);
}
