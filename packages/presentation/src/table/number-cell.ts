import type { Language } from "@metodika/core";
import { formatInterval } from "../numbers/format-interval.ts";
import type { Cell } from "./table.ts";

/** A cell of one number, or of the least and the greatest possible one. */
export function numberCell(value: number | readonly [number, number], lang: Language): Cell {
  const [low, high] = typeof value === "number" ? [value, value] : value;
  const text = formatInterval([low, high], lang);
  return low === high ? { text, value: low, low, high } : { text, low, high };
}
