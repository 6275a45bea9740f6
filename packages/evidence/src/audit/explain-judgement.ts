import type { Claim, Text } from "@metodika/core";
import { asksWho } from "../query/asks-who.ts";
import type { Definitions, Value } from "../query/counting.ts";
import type { World } from "../world/world.ts";
import type { Judgement } from "./judge.ts";
import { placesOf } from "./places-of.ts";

/** Why a statement was not checked, in words. */
export function explainNotCheckable(reason: string): Text {
  return {
    ru: `Запрос не задан или не выполняется: ${reason}.`,
    en: `There is no query that can be asked: ${reason}.`,
  };
}

/** Why addressees that a rule of ours does not give are not called wrong. */
export function explainReconstructed(): Text {
  return {
    ru: "Основания отчёт не называет; правило адресации — реконструкция, регионом не утверждена, и этот перечень оно не даёт.",
    en: "The report names no ground; the rule of addressees is a reconstruction, not approved by the region, and does not give this list.",
  };
}

/** A universe that, taken as base, gives the printed share, with the shares that it gives. */
export interface OtherBase {
  id: string;
  values: readonly Value[];
}

/**
 * The arithmetic of a verdict in words, with what saves the statement where something does, and with the statements that
 * cannot all be true where the answer stays open because of them. A contradicted share that another base gives says so
 * first; its readings that change the base alone are not told again.
 */
export function explainJudgement(
  { world, claims }: Definitions,
  claim: Claim,
  judgement: Judgement,
  readings: readonly { id: string; title: Text }[],
  bases: readonly OtherBase[] = [],
): Text {
  const isContradicted = judgement.verdict === "contradicted";
  const other = isContradicted ? otherBase(world, claim, judgement, bases) : undefined;
  const body = other ?? (asksWho(claim.query) ? members(world, claim, judgement) : numbers(claim, judgement));
  const ofBase = new Set(
    (claim.readings ?? []).filter(({ base, query }) => base !== undefined && query === undefined).map(({ id }) => id),
  );
  const told = other ? readings.filter(({ id }) => !ofBase.has(id)) : readings;
  const saved =
    isContradicted && told.length > 0
      ? {
          ru: ` Возможное прочтение: ${told.map(({ title }) => title.ru).join("; ")}.`,
          en: ` Possible reading: ${told.map(({ title }) => title.en).join("; ")}.`,
        }
      : { ru: "", en: "" };
  const conflict = judgement.verdict === "undetermined" ? inConflict(judgement, claims) : { ru: "", en: "" };
  const bounded = judgement.exact ? { ru: "", en: "" } : { ru: " Перебор не полон.", en: " Not exact." };
  return {
    ru: `${body.ru}${saved.ru}${conflict.ru}${bounded.ru}`,
    en: `${body.en}${saved.en}${conflict.en}${bounded.en}`,
  };
}

/** «Верно от 34 (все муниципалитеты региона): 19 из 34; названы муниципалитеты, заявившие ММС, их 31.» */
function otherBase(
  { data }: World,
  claim: Claim,
  { values }: Judgement,
  bases: readonly OtherBase[],
): Text | undefined {
  const title = (id: string): Text =>
    data.claims?.universes?.find((universe) => universe.id === id)?.title ?? {
      ru: "все муниципалитеты региона",
      en: "all municipalities of the region",
    };
  const told = bases.flatMap((base) => {
    const [value, ...more] = base.values;
    return value?.kind === "share" && more.length === 0 ? [{ title: title(base.id), value }] : [];
  });
  const named = title(claim.base ?? claim.universe ?? "all");
  const sizes = new Set(values.map((value) => (value.kind === "share" ? value.denominator : undefined)));
  const [size] = sizes;
  if (told.length === 0 || sizes.size !== 1 || size === undefined) return undefined;
  const ru = told.map(({ title: { ru: who }, value }) => `от ${value.denominator} (${who}): ${shown([value], "ru")}`);
  const en = told.map(({ title: { en: who }, value }) => `of ${value.denominator} (${who}): ${shown([value], "en")}`);
  return {
    ru: `Верно ${ru.join("; ")}. Названы ${named.ru}, их ${size}: ${shown(values, "ru")}.`,
    en: `Right ${en.join("; ")}. Named are ${named.en}, ${size} of them: ${shown(values, "en")}.`,
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

function numbers(claim: Claim, { values, verdict }: Judgement): Text {
  const texts = (lang: "ru" | "en") => shown(values, lang);
  if (values.length === 0)
    return { ru: "Другие сведения отчёта несовместимы с любым значением.", en: "The other statements fit no value." };
  if (verdict === "undetermined")
    return {
      ru: `По таблицам и остальному тексту возможно: ${texts("ru")}.`,
      en: `By the tables and the rest of the text possible: ${texts("en")}.`,
    };
  if (values.every(({ kind }) => kind === "truth"))
    return verdict === "contradicted"
      ? { ru: "В отчёте об этом сказано по-разному.", en: "The report tells this in two ways." }
      : { ru: "Сведения отчёта согласуются.", en: "The statements agree." };
  const [value, ...more] = values;
  if (
    verdict === "contradicted" &&
    value?.kind === "number" &&
    more.length === 0 &&
    typeof claim.printed === "number"
  ) {
    const apart = Math.round(1e6 * Math.abs(value.value - claim.printed)) / 1e6;
    const isMore = value.value > claim.printed;
    return {
      ru: `По таблицам и остальному тексту на ${local(apart, "ru")} ${isMore ? "больше" : "меньше"}: ${texts("ru")}.`,
      en: `By the tables and the rest of the text ${local(apart, "en")} ${isMore ? "more" : "less"}: ${texts("en")}.`,
    };
  }
  return {
    ru: `По таблицам и остальному тексту получается ${texts("ru")}.`,
    en: `By the tables and the rest of the text it is ${texts("en")}.`,
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

/** What a list is held against: tables, the text, or both. */
function groundsOf(places: readonly string[]): Text {
  const tables = places.filter((place) => / table /.test(place)).length;
  if (tables === 0 && places.length > 0) return { ru: "другим сведениям отчёта", en: "other statements of the report" };
  if (tables === places.length) return { ru: "таблицам", en: "the tables" };
  return { ru: "таблицам и тексту", en: "the tables and the text" };
}

function members({ data }: World, claim: Claim, { certain, possible, verdict }: Judgement): Text {
  const by = groundsOf(claim.query ? placesOf(claim.query, data) : []);
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
  // A list may name too many; a statement about somebody or about all is not borne out.
  const goneText = (lang: "ru" | "en") =>
    isComplete
      ? { ru: `названы, хотя по ${by.ru} не подходят`, en: `named, though by ${by.en} not fitting` }[lang]
      : { ru: `по ${by.ru} иначе`, en: `otherwise by ${by.en}` }[lang];
  const parts = (lang: "ru" | "en") =>
    [
      gone.length > 0 ? `${goneText(lang)}: ${names(gone, lang)}` : "",
      extra.length > 0
        ? `${lang === "ru" ? `подходят по ${by.ru}, но не названы` : `fitting by ${by.en}, and not named`}: ${names(extra, lang)}`
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
