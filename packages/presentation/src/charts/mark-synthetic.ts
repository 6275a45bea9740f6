import type { Language } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import type { Spec } from "./spec.ts";

/** A chart of invented data: the words stand inside the picture and in what a screen reader says. */
export function markSynthetic(chart: Spec, lang: Language): Spec {
  const words = say(labels.synthetic, lang);
  return {
    ...chart,
    title: { text: words, anchor: "start", fontSize: 12, fontWeight: "normal" },
    description: `${chart.description} (${words})`,
  };
}
