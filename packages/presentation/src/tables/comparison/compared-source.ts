import type { Language, RoundData, Text } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { roundSource } from "../round-source.ts";

/** Where the figures of a comparison come from: both rounds with their methodologies; invented ones say so. */
export function comparedSource(rounds: readonly RoundData[], lang: Language): string {
  return rounds.map((data) => roundSource(data, lang)).join("; ");
}

/** The name of a comparison's table; of invented data it carries the mark itself, so that no excerpt loses it. */
export function comparedTitle(title: string, rounds: readonly RoundData[], lang: Language): string {
  const invented = say(labels.synthetic, lang);
  const isInvented = rounds.some(({ round }) => round.synthetic);
  return isInvented && !title.includes(invented) ? `${title} (${invented})` : title;
}

/** Other names of regions for headings than their rounds give. */
export type RegionNames = Readonly<Record<string, Text>>;

/** The heading of one of two regions. */
export function regionHeading({ round }: RoundData, names: RegionNames, lang: Language): string {
  const name = Object.hasOwn(names, round.region) ? names[round.region] : undefined;
  const title = name ?? round.region_title;
  return title ? say(title, lang) : round.id;
}

/** Both rounds by their periods, for captions and headings: «2023 год → 2024 год». */
export function periodsOf(rounds: readonly RoundData[], lang: Language): string {
  return rounds.map(({ round }) => say(round.period.title, lang)).join(" → ");
}
