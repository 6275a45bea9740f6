import type { Methodology, MissingStatus } from "@metodika/core";
import type { Short } from "./invented.ts";

/*
 * The second way: a settled row of the invented methodology scored by hand, in thousandths, with none of the engine.
 */

const policiesOf = ({ missing }: Methodology) => missing;

/** The least and greatest thousandths of one settled cell, and whether it has a value; undefined where it is left out. */
function cell(short: Short, values: Readonly<Record<string, number>>, methodology: Methodology) {
  if (!short.startsWith("status:")) return { ends: [values[short] ?? Number.NaN], valued: true };
  const { policy } = policiesOf(methodology)[short.slice(7) as MissingStatus];
  if (policy === "bounds") return { ends: Object.values(values), valued: true };
  return { ends: [0], valued: false };
}

/** The hull of the points of each criterion and of the total of one settled row, in thousandths; null: not scored. */
export function score(row: readonly Short[], methodology: Methodology, points: readonly number[], weight: number) {
  const [high = 0, middle = 0, low = 0] = points.map((value) => value * weight * 1000);
  const staff = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [String(n), n >= 4 ? 300 : n >= 1 ? 100 : 0]));
  const tables = [{ high, middle, low }, { yes: 1000, no: 0 }, staff, { yes: 200, no: 0 }];
  const cells = row.map((short, index) => cell(short, tables[index] ?? {}, methodology));
  const sum = (parts: typeof cells, factor = 1): [number, number] | null => {
    if (!parts.some(({ valued }) => valued)) return null;
    const end = (pick: (...ends: number[]) => number) =>
      parts.reduce((all, { ends }) => all + pick(...ends), 0) * factor;
    return [end(Math.min), end(Math.max)];
  };
  const [work, people] = [cells.slice(0, 2), cells.slice(2)];
  const weighted = [
    ...work,
    ...people.map(({ ends, valued }) => ({ ends: ends.map((end) => Math.round(end * 0.7)), valued })),
  ];
  return { work: sum(work), people: sum(people), total: sum(weighted) };
}
