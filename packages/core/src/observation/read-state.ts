import { compare, type Decimal, decimal } from "../decimal/decimal.ts";
import type { Code, CodeScale, NumberScale, Scale } from "../methodology/scale.ts";
import { nearest } from "../problem/nearest.ts";
import type { Problem } from "../problem/problem.ts";
import { isMissing, type MissingStatus, missingStatuses } from "../status/status.ts";
import { fold } from "../text/fold.ts";
import type { Text } from "../text/text.ts";
import type { CellState } from "./cell.ts";
import type { Observation } from "./observation.ts";

type Reading = { state: CellState; problem?: undefined } | { state?: undefined; problem: Problem };

/**
 * Turns what the source shows into the values that it can mean. The status decides first: without a value the raw text
 * does not count (a blank cell is never zero).
 *
 * @returns the state, or the problem that keeps it from being read: `observation/not-on-scale` with the nearest value
 */
export function readState(observation: Pick<Observation, "raw" | "status" | "basis">, scale: Scale): Reading {
  const { raw, status, basis } = observation;
  if (isMissing(status)) return { state: { codes: [], missing: [status] } };
  const alternatives = basis === "bounded" ? raw.split("|") : [raw];
  const missing: MissingStatus[] = [];
  const values: string[] = [];
  for (const alternative of alternatives) {
    const letter = /^status:([A-Z])$/.exec(alternative.trim())?.[1];
    const found = missingStatuses.find((candidate) => candidate === letter);
    if (!found) values.push(alternative);
    else if (!missing.includes(found)) missing.push(found);
  }
  return scale.type === "codes" ? readCodes(values, missing, scale) : readNumbers(values, missing, scale);
}

function readCodes(values: string[], missing: MissingStatus[], scale: CodeScale): Reading {
  const codes = new Set<number>();
  for (const value of values) {
    const wanted = fold(value);
    const index = scale.codes.findIndex((code) => wanted !== "" && formsOf(code).some((form) => fold(form) === wanted));
    if (index < 0) {
      const valid = scale.codes.flatMap(({ code, raw }) => [...(raw ?? []), code]);
      return { problem: notOnScale(value, valid, { ru: valid.join(", "), en: valid.join(", ") }) };
    }
    codes.add(index);
  }
  return { state: { codes: [...codes].sort((a, b) => a - b), missing } };
}

/** The texts that stand for a code: itself, its titles, and the forms that sources print. */
export function formsOf({ code, title, raw = [] }: Code): string[] {
  return [code, title.ru, title.en, ...raw];
}

function readNumbers(values: string[], missing: MissingStatus[], scale: NumberScale): Reading {
  let range: [Decimal, Decimal] | undefined;
  for (const value of values) {
    const ends = value.split("..").map((end) => readNumber(end, scale));
    const low = ends[0];
    const high = ends.length === 2 ? ends[1] : ends.length === 1 ? low : undefined;
    if (!low || !high || compare(low, high) > 0)
      return { problem: notOnScale(value, /\d/.test(value) ? [] : Object.keys(scale.raw ?? {}), numberText(scale)) };
    range = range
      ? [compare(low, range[0]) < 0 ? low : range[0], compare(high, range[1]) > 0 ? high : range[1]]
      : [low, high];
  }
  return { state: range ? { codes: [], range, missing } : { codes: [], missing } };
}

/** What a scale of numbers takes, in words. */
function numberText({ integer, from, to }: NumberScale): Text {
  return {
    ru: [integer ? "целое число" : "число", from === undefined ? "" : `от ${from}`, to === undefined ? "" : `до ${to}`]
      .filter(Boolean)
      .join(" "),
    en: [
      integer ? "a whole number" : "a number",
      from === undefined ? "" : `from ${from}`,
      to === undefined ? "" : `to ${to}`,
    ]
      .filter(Boolean)
      .join(" "),
  };
}

/** A number with a decimal point or comma, or a word that stands for one; undefined when it is not on the scale. */
function readNumber(text: string, scale: NumberScale): Decimal | undefined {
  const wanted = fold(text);
  for (const [word, value] of Object.entries(scale.raw ?? {})) if (fold(word) === wanted) return decimal(value);
  const value = decimal(wanted.replace(/[\s\u00a0]/g, "").replace(",", "."));
  if (!value) return undefined;
  const from = scale.from === undefined ? undefined : decimal(scale.from);
  const to = scale.to === undefined ? undefined : decimal(scale.to);
  if ((from && compare(value, from) < 0) || (to && compare(value, to) > 0)) return undefined;
  if (scale.integer && value.units % 10n ** BigInt(value.scale) !== 0n) return undefined;
  return value;
}

/** @param valid texts to find the nearest among; `expected` says what the scale takes, where none is near */
function notOnScale(value: string, valid: string[], expected: Text): Problem {
  const near = nearest(value, valid);
  // A Latin letter in a Cyrillic word looks like the right value and is none.
  const mixed = /[a-z]/i.test(value) && /[а-яё]/i.test(value);
  const latin = mixed
    ? { ru: "; в слове смешаны русские и латинские буквы", en: "; Russian and Latin letters are mixed" }
    : { ru: "", en: "" };
  return {
    severity: "error",
    code: "observation/not-on-scale",
    field: "raw",
    value,
    ...(near === undefined ? {} : { nearest: near }),
    message: {
      ru: `значения «${value}» нет на шкале; ${near ? `ближайшее: «${near}»` : `возможно: ${expected.ru}`}${latin.ru}`,
      en: `value "${value}" is not on the scale; ${near ? `nearest: "${near}"` : `possible: ${expected.en}`}${latin.en}`,
    },
  };
}
