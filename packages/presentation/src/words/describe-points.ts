import type { Indicator, Language, Scale } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { localNumber } from "./local-number.ts";

/** How the value of an indicator becomes points: «Да — 1; Нет — 0». */
export function describePoints({ points }: Pick<Indicator, "points">, scale: Scale, lang: Language): string {
  if (points === undefined) return say(labels.noPoints, lang);
  const number = (value: number | string) => localNumber(value, lang);
  const ru = lang === "ru";
  if (scale.type === "codes") {
    const table = points as Record<string, number | string>;
    return scale.codes
      .flatMap(({ code, title }) => {
        const own = table[code];
        return own === undefined ? [] : [`${say(title, lang)} — ${number(own)}`];
      })
      .join("; ");
  }
  const rule = points as Exclude<typeof points, Record<string, number | string>>;
  if ("steps" in rule) {
    const steps = rule.steps.map(
      (step) => `${ru ? "не менее" : "at least"} ${number(step.from)} — ${number(step.points)}`,
    );
    return [...steps, `${ru ? "меньше" : "less"} — ${number(rule.below)}`].join("; ");
  }
  if ("normalize" in rule) {
    const { from, to, transform } = rule.normalize;
    const scaled = ru
      ? `от 0 при ${number(from)} до 1 при ${number(to)}`
      : `from 0 at ${number(from)} to 1 at ${number(to)}`;
    return transform === "logarithm" ? `${scaled}, ${ru ? "по логарифму" : "by logarithm"}` : scaled;
  }
  return ru ? `само число × ${number(rule.value.times)}` : `the number itself × ${number(rule.value.times)}`;
}
