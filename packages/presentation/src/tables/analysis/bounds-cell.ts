import type { Language } from "@metodika/core";
import { formatInterval } from "../../numbers/format-interval.ts";
import type { Cell } from "../../table/table.ts";

/** Ends closer than this are one number: they were calculated in different orders. */
const tolerance = 1e-12;

/** A cell of a calculated number, or of the least and the greatest possible one; empty where there is none. */
export function boundsCell(
  bounds: readonly [number, number] | null | undefined,
  lang: Language,
  { digits = 2, times = 1 }: { digits?: number; times?: number } = {},
): Cell {
  if (!bounds) return { text: "—", value: null };
  const [low, high] = bounds.map((end) => end * times) as [number, number];
  const same = high - low <= tolerance;
  const text = formatInterval(rounded([low, same ? low : high], digits), lang, { digits });
  return same ? { text, value: low, low, high: low } : { text, low, high };
}

/** Ends that look alike stay two only where they are: 0,28–0,28 would be read as a mistake. */
function rounded([low, high]: [number, number], digits: number): [number, number] {
  const round = (value: number) => Number(value.toFixed(digits)) + 0;
  return [round(low), round(high)];
}

/** A count, or the least and the greatest possible one. */
export function countCell(bounds: readonly [number, number], lang: Language): Cell {
  return boundsCell(bounds, lang, { digits: 0 });
}
