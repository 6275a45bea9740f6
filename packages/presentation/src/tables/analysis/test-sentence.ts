import type { GroupTest } from "@metodika/analysis";
import type { Language } from "@metodika/core";
import { formatNumber } from "../../numbers/format-number.ts";
import { countPhrase, endsOf } from "../../words/count-phrase.ts";

/** Up to this p a difference is rarely chance; a custom, which the sentence names. */
const rare = 0.05;

/**
 * What a test can and cannot show, in plain words: the exact p with what it hangs on, whether the data show a difference,
 * and how great one would have to be to show among so few.
 */
export function testSentence(
  { result, reason, open, n }: Pick<GroupTest, "result" | "reason" | "open" | "n">,
  lang: Language,
): string {
  if (!result) return reasonText(reason, lang);
  const ru = lang === "ru";
  const p = chance(result.p, lang);
  const hangs =
    open.length > 0
      ? ru
        ? ` при всех возможных значениях того, что неизвестно (муниципалитетов: ${open.length})`
        : ` over all values that the ${open.length} unknown municipalities can have`
      : "";
  const first = ru
    ? `${countPhrase(n, "municipality", "ru")}: ${p}${hangs}.`
    : `${countPhrase(n, "municipality", "en")}: ${p}${hangs}.`;
  return [first, verdict(result.p, lang), limits(result, lang)].filter(Boolean).join(" ");
}

/** «p = 0,65»; one too small for two digits is told by a bound: «p < 0,01». */
function chance([low, high]: readonly [number, number], lang: Language): string {
  return high < 0.01 ? `p < ${formatNumber(0.01, lang, { digits: 2 })}` : `p = ${ends([low, high], lang)}`;
}

type Result = NonNullable<GroupTest["result"]>;

function verdict([low, high]: Result["p"], lang: Language): string {
  const ru = lang === "ru";
  if (high <= rare)
    return ru
      ? "Группы различаются сильнее, чем обычно даёт случай; о причине это не говорит."
      : "The groups differ more than chance usually gives; this does not tell why.";
  if (low <= rare)
    return ru
      ? "Показывают ли данные различие, зависит от неизвестных значений."
      : "Whether the data show a difference hangs on the unknown values.";
  return ru
    ? "Различия между группами данные не показывают, но и его отсутствия не доказывают."
    : "The data show no difference between the groups, and do not prove that there is none.";
}

function limits({ detectable, epsilonSquared, p }: Result, lang: Language): string {
  if (p[1] <= rare) return "";
  const ru = lang === "ru";
  if (!detectable)
    return ru
      ? "При таких группах p не выше 0,05 недостижимо, каким бы ни было различие."
      : "With such groups no difference, however great, reaches a p of 0.05.";
  const percent = (bounds: readonly [number, number]) =>
    ends(
      [Math.round(100 * bounds[0]) / 100, Math.round(100 * bounds[1]) / 100].map((end) => 100 * end) as [
        number,
        number,
      ],
      lang,
      0,
    );
  const [needed, found] = [percent([detectable[0], detectable[0]]), percent(epsilonSquared)];
  return ru
    ? `Чтобы p было не выше 0,05, на различие между группами должно приходиться не меньше ${needed}\u00a0% разброса рангов; приходится ${found}\u00a0%.`
    : `For a p of 0.05 at least ${needed}% of the variance of ranks would have to lie between the groups; ${found}% does.`;
}

function ends([low, high]: readonly [number, number], lang: Language, digits = 2): string {
  const [from, to] = [low, high].map((end) => formatNumber(end, lang, { digits }));
  return from === to ? `${from}` : endsOf([low, high], lang, digits);
}

function reasonText(reason: GroupTest["reason"], lang: Language): string {
  const texts = {
    "nothing-to-test": {
      ru: "Проверять нечего: значения одинаковы или в группах никого нет.",
      en: "Nothing to test: all values are alike, or groups are empty.",
    },
    "too-many-completions": {
      ru: "Не рассчитано: неизвестных значений слишком много, чтобы перебрать все случаи.",
      en: "Not calculated: too many values are unknown to try all cases.",
    },
    "too-large": {
      ru: "Не рассчитано: значений слишком много для точного расчёта.",
      en: "Not calculated: too many values for an exact result.",
    },
  };
  return texts[reason ?? "nothing-to-test"][lang];
}
