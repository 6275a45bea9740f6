import { matchMunicipalities } from "@metodika/comparison";
import type { Lineage, RoundData } from "@metodika/core";
import { editionOf } from "@metodika/presentation";
import { findMunicipality } from "../open.ts";
import type { CompareOptions } from "./compared.ts";

/** The part of a round that may be shown of a whole region. */
export function shownOf(data: RoundData, { edition }: CompareOptions): RoundData {
  return edition === "working" ? data : editionOf(data, "public");
}

/** What an edition may show of two rounds; of a municipality it is the later one and what it was before. */
export function ownOf(
  [before, after]: readonly [RoundData, RoundData],
  lineage: readonly Lineage[],
  { edition, municipality, lang }: CompareOptions,
): readonly [RoundData, RoundData] {
  if (edition === "working") return [before, after];
  if (edition === "public") return [editionOf(before, "public"), editionOf(after, "public")];
  const { id } = findMunicipality(after, municipality ?? "", lang);
  const { matches } = matchMunicipalities(before.municipalities, after.municipalities, lineage);
  const earlier = matches.find((match) => match.after.includes(id))?.before ?? [];
  return [onlyOf(editionOf(before, "public"), earlier), editionOf(after, "municipality", id)];
}

/** The rows of some municipalities alone. */
function onlyOf(data: RoundData, ids: readonly string[]): RoundData {
  const own = <T extends { municipality: string }>(rows: readonly T[]) =>
    rows.filter(({ municipality }) => ids.includes(municipality));
  return {
    ...data,
    municipalities: data.municipalities.filter(({ id }) => ids.includes(id)),
    cells: own(data.cells),
    printed: own(data.printed),
    facts: data.facts.filter(({ subject }) => ids.includes(subject)),
  };
}
