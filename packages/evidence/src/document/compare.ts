import type { Computed } from "../audit/audit.ts";
import { roundsTo } from "../query/counting.ts";
import type { Figure } from "./figures.ts";

/** What the tables give for a number: its least and greatest value, and of a share its parts. */
export interface Expected {
  low: number;
  high: number;
  share?: { numerator: [number, number]; denominator: [number, number] };
}

/** What the tables give, as bounds; undefined where they give no number. */
export function expectedOf(computed: Computed): Expected | undefined {
  if (typeof computed === "number") return { low: computed, high: computed };
  if (computed === null || typeof computed !== "object" || Array.isArray(computed)) return undefined;
  if ("low" in computed) return { low: computed.low, high: computed.high };
  if ("percent" in computed) {
    const [low, high] = computed.percent;
    return { low, high, share: { numerator: computed.numerator, denominator: computed.denominator } };
  }
  return undefined;
}

/** Does a figure agree with what the tables give? An estimate («около») and open bounds leave it open. */
export function compareNumber(figure: Figure, expected: Expected): "agrees" | "disagrees" | "uncertain" {
  const { low, high, share } = expected;
  const value = figure.value ?? Number.NaN;
  if (figure.manner === "about") return "uncertain";
  if (figure.manner !== "exactly") {
    const holds = (actual: number): boolean =>
      figure.manner === "more-than"
        ? actual > value
        : figure.manner === "at-least"
          ? actual >= value
          : figure.manner === "less-than"
            ? actual < value
            : actual <= value;
    if (holds(low) === holds(high)) return holds(low) ? "agrees" : "disagrees";
    return "uncertain";
  }
  if (figure.kind === "ratio" && share) {
    const inside = (part: [number, number], at: number): boolean => part[0] <= at && at <= part[1];
    if (!inside(share.numerator, value) || !inside(share.denominator, figure.denominator ?? Number.NaN))
      return "disagrees";
    return share.numerator[0] === share.numerator[1] ? "agrees" : "uncertain";
  }
  if (figure.kind === "percent") {
    const step = 10 ** -(figure.decimals ?? 0);
    if (low === high) {
      const [numerator, denominator] = [share?.numerator[0], share?.denominator[0]];
      const isExact = numerator !== undefined && denominator !== undefined && Number.isInteger(numerator);
      const fits = isExact
        ? roundsTo({ numerator, denominator }, value.toFixed(figure.decimals ?? 0))
        : Math.abs(low - value) <= step / 2;
      return fits ? "agrees" : "disagrees";
    }
    return value < low - step / 2 || value > high + step / 2 ? "disagrees" : "uncertain";
  }
  if (value < low || value > high) return "disagrees";
  return low === high ? "agrees" : "uncertain";
}
