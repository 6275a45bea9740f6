import { exactly, formatDecimal, type Language, type Measure, parseInterval } from "@metodika/core";

/**
 * An interval of a legend in words; an end that the measure has anyway is not repeated.
 *
 * @example
 * describeInterval("(50,100)", { unit: "percent", from: 0, to: 100 }, "ru") // "более 50 %, менее 100 %"
 */
export function describeInterval(text: string, measure: Pick<Measure, "unit" | "from" | "to">, lang: Language): string {
  const interval = parseInterval(text);
  if (!interval) throw new TypeError(`not an interval: ${text}`);
  const { low, lowOpen, high, highOpen } = interval;
  const ru = lang === "ru";
  const show = (value: typeof low) => {
    const number = formatDecimal(value).replace("-", "−");
    const local = ru ? number.replace(".", ",") : number;
    return measure.unit === "percent" ? `${local}${ru ? "\u00a0%" : "%"}` : local;
  };
  const from = show(low);
  if (!high) return `${lowOpen ? (ru ? "более" : "more than") : ru ? "не менее" : "at least"} ${from}`;
  const to = show(high);
  if (from === to) return from;
  const whole = (end: typeof low, limit: number | string | undefined) =>
    limit !== undefined && formatDecimal(end) === formatDecimal(exactly(limit));
  const lower = `${lowOpen ? (ru ? "более" : "more than") : ru ? "не менее" : "at least"} ${from}`;
  const upper = `${highOpen ? (ru ? "менее" : "less than") : ru ? "не более" : "at most"} ${to}`;
  if (!lowOpen && whole(low, measure.from)) return upper;
  if (!highOpen && whole(high, measure.to)) return lower;
  if (!lowOpen && !highOpen) return ru ? `от ${from} до ${to}` : `${from} to ${to}`;
  return `${lower}, ${upper}`;
}
