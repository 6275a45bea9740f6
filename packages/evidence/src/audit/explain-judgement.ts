import type { Claim, Text } from "@metodika/core";
import { asksWho } from "../query/asks-who.ts";
import type { Definitions, Value } from "../query/counting.ts";
import type { World } from "../world/world.ts";
import type { Judgement } from "./judge.ts";

/** Why a statement was not checked, in words. */
export function explainNotCheckable(reason: string): Text {
  return {
    ru: `Запрос не задан или не выполняется: ${reason}.`,
    en: `There is no query that can be asked: ${reason}.`,
  };
}

/**
 * The arithmetic of a verdict in words, with what saves the statement where something does, and with the statements that
 * cannot all be true where the answer stays open because of them.
 */
export function explainJudgement(
  { world, claims }: Definitions,
  claim: Claim,
  judgement: Judgement,
  readings: readonly { title: Text }[],
): Text {
  const body = asksWho(claim.query) ? members(world, claim, judgement) : numbers(judgement);
  const saved =
    judgement.verdict === "contradicted" && readings.length > 0
      ? {
          ru: ` Возможное прочтение: ${readings.map(({ title }) => title.ru).join("; ")}.`,
          en: ` Possible reading: ${readings.map(({ title }) => title.en).join("; ")}.`,
        }
      : { ru: "", en: "" };
  const conflict = judgement.verdict === "undetermined" ? inConflict(judgement, claims) : { ru: "", en: "" };
  const bounded = judgement.exact ? { ru: "", en: "" } : { ru: " Перебор не полон.", en: " Not exact." };
  return {
    ru: `${body.ru}${saved.ru}${conflict.ru}${bounded.ru}`,
    en: `${body.en}${saved.en}${conflict.en}${bounded.en}`,
  };
}

/** More conflicts than this are not told in words; the smallest come first. */
const conflictsTold = 2;

function inConflict({ conflicts }: Judgement, claims: Definitions["claims"]): Text {
  const sentences = conflicts.slice(0, conflictsTold).map((ids) => {
    const statements = ids.flatMap((id) => claims.get(id)?.statement ?? []);
    return {
      ru: ` Вместе не могут быть верны сведения: ${statements.map(({ ru }) => `«${ru}»`).join("; ")}.`,
      en: ` These statements cannot all be true: ${statements.map(({ en }) => `“${en}”`).join("; ")}.`,
    };
  });
  return { ru: sentences.map(({ ru }) => ru).join(""), en: sentences.map(({ en }) => en).join("") };
}

function numbers({ values, verdict }: Judgement): Text {
  const texts = (lang: "ru" | "en") => shown(values, lang);
  if (values.length === 0)
    return { ru: "Другие сведения отчёта несовместимы с любым значением.", en: "The other statements fit no value." };
  if (verdict === "undetermined")
    return {
      ru: `По таблицам и остальному тексту возможно: ${texts("ru")}.`,
      en: `By the tables and the rest of the text possible: ${texts("en")}.`,
    };
  return {
    ru: `По таблицам и остальному тексту: ${texts("ru")}.`,
    en: `By the tables and the rest of the text: ${texts("en")}.`,
  };
}

function shown(values: readonly Value[], lang: "ru" | "en"): string {
  const numbers = values.flatMap((value) => (value.kind === "number" ? [value.value] : [])).sort((a, b) => a - b);
  if (numbers.length === values.length && numbers.length > 0) {
    const [low, high] = [numbers[0], numbers.at(-1)];
    return low === high ? local(low ?? 0, lang) : `${local(low ?? 0, lang)}–${local(high ?? 0, lang)}`;
  }
  const texts = values.map((value) => {
    if (value.kind === "share") {
      const percent =
        value.denominator === 0 ? "—" : local(Math.round((1000 * value.numerator) / value.denominator) / 10, lang);
      return `${value.numerator} ${lang === "ru" ? "из" : "of"} ${value.denominator} = ${percent} %`;
    }
    if (value.kind === "truth")
      return lang === "ru" ? (value.value ? "совпадает" : "не совпадает") : value.value ? "the same" : "not the same";
    return value.kind === "set" ? value.members.join(", ") : String(value.value);
  });
  return texts.length > 4 ? `${texts[0]} … ${texts.at(-1)}` : texts.join(lang === "ru" ? " или " : " or ");
}

const undetermined = { ru: "не определено", en: "undetermined" };
const possiblyWrong = { ru: "названы, но могут и не подходить", en: "named, and possibly not fitting" };

function members({ data }: World, claim: Claim, { certain, possible, verdict }: Judgement): Text {
  const named = Array.isArray(claim.printed) ? claim.printed : data.municipalities.map(({ id }) => id);
  const isComplete = claim.query !== undefined && ("list" in claim.query || "addressees" in claim.query);
  const gone = named.filter((id) => !possible.includes(id));
  const extra = isComplete ? certain.filter((id) => !named.includes(id)) : [];
  const open = possible.filter((id) => !certain.includes(id));
  const unnamed = isComplete ? open.filter((id) => !named.includes(id)) : [];
  const doubtful = open.filter((id) => !unnamed.includes(id));
  const names = (ids: readonly string[], lang: "ru" | "en") =>
    ids
      .map((id) => {
        const municipality = data.municipalities.find((candidate) => candidate.id === id);
        return (lang === "ru" ? municipality?.name : municipality?.name_en) ?? id;
      })
      .join(", ");
  const parts = (lang: "ru" | "en") =>
    [
      gone.length > 0
        ? `${lang === "ru" ? "названы, но по таблицам не подходят" : "named, and by the tables not fitting"}: ${names(gone, lang)}`
        : "",
      extra.length > 0
        ? `${lang === "ru" ? "подходят, но не названы" : "fitting, and not named"}: ${names(extra, lang)}`
        : "",
      verdict === "undetermined" && doubtful.length > 0
        ? `${(unnamed.length > 0 ? possiblyWrong : undetermined)[lang]}: ${names(doubtful, lang)}`
        : "",
      // Whoever may stand in the list too leaves the places of the others open.
      verdict === "undetermined" && unnamed.length > 0
        ? `${lang === "ru" ? "не названы, но могут подходить" : "possibly fitting, and not named"}: ${names(unnamed, lang)}`
        : "",
    ].filter(Boolean);
  const sentence = (lang: "ru" | "en") => {
    const all = parts(lang);
    if (all.length > 0) return `${all.join("; ")}.`;
    if (verdict === "contradicted")
      return lang === "ru"
        ? "Перечень несовместим с остальными сведениями."
        : "The list does not fit the other statements.";
    return lang === "ru"
      ? "Перечень следует из таблиц и остального текста."
      : "The list follows from the tables and the rest of the text.";
  };
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return { ru: upper(sentence("ru")), en: upper(sentence("en")) };
}

function local(value: number, lang: "ru" | "en"): string {
  return lang === "ru" ? String(value).replace(".", ",") : String(value);
}
