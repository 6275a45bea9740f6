import {
  type Condition,
  criteriaOf,
  indicatorsBelow,
  indicatorsOf,
  type Language,
  type Methodology,
  type PlacedIndicator,
  type Scale,
  statusTitles,
} from "@metodika/core";
import { colorLabels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { shortTitle } from "../names/short-title.ts";
import { plural } from "../numbers/plural.ts";
import { either, quote } from "./join.ts";
import { localNumber } from "./local-number.ts";

type Of<Key extends string> = Extract<Condition, Record<Key, unknown>>;

/**
 * A condition of a methodology in words, with titles in place of ids.
 *
 * @example
 * describeCondition({ indicator: "regulation", is: ["yes"] }, methodology, "ru") // "значение показателя «Положение» — «Да»"
 */
export function describeCondition(condition: Condition, methodology: Methodology, lang: Language): string {
  const ru = lang === "ru";
  if ("all" in condition) return group(condition.all, ru ? "одновременно" : "all of", methodology, lang);
  if ("any" in condition)
    return group(condition.any, ru ? "хотя бы одно из условий" : "at least one of", methodology, lang);
  if ("not" in condition)
    return `${ru ? "неверно, что" : "it is not true that"} ${describeCondition(condition.not, methodology, lang)}`;
  if ("indicator" in condition) return describeIndicator(condition, methodology, lang);
  if ("count" in condition) return describeCount(condition, methodology, lang);
  if ("points" in condition) {
    const criterion = criteriaOf(methodology).find(({ id }) => id === condition.points);
    const name = criterion
      ? `${ru ? "баллы по критерию" : "points of the criterion"} ${quote(shortTitle(criterion, lang), lang)}`
      : ru
        ? "сумма баллов"
        : "total points";
    return `${name} — ${limits(condition, lang)}`;
  }
  const level = methodology.levels?.find(({ id }) => id === condition.level);
  const titles = condition.is.map((code) => {
    const found = level?.codes.find((candidate) => candidate.code === code);
    return found ? say(found.title, lang) : code;
  });
  return `${ru ? "уровень" : "level"} ${quote(level ? say(level.title, lang) : condition.level, lang)} — ${either(titles, lang)}`;
}

/** Conditions together; a group inside a group stands in brackets, so that nothing can be read in two ways. */
function group(parts: readonly Condition[], word: string, methodology: Methodology, lang: Language): string {
  const texts = parts.map((part) => {
    const text = describeCondition(part, methodology, lang);
    return parts.length > 1 && ("all" in part || "any" in part) ? `(${text})` : text;
  });
  return texts.length === 1 ? (texts[0] ?? "") : `${word}: ${texts.join("; ")}`;
}

function describeIndicator(condition: Of<"indicator">, methodology: Methodology, lang: Language): string {
  const ru = lang === "ru";
  const place = indicatorsOf(methodology).find(({ indicator }) => indicator.id === condition.indicator);
  const name = quote(place ? shortTitle(place.indicator, lang) : condition.indicator, lang);
  const value = (limit: string | number) => (place ? codeOrNumber(limit, place.scale, lang) : String(limit));
  const demands: string[] = [];
  if (condition.is)
    demands.push(
      either(
        condition.is.map((code) => (place ? titleOf(code, place.scale, lang) : code)),
        lang,
      ),
    );
  if (condition.at_least !== undefined) demands.push(`${ru ? "не ниже" : "at least"} ${value(condition.at_least)}`);
  if (condition.at_most !== undefined) demands.push(`${ru ? "не выше" : "at most"} ${value(condition.at_most)}`);
  const values = demands.join(ru ? " и " : " and ");
  const states = condition.status
    ? either(
        condition.status.map((status) => say(statusTitles[status], lang)),
        lang,
      )
    : "";
  const state = states && `${ru ? "состояние данных" : "state of the data"} — ${states}`;
  if (!values) return ru ? `показатель ${name}: ${state}` : `indicator ${name}: ${state}`;
  const subject = ru ? `значение показателя ${name}` : `value of the indicator ${name}`;
  return `${subject} — ${values}${state ? ` ${ru ? "или" : "or"} ${state}` : ""}`;
}

function describeCount(condition: Of<"count">, methodology: Methodology, lang: Language): string {
  const ru = lang === "ru";
  const { criterion: criterionId, indicators, codes = [], status = [] } = condition.count;
  const criterion = criteriaOf(methodology).find(({ id }) => id === criterionId);
  const ids = indicators ?? (criterion ? indicatorsBelow(criterion).map(({ id }) => id) : []);
  const places = indicatorsOf(methodology).filter(({ indicator }) => ids.includes(indicator.id));
  const where =
    criterion && !indicators
      ? `${ru ? "критерия" : "of the criterion"} ${quote(shortTitle(criterion, lang), lang)}`
      : `${ru ? "из числа" : "among"} ${places.map(({ indicator }) => quote(shortTitle(indicator, lang), lang)).join(", ")}`;
  const values =
    codes.length > 0
      ? either(
          codes.map((code) => commonTitle(code, places, lang)),
          lang,
        )
      : "";
  const states =
    status.length > 0
      ? either(
          status.map((one) => say(statusTitles[one], lang)),
          lang,
        )
      : "";
  const what = [
    values && `${ru ? "со значением" : "with the value"} ${values}`,
    states && `${ru ? "с состоянием данных" : "with the state of the data"} ${states}`,
  ]
    .filter(Boolean)
    .join(ru ? " или " : " or ");
  return `${howMany(condition, lang)} ${where} ${what}`;
}

/** «не менее 2 показателей», «ни одного показателя». */
function howMany({ at_least, at_most }: Of<"count">, lang: Language): string {
  const ru = lang === "ru";
  const low = at_least === undefined ? undefined : Number(at_least);
  const high = at_most === undefined ? undefined : Number(at_most);
  const genitive = (n: number) =>
    plural(
      n,
      ru ? { one: "показателя", few: "показателей", many: "показателей" } : { one: "indicator", many: "indicators" },
      lang,
    );
  const show = (n: number) => localNumber(n, lang);
  if (high === 0) return ru ? "ни одного показателя" : "no indicator";
  if (low !== undefined && high !== undefined) {
    if (low === high) {
      const nominative = ru
        ? { one: "показатель", few: "показателя", many: "показателей" }
        : { one: "indicator", many: "indicators" };
      return `${ru ? "ровно" : "exactly"} ${show(low)} ${plural(low, nominative, lang)}`;
    }
    return ru ? `от ${show(low)} до ${show(high)} ${genitive(high)}` : `${show(low)} to ${show(high)} indicators`;
  }
  if (low !== undefined) return `${ru ? "не менее" : "at least"} ${show(low)} ${genitive(low)}`;
  if (high !== undefined) return `${ru ? "не более" : "at most"} ${show(high)} ${genitive(high)}`;
  return ru ? "любое число показателей" : "any number of indicators";
}

/** The name of a code among several scales: its title where all have it under the same one, else its colour, else the code. */
function commonTitle(code: string, places: readonly PlacedIndicator[], lang: Language): string {
  const found = places.flatMap(({ scale }) =>
    scale.type === "codes" ? scale.codes.filter((own) => own.code === code) : [],
  );
  const titles = new Set(found.map(({ title }) => say(title, lang)));
  const colors = new Set(found.map(({ color }) => color));
  const [title] = titles;
  const [color] = colors;
  if (titles.size === 1 && title && found.length === places.length) return title;
  return colors.size === 1 && color && color !== "none" ? say(colorLabels[color], lang) : (title ?? code);
}

function titleOf(code: string, scale: Scale, lang: Language): string {
  const found = scale.type === "codes" ? scale.codes.find((own) => own.code === code) : undefined;
  return found ? say(found.title, lang) : code;
}

function codeOrNumber(limit: string | number, scale: Scale, lang: Language): string {
  return scale.type === "codes" ? quote(titleOf(String(limit), scale, lang), lang) : localNumber(limit, lang);
}

function limits({ at_least, at_most }: Of<"points">, lang: Language): string {
  const ru = lang === "ru";
  const low = at_least === undefined ? [] : [`${ru ? "не менее" : "at least"} ${localNumber(at_least, lang)}`];
  const high = at_most === undefined ? [] : [`${ru ? "не более" : "at most"} ${localNumber(at_most, lang)}`];
  return [...low, ...high].join(ru ? " и " : " and ");
}
