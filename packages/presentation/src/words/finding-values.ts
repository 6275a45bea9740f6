import type { Language, PrintedValue, RoundData } from "@metodika/core";
import type { Computed } from "@metodika/evidence";
import { municipalityName } from "../names/municipality-name.ts";
import { formatInterval } from "../numbers/format-interval.ts";
import { formatNumber } from "../numbers/format-number.ts";

/** Names of municipalities, divided by commas; «никто» for none. */
export function namesOf(ids: readonly string[], data: RoundData, lang: Language): string {
  if (ids.length === 0) return lang === "ru" ? "никто" : "none";
  return ids
    .map((id) => {
      const municipality = data.municipalities.find((candidate) => candidate.id === id);
      return municipality ? municipalityName(municipality, lang) : id;
    })
    .join(", ");
}

/** A printed value in words: numbers with their comma, lists by name. */
export function printedText(printed: PrintedValue | null, data: RoundData, lang: Language): string {
  const ru = lang === "ru";
  if (printed === null) return "";
  if (typeof printed === "number") return formatNumber(printed, lang);
  if (typeof printed === "string") return printed;
  if (typeof printed === "boolean") return printed ? (ru ? "да" : "yes") : ru ? "нет" : "no";
  if (Array.isArray(printed)) return `${printed.length}: ${namesOf(printed, data, lang)}`;
  if ("percent" in printed) return `${ru ? printed.percent.replace(".", ",") : printed.percent}\u00a0%`;
  if ("at_least" in printed) return `${ru ? "не менее" : "at least"} ${formatNumber(printed.at_least, lang)}`;
  return `${ru ? "более" : "more than"} ${formatNumber(printed.more_than, lang)}`;
}

/** What the tables give, in words; bounds where it is not one value. */
export function computedText(computed: Computed, data: RoundData, lang: Language): string {
  const ru = lang === "ru";
  if (computed === null) return "";
  if (typeof computed === "number") return formatNumber(computed, lang);
  if (typeof computed === "string") return computed;
  if (typeof computed === "boolean") return computed ? (ru ? "да" : "yes") : ru ? "нет" : "no";
  if ("low" in computed) return formatInterval([computed.low, computed.high], lang);
  if ("percent" in computed) {
    const percent = formatInterval(computed.percent, lang, { digits: 1 });
    const parts = [computed.numerator, computed.denominator].map((ends) => formatInterval(ends, lang));
    return `${percent}\u00a0% (${parts.join(ru ? " из " : " of ")})`;
  }
  const open = computed.possible.filter((id) => !computed.certain.includes(id));
  const certain = `${computed.certain.length}: ${namesOf(computed.certain, data, lang)}`;
  return open.length > 0 ? `${certain}; ${ru ? "возможно" : "possibly"}: ${namesOf(open, data, lang)}` : certain;
}

/** What a reading gives beside its verdict: «, получается 7»; nothing for a yes or no and for a list, which the verdict tells. */
export function resultText(computed: Computed, data: RoundData, lang: Language): string {
  if (computed === null || typeof computed === "boolean") return "";
  if (typeof computed === "object" && "certain" in computed) return "";
  return `${lang === "ru" ? ", получается" : ", it is"} ${computedText(computed, data, lang)}`;
}
