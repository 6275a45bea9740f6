import type { Lineage } from "./lineage.ts";
import type { Municipality } from "./municipality.ts";

/**
 * Those of some municipalities that existed on a day: already begun and not yet succeeded by another.
 *
 * A merger with several predecessors makes a new municipality of them; with one predecessor it takes that one into a
 * municipality that was there before and goes on. A split into several successors ends the municipality; into one, the
 * municipality goes on beside its new neighbour. Without lineage all existed always.
 *
 * @param date a day, a month or a year; of a month or a year the last day is meant
 * @example
 * municipalitiesAt([{ id: "lug" }, { id: "lug-okrug" }], [{ predecessor: "lug", successor: "lug-okrug", kind: "status", date: "2024-01-01", source: "order 1", line: 2 }], "2023").map(({ id }) => id) // ["lug"]
 */
export function municipalitiesAt<T extends Pick<Municipality, "id">>(
  municipalities: readonly T[],
  lineage: readonly Lineage[],
  date: string,
): T[] {
  const day = date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
  const predecessors = counted(lineage, "merger", "successor");
  const successors = counted(lineage, "split", "predecessor");
  const ends = new Map<string, string>();
  const begins = new Map<string, string>();
  for (const link of lineage) {
    const { predecessor, successor, kind } = link;
    const goesOn = kind === "split" && successors.get(predecessor) === 1;
    const wasThere = kind === "merger" && predecessors.get(successor) === 1;
    if (!goesOn) keep(ends, predecessor, link.date);
    if (!wasThere) keep(begins, successor, link.date);
  }
  return municipalities.filter(({ id }) => {
    const end = ends.get(id);
    const start = begins.get(id);
    return (end === undefined || day < end) && (start === undefined || day >= start);
  });
}

function counted(lineage: readonly Lineage[], kind: Lineage["kind"], by: "predecessor" | "successor") {
  const counts = new Map<string, number>();
  for (const link of lineage) if (link.kind === kind) counts.set(link[by], (counts.get(link[by]) ?? 0) + 1);
  return counts;
}

/** The earliest day of an event counts. */
function keep(days: Map<string, string>, id: string, date: string): void {
  const known = days.get(id);
  if (known === undefined || date < known) days.set(id, date);
}
