import type { Problem } from "../problem/problem.ts";
import { type Lineage, lineageFile } from "./lineage.ts";

/**
 * The problems of a lineage as a whole: a municipality that descends from itself, told once per circle at the link that
 * closes it. No links, no problems. Time and memory grow with the links only.
 */
export function checkLineage(lineage: readonly Lineage[]): Problem[] {
  const from = new Map<string, Lineage[]>();
  for (const link of lineage) from.set(link.predecessor, [...(from.get(link.predecessor) ?? []), link]);
  const state = new Map<string, "open" | "done">();
  const problems: Problem[] = [];
  for (const start of from.keys()) {
    if (state.has(start)) continue;
    state.set(start, "open");
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const link = (from.get(top.id) ?? [])[top.next++];
      if (!link) {
        state.set(top.id, "done");
        path.pop();
      } else if (state.get(link.successor) === "open") {
        const circle = [...path.slice(path.findIndex(({ id }) => id === link.successor)), { id: link.successor }];
        problems.push(cycle(link, circle.map(({ id }) => id).join(" → ")));
      } else if (!state.has(link.successor)) {
        state.set(link.successor, "open");
        path.push({ id: link.successor, next: 0 });
      }
    }
  }
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function cycle({ line, successor }: Lineage, circle: string): Problem {
  return {
    severity: "error",
    code: "lineage/cycle",
    file: lineageFile,
    line,
    column: 1,
    field: "successor",
    value: successor,
    message: {
      ru: `муниципалитет не может происходить от самого себя: ${circle}`,
      en: `a municipality cannot descend from itself: ${circle}`,
    },
  };
}
