import { type Language, scoreRound } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { regionMap, say } from "@metodika/presentation";
import { recovered } from "./evidence.ts";

/** The map of a round, in one language, with everything that its tiles can show. */
export function mapPage(datasets: Datasets, id: string, lang: Language) {
  const printed = datasets.rounds.get(id);
  if (!printed) throw new Error(`no round "${id}"`);
  const data = recovered(printed);
  return { round: id, title: say(data.round.title, lang), ...regionMap(data, scoreRound(data), lang) };
}
