import type { Claim, RoundData } from "@metodika/core";
import type { CsvRow } from "./csv.ts";
import { figuresIn } from "./figures.ts";

/**
 * Where the figures of a report and the claims of its round do not close, in words: a place with more or fewer figures
 * than the report has, a figure with neither claim nor reason, a claim that is not there, stands elsewhere or tells no
 * such figure.
 *
 * @param coverage the rows of `coverage.csv`
 * @param figures the rows of `figures.csv`
 */
export function figureFaults(
  { round, claims }: Pick<RoundData, "round" | "claims">,
  coverage: readonly CsvRow[],
  figures: readonly CsvRow[],
): string[] {
  const byId = new Map((claims?.claims ?? []).map((claim) => [claim.id, claim]));
  const places = new Set(coverage.map(({ place }) => place));
  const ordinals = new Map<string, string[]>();
  for (const { place = "", ordinal = "" } of figures) ordinals.set(place, [...(ordinals.get(place) ?? []), ordinal]);
  return [
    ...coverage.flatMap(({ place = "", figures: count = "" }) => {
      const expected = Array.from({ length: Number(count) }, (_, index) => String(index + 1));
      const found = ordinals.get(place) ?? [];
      return found.join() === expected.join()
        ? []
        : [`${place} has ${expected.length} figures, the ledger has ${found.length === 0 ? "none" : found.join(", ")}`];
    }),
    ...[...ordinals.keys()].filter((place) => !places.has(place)).map((place) => `${place} is no place of the report`),
    ...figures.flatMap((row) => rowFaults(row, round.id, byId)),
  ];
}

function rowFaults(
  { place = "", ordinal = "", figure = "", covered_by = "", reason = "" }: CsvRow,
  round: string,
  claims: ReadonlyMap<string, Claim>,
): string[] {
  const name = `${figure} (${ordinal}) of ${place}`;
  if (covered_by === "") return reason === "" ? [`${name} has no claim and no reason for none`] : [];
  if (reason !== "") return [`${name} has both a claim and a reason for none`];
  return covered_by.split(";").flatMap((reference) => {
    const claim = claims.get(reference.replace(/^claim:/, ""));
    if (claim === undefined || !reference.startsWith("claim:"))
      return [`${name} leads to ${reference}, which is not there`];
    if (claim.source !== `${round} ${place}`) return [`${name} leads to ${reference}, which stands in ${claim.source}`];
    return tells(claim, figure) ? [] : [`${name} leads to ${reference}, which tells no such figure`];
  });
}

/** Is a figure of the report among those that a claim prints or tells in words, be it as a part of a date? */
function tells({ statement, printed }: Claim, figure: string): boolean {
  const told = figuresIn(statement.ru);
  if (Array.isArray(printed)) told.push(String(printed.length));
  else if (typeof printed === "object") told.push(...Object.values(printed).map(String));
  else if (printed !== undefined && typeof printed !== "boolean") told.push(String(printed));
  const wanted = figure.replace(",", ".");
  const dates = told.flatMap((text) => /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)?.slice(1) ?? []);
  return (
    told.some((text) => text.replace(",", ".") === wanted) ||
    dates.some((part) => Number(part) === Number(wanted)) ||
    told.some((text) => shortDate(text) === shortDate(wanted) && shortDate(text) !== undefined)
  );
}

/** A date with the last two digits of its year; undefined for other figures. */
function shortDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(?:\d{2})?(\d{2})$/.exec(text) ?? [];
  return year === undefined ? undefined : `${day}.${month}.${year}`;
}
