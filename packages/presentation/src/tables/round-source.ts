import type { Language, RoundData, RoundScore } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";

/**
 * Where the figures of a table come from: the round and the version of its methodology. Invented data says so, whether
 * the title of the round does or not.
 */
export function roundSource({ round, methodology }: RoundData, lang: Language): string {
  const title = say(round.title, lang);
  const period = say(round.period.title, lang);
  const invented = say(labels.synthetic, lang);
  const mark = round.synthetic && !title.includes(invented) ? `${invented}: ` : "";
  return `${mark}${title.includes(period) ? title : `${title}, ${period}`} (${round.id}; ${say(labels.methodology, lang).toLowerCase()} ${methodology.id} ${methodology.version})`;
}

/** A heading of a computed column; a trial calculation says so in the heading, so that it cannot be lost on the way. */
export function computedTitle(title: string, score: Pick<RoundScore, "trial">, lang: Language): string {
  return score.trial ? `${title} (${say(labels.trial, lang)})` : title;
}
