import { nearest } from "@metodika/core";

/** The message and the nearest id for a reference to something that does not exist. */
export function unknown(what: { ru: string; en: string }, value: string, candidates: Iterable<string>, place: string) {
  const near = nearest(value, candidates);
  return {
    message: {
      ru: `${what.ru} «${value}» нет в ${place}${near ? `; ближайшее: «${near}»` : ""}`,
      en: `unknown ${what.en} "${value}" in ${place}${near ? `; nearest: "${near}"` : ""}`,
    },
    facts: { value, ...(near === undefined ? {} : { nearest: near }) },
  };
}

export const municipalityWord = { ru: "муниципалитета", en: "municipality" };
export const indicatorWord = { ru: "показателя", en: "indicator" };
export const claimWord = { ru: "сведения", en: "claim" };
