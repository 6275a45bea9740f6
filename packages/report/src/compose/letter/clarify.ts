import { type Criterion, isKnown, type PlacedIndicator, statusTitles } from "@metodika/core";
import { type Block, quote, say, shortTitle } from "@metodika/presentation";
import { capitalized, stopped } from "../groups.ts";
import { item, list, paragraph, reference, strong } from "../runs.ts";
import type { LetterContext } from "./letter-context.ts";
import { resultsTableId } from "./own-results.ts";

/** What is not known for certain, or not known at all, and what would prove it; the table has the possible values. */
export function clarifyBlocks(ctx: LetterContext): Block[] {
  const { t, lang, places, cellOf } = ctx;
  const asked = places.flatMap((place): [PlacedIndicator, string][] => {
    const { state } = cellOf(place.indicator.id);
    if (!isKnown(state)) return [[place, ""]];
    const missing = state.missing[0];
    // What cannot exist, and what a special event prevented, is an answer.
    return missing === "L" || missing === "O" ? [[place, `: ${say(statusTitles[missing], lang)}`]] : [];
  });
  if (asked.length === 0) return [];
  const proofs = [...new Set(asked.map(([place]) => evidenceOf(ctx, place)))];
  const [proof = ""] = proofs.length === 1 ? proofs : [];
  const names = asked.map(([place, what]) => {
    const own = proofs.length > 1 ? evidenceOf(ctx, place) : "";
    return `${quote(shortTitle(place.indicator, lang), lang)}${what}${own ? ` (${t("чем подтвердить", "evidence")}: ${own})` : ""}`;
  });
  return [
    paragraph([
      t(
        "Просим подтвердить или представить значения показателей (",
        "Please confirm or submit the values of these indicators (",
      ),
      reference(resultsTableId(ctx)),
      `): ${names.join("; ")}. ${t("После этого результаты будут уточнены.", "The results will then be made exact.")}`,
      ...(proof ? [" ", strong(`${t("Чем подтвердить", "Evidence")}. `), stopped(proof)] : []),
    ]),
  ];
}

/** What a municipality that submitted nothing is asked for, criterion by criterion; common evidence is told once. */
export function submitBlocks(ctx: LetterContext): Block[] {
  const { t, lang, own, places } = ctx;
  const proofs = [...new Set(places.map((place) => evidenceOf(ctx, place)))];
  const [common = ""] = proofs.length === 1 ? proofs : [];
  return [
    paragraph([t("Просим представить сведения по показателям.", "Please submit data for the indicators below.")]),
    ...own.methodology.criteria.flatMap((criterion): Block[] => {
      const below = places.filter((place) => isBelow(criterion, place.criterion.id));
      if (below.length === 0) return [];
      return [
        paragraph([strong(`${say(criterion.title, lang)}:`)]),
        ...askFor(
          ctx,
          below.map((place) => [place, ""]),
          common !== "",
        ),
      ];
    }),
    ...(common ? [proofBlock(ctx, common)] : []),
  ];
}

function evidenceOf({ lang }: LetterContext, { indicator }: PlacedIndicator): string {
  return indicator.evidence ? say(indicator.evidence, lang) : "";
}

function proofBlock({ t }: LetterContext, proof: string): Block {
  return paragraph([strong(`${capitalized(t("чем подтвердить", "evidence"))}. `), stopped(proof)]);
}

/** Indicators to answer; evidence that is the same for all is told once below. */
function askFor(
  ctx: LetterContext,
  asked: readonly (readonly [PlacedIndicator, string])[],
  isProofTold = false,
): Block[] {
  const { t, lang } = ctx;
  const [first = "", ...others] = new Set(asked.map(([place]) => evidenceOf(ctx, place)));
  const common = others.length === 0;
  const label = t("чем подтвердить", "evidence");
  return [
    ...list(
      asked.map(([place, what], at) => {
        const own = evidenceOf(ctx, place);
        const end = at < asked.length - 1 ? ";" : ".";
        return item([`${say(place.indicator.title, lang)}${what}${!common && own ? ` (${label}: ${own})` : ""}${end}`]);
      }),
    ),
    ...(common && first && !isProofTold ? [proofBlock(ctx, first)] : []),
  ];
}

function isBelow(criterion: Criterion, id: string): boolean {
  return criterion.id === id || (criterion.criteria ?? []).some((part) => isBelow(part, id));
}
