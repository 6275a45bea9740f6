import type { Language } from "@metodika/core";
import { formatPlaces } from "@metodika/presentation";

/**
 * Places of the source report for a reader, who knows it as the report and not by the id of the round.
 *
 * @example
 * placesInReport(["primorye-2022 block 2 item 8"], "ru") // "справка, блок 2, пункт 8"
 */
export function placesInReport(sources: readonly string[], lang: Language): string {
  return `${lang === "ru" ? "справка" : "report"}, ${formatPlaces([...new Set(sources)], lang)}`;
}
