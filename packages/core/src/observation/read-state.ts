import { compare, type Decimal, decimal } from "../decimal/decimal.ts";
import type { CodeScale, NumberScale, Scale } from "../methodology/scale.ts";
import { nearest } from "../problem/nearest.ts";
import type { Problem } from "../problem/problem.ts";
import { isMissing, type MissingStatus, missingStatuses } from "../status/status.ts";
import { fold } from "../text/fold.ts";
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
    const index = scale.codes.findIndex(
      ({ code, raw }) => wanted !== "" && (code === wanted || raw?.some((form) => fold(form) === wanted)),
    );
    if (index < 0)
      return {
        problem: notOnScale(
          value,
          scale.codes.flatMap(({ code, raw }) => [...(raw ?? []), code]),
        ),
      };
    codes.add(index);
  }
  return { state: { codes: [...codes].sort((a, b) => a - b), missing } };
}

function readNumbers(values: string[], missing: MissingStatus[], scale: NumberScale): Reading {
  let range: [Decimal, Decimal] | undefined;
  for (const value of values) {
    const ends = value.split("..").map((end) => readNumber(end, scale));
    const low = ends[0];
    const high = ends.length === 2 ? ends[1] : ends.length === 1 ? low : undefined;
    if (!low || !high || compare(low, high) > 0) return { problem: notOnScale(value, Object.keys(scale.raw ?? {})) };
    range = range
      ? [compare(low, range[0]) < 0 ? low : range[0], compare(high, range[1]) > 0 ? high : range[1]]
      : [low, high];
  }
  return { state: range ? { codes: [], range, missing } : { codes: [], missing } };
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

function notOnScale(value: string, valid: string[]): Problem {
  const near = nearest(value, valid);
  const way = near ?? valid.join(", ");
  return {
    severity: "error",
    code: "observation/not-on-scale",
    field: "raw",
    value,
    ...(near === undefined ? {} : { nearest: near }),
    message: {
      ru: `значения «${value}» нет на шкале${way ? `; ближайшее: «${way}»` : ""}`,
      en: `value "${value}" is not on the scale${way ? `; nearest: "${way}"` : ""}`,
    },
  };
}
