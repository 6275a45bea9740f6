import type { Text } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import { compareNumber } from "./compare.ts";
import type { Figure } from "./figures.ts";

/** Is a figure the one that the report prints, or another? Undefined where the two cannot be set side by side. */
export function reportSays(figure: Figure, finding: Finding | undefined): "same" | "other" | undefined {
  const printed = finding?.printed;
  if (figure.kind === "date")
    return typeof printed !== "object" && String(printed) === figure.date ? "same" : undefined;
  if (typeof printed === "number") {
    if (figure.kind !== "count") return undefined;
    const status = compareNumber(figure, { low: printed, high: printed });
    return status === "uncertain" ? undefined : status === "agrees" ? "same" : "other";
  }
  if (printed === null || typeof printed !== "object" || Array.isArray(printed)) return undefined;
  if ("percent" in printed) {
    if (figure.kind !== "percent" || figure.manner !== "exactly") return undefined;
    return Number(printed.percent) === figure.value ? "same" : "other";
  }
  const [manner, bound] = "more_than" in printed ? ["more-than", printed.more_than] : ["at-least", printed.at_least];
  return figure.manner === manner && figure.value === Number(bound) ? "same" : undefined;
}

/** Is the number of a figure the one that the report prints, whatever «более» stands before it? */
export function isPrintedNumber({ value }: Figure, finding: Finding | undefined): boolean {
  const printed = finding?.printed;
  if (value === undefined || printed === null || Array.isArray(printed)) return false;
  const own = typeof printed === "object" ? Object.values(printed).map(Number) : [printed];
  return own.includes(value);
}

/** What the report prints, in words: «21», «35,3 %», «более 380». */
export function printedIn({ printed }: Finding): Text | undefined {
  if (printed === null || typeof printed === "boolean" || Array.isArray(printed)) return undefined;
  if (typeof printed !== "object") return { ru: String(printed).replace(".", ","), en: String(printed) };
  if ("percent" in printed) return { ru: `${printed.percent.replace(".", ",")}\u00a0%`, en: `${printed.percent}%` };
  if ("at_least" in printed) return { ru: `не менее ${printed.at_least}`, en: `at least ${printed.at_least}` };
  return { ru: `более ${printed.more_than}`, en: `more than ${printed.more_than}` };
}
