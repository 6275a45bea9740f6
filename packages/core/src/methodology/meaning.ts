import type { Methodology } from "./methodology.ts";

/** Words and references that can change without changing a single result. */
const words = new Set([
  "title",
  "short",
  "aliases",
  "note",
  "reason",
  "letter",
  "color",
  "evidence",
  "frameworks",
  "text",
  "parts",
  "every",
  "source",
  "number",
  "orders",
  "authority",
  "status",
  "version",
  "raw",
  "unit",
  "table",
  "column",
  "basis",
  "previous",
  "synthetic",
]);

/**
 * The meaning of a methodology as one canonical text: scales, points, policies, levels and addressees, without titles,
 * sources and accepted spellings. Two versions with the same text give the same results for the same cells; a changed
 * text must come with a new major version.
 */
export function meaningOf(methodology: Methodology): string {
  return JSON.stringify(strip(methodology, true));
}

/** The same for a part of a methodology, such as a scale: two parts with the same text mean the same. */
export function meaningOfPart(part: unknown): string {
  return JSON.stringify(strip(part, true));
}

/** Keys are data in `scales`, `points` and the like, so words are dropped only where a key names a property. */
function strip(value: unknown, keysAreProperties: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, true));
  if (value === null || typeof value !== "object") return typeof value === "number" ? String(value) : value;
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !(keysAreProperties && words.has(key) && !isRule(key, item)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, strip(item, key !== "scales" && key !== "missing" && key !== "points")]);
  return Object.fromEntries(entries);
}

/** `status` and `unit` are words of a methodology and meaning in a condition or a measure. */
function isRule(key: string, value: unknown): boolean {
  return (key === "status" && Array.isArray(value)) || (key === "unit" && typeof value === "string");
}
