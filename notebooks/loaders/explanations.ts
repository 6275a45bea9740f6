import { explain, type Language } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { explanationText, type Line, municipalityName } from "@metodika/presentation";
import { recovered } from "./evidence.ts";

/** How the results of every municipality of a round were calculated, in words. */
export function explanations(
  datasets: Datasets,
  id: string,
  lang: Language,
): { id: string; name: string; lines: Line[] }[] {
  const printed = datasets.rounds.get(id);
  if (!printed) throw new Error(`no round "${id}"`);
  const data = recovered(printed);
  return data.municipalities.map((municipality) => {
    const explanation = explain(data, municipality.id);
    return {
      id: municipality.id,
      name: municipalityName(municipality, lang),
      lines: explanation ? explanationText(explanation, data, lang) : [],
    };
  });
}
