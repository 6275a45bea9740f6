import type { Claim, Language, Query, RoundData } from "@metodika/core";
import { claimsOf, type Finding } from "@metodika/evidence";
import { formatPlaces } from "../names/format-places.ts";
import { formatDate } from "../numbers/format-date.ts";
import { formatNumber } from "../numbers/format-number.ts";
import { computedText, namesOf, printedText } from "./finding-values.ts";

/** The two sides of a statement that is held against others, for two cells of a table. */
export interface Sides {
  printed: string;
  against: string;
}

/**
 * What a statement prints and what stands against it, in words: of two dates or figures that should agree both, each with its place;
 * of a list who is missing in it and who is too many, all by name. Where nothing of the kind applies, the values as they are.
 *
 * @param claims of the round by id; read from the round unless given
 */
export function sidesOf(
  finding: Finding,
  data: RoundData,
  lang: Language,
  claims: ReadonlyMap<string, Claim> = new Map(claimsOf(data).map((claim) => [claim.id, claim])),
): Sides {
  const query = claims.get(finding.id)?.query;
  const plain = {
    printed: printedText(finding.printed, data, lang),
    against: computedText(finding.computed, data, lang),
  };
  if (!query) return plain;
  if ("same" in query) return sameSides(query.same, finding, data, lang, claims) ?? sameInWords(finding, lang);
  if (finding.verdict !== "contradicted") return plain;
  const { disagreeing = [] } = finding;
  if (disagreeing.length === 0) return plain;
  const names = (ids: readonly string[]): string => namesOf(ids, data, lang);
  const ru = lang === "ru";
  if ("every" in query) {
    const isAll = finding.universe === "all";
    return {
      printed: isAll ? (ru ? "все муниципалитеты" : "all municipalities") : ru ? "да" : "yes",
      against: isAll
        ? `${ru ? "все, кроме" : "all except"}: ${names(disagreeing)}`
        : `${ru ? "не подтверждается" : "not confirmed"}: ${names(disagreeing)}`,
    };
  }
  const printed = Array.isArray(finding.printed) ? finding.printed : [];
  const missing = disagreeing.filter((id) => !printed.includes(id));
  const extra = disagreeing.filter((id) => printed.includes(id));
  if ("includes" in query)
    return {
      printed: names(printed),
      against:
        extra.length === printed.length
          ? ru
            ? "не подтверждается"
            : "not confirmed"
          : `${ru ? "не подтверждается" : "not confirmed"}: ${names(extra)}`,
    };
  const told = [
    missing.length > 0 ? `${ru ? "в перечне нет" : "missing in the list"}: ${names(missing)}` : "",
    extra.length > 0
      ? `${ru ? "в перечне есть, но не подходят" : "in the list, and not fitting"}: ${names(extra)}`
      : "",
  ];
  return { ...plain, against: told.filter(Boolean).join("; ") };
}

/** Both values, each with its place; undefined where a part is no date and no printed figure. */
function sameSides(
  parts: readonly Query[],
  { source }: Finding,
  data: RoundData,
  lang: Language,
  claims: ReadonlyMap<string, Claim>,
): Sides | undefined {
  const sides = parts.map((part) => sideOf(part, data, lang, claims));
  const [first, second] = sides;
  if (!first || !second || sides.length !== 2) return undefined;
  // What stands at the place of the statement itself comes first.
  const isTurned = second.places.includes(source) && !first.places.includes(source);
  const [printed, against] = isTurned ? [second, first] : [first, second];
  return { printed: placed(printed, lang), against: placed(against, lang) };
}

interface Side {
  text: string;
  places: readonly string[];
}

function placed({ text, places }: Side, lang: Language): string {
  return places.length === 0 ? text : `${text} (${formatPlaces(places, lang)})`;
}

function sideOf(part: Query, data: RoundData, lang: Language, claims: ReadonlyMap<string, Claim>): Side | undefined {
  if ("date" in part) {
    const date = data.round.dates.find(({ id }) => id === part.date);
    return date && { text: schoolYear(date.value, lang) ?? formatDate(date.value, lang), places: [date.source] };
  }
  if ("fact" in part) {
    const fact = data.facts.find(({ id }) => id === part.fact);
    return fact && { text: fact.value, places: [fact.source] };
  }
  if ("number" in part) return { text: formatNumber(part.number, lang), places: [] };
  if ("claim" in part) {
    const claim = claims.get(part.claim);
    if (claim?.printed === undefined) return undefined;
    return { text: printedText(claim.printed, data, lang), places: [claim.source] };
  }
  if (!("sum" in part)) return undefined;
  const sides = part.sum.map((one) => sideOf(one, data, lang, claims));
  const known = sides.flatMap((side) => (side ? [side] : []));
  if (known.length !== sides.length) return undefined;
  return {
    text: known.map(({ text }) => text).join(" + "),
    places: [...new Set(known.flatMap(({ places }) => places))],
  };
}

/** «2020–2021 годы»; undefined for anything else. */
function schoolYear(value: string, lang: Language): string | undefined {
  const years = /^(\d{4})-(\d{4})$/.exec(value);
  return years ? `${years[1]}–${years[2]}${lang === "ru" ? "\u00a0годы" : ""}` : undefined;
}

function sameInWords({ computed }: Finding, lang: Language): Sides {
  const ru = lang === "ru";
  return {
    printed: ru ? "одно и то же" : "the same",
    against:
      computed === true ? (ru ? "совпадает" : "agrees") : computed === false ? (ru ? "различается" : "differs") : "",
  };
}
