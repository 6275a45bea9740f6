import type { Language, Scale } from "@metodika/core";
import { say } from "../languages/say.ts";
import { describeInterval } from "./describe-interval.ts";
import { localNumber } from "./local-number.ts";

/** The values of a scale, best first: with their letters, and with the intervals that the legend gives them. */
export function describeScale(scale: Scale, lang: Language): string {
  if (scale.type === "codes") {
    return scale.codes
      .map(({ title, letter, interval }) => {
        const name = letter ? `${say(letter, lang)} — ${say(title, lang)}` : say(title, lang);
        return interval && scale.measure ? `${name} (${describeInterval(interval, scale.measure, lang)})` : name;
      })
      .join("; ");
  }
  const ru = lang === "ru";
  const parts = [scale.integer ? (ru ? "целое число" : "whole number") : ru ? "число" : "number"];
  if (scale.from !== undefined) parts.push(`${ru ? "не менее" : "at least"} ${localNumber(scale.from, lang)}`);
  if (scale.to !== undefined) parts.push(`${ru ? "не более" : "at most"} ${localNumber(scale.to, lang)}`);
  return `${parts.join(", ")}${scale.unit ? ` (${say(scale.unit, lang)})` : ""}`;
}
