import { explain, type Language } from "@metodika/core";
import { recover } from "@metodika/evidence";
import type { Datasets } from "@metodika/files";
import { explanationText, type Line, municipalityName } from "@metodika/presentation";

/** How the results of every municipality of a round were calculated, in words. */
export function explanations(
  datasets: Datasets,
  id: string,
  lang: Language,
): { id: string; name: string; lines: Line[] }[] {
  const printed = datasets.rounds.get(id);
  if (!printed) throw new Error(`no round "${id}"`);
  const { data } = recover(printed);
  return data.municipalities.map((municipality) => {
    const explanation = explain(data, municipality.id);
    return {
      id: municipality.id,
      name: municipalityName(municipality, lang),
      lines: explanation ? explanationText(explanation, data, lang) : [],
    };
  });
}
