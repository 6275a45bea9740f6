import {
  type AlignedIndicator,
  type CellState,
  type Column,
  compare,
  isCertainlyMissing,
  type MissingStatus,
  missingStatuses,
  type Scale,
} from "@metodika/core";
import { addCount, type CountInterval, countPairs, noCounts } from "./counts.ts";

/** What a cell can be, as a row or column of a transition table. */
export type Category =
  | { kind: "code"; code: string }
  /** Any number of a scale of numbers. */
  | { kind: "number" }
  | { kind: "missing"; status: MissingStatus };

/** How a value changed; `no-value` where one of the two is certainly missing. */
export type Direction = "rise" | "fall" | "none" | "possible" | "no-value";

/** One indicator in two rounds. */
export interface Transition {
  /** Id in each round; absent where that methodology has no such indicator. */
  before?: string;
  after?: string;
  /** False where the series breaks: shown only when asked for, and marked. */
  comparable: boolean;
  /** What changed in the indicator, with the reasons that the later methodology gives. */
  changes: AlignedIndicator["changes"];
  declared: AlignedIndicator["declared"];
  /** Cells that their source marks as a break of the series or as of another definition. */
  marked: number;
  /** The goalposts of normalized points: the same in both rounds, or changed; absent where points are not normalized. */
  reference?: "frozen" | "changed";
  /** Absent where the indicator is not compared. */
  table?: TransitionTable;
}

/** Who moved from where to where. */
export interface TransitionTable {
  rows: readonly Category[];
  columns: readonly Category[];
  /** By row and column: how many municipalities, at least and at most. */
  counts: readonly (readonly CountInterval[])[];
  /** Municipalities by direction; absent where the scales differ. They add up to all. */
  directions?: Readonly<Record<Direction, number>>;
}

/** The transition table of two columns. Time grows with the municipalities once, then with the distinct states. */
export function transitionTable(
  before: Column,
  after: Column,
  scales: { before: Scale; after: Scale },
  sameScale: boolean,
): TransitionTable {
  const rows = categoriesOf(scales.before, before);
  const columns = categoriesOf(scales.after, after);
  const counts = noCounts(rows.length, columns.length);
  const directions = { rise: 0, fall: 0, none: 0, possible: 0, "no-value": 0 };
  const places = (categories: readonly Category[], scale: Scale, { dictionary }: Column) =>
    dictionary.map((state) => placesOf(state, scale, categories));
  const from = places(rows, scales.before, before);
  const to = places(columns, scales.after, after);
  for (const pair of countPairs(before, after)) {
    addCount(counts, from[pair.before] ?? [], to[pair.after] ?? [], pair.count);
    const [a, b] = [before.dictionary[pair.before], after.dictionary[pair.after]];
    if (a && b) directions[directionOf(a, b, scales.after)] += pair.count;
  }
  return { rows, columns, counts, ...(sameScale ? { directions } : {}) };
}

/** The values of a scale, best first, then the reasons for a missing value that occur. */
function categoriesOf(scale: Scale, { dictionary, states }: Column): Category[] {
  const used = new Uint8Array(dictionary.length);
  for (let row = 0; row < states.length; row++) used[states[row]!] = 1;
  const values: Category[] =
    scale.type === "number"
      ? [{ kind: "number" }]
      : [...scale.codes].sort((a, b) => b.order - a.order).map(({ code }) => ({ kind: "code", code }));
  const missing = missingStatuses.filter((status) =>
    dictionary.some((state, position) => used[position] === 1 && state.missing.includes(status)),
  );
  return [...values, ...missing.map((status): Category => ({ kind: "missing", status }))];
}

function placesOf({ codes, range, missing }: CellState, scale: Scale, categories: readonly Category[]): number[] {
  const names = new Set(scale.type === "codes" ? codes.map((code) => scale.codes[code]?.code) : []);
  return categories.flatMap((category, place) => {
    if (category.kind === "number") return range ? [place] : [];
    if (category.kind === "missing") return missing.includes(category.status) ? [place] : [];
    return names.has(category.code) ? [place] : [];
  });
}

/** Where a value stands against an earlier one on the same scale: a higher order is better, a greater number is more. */
export function directionOf(before: CellState, after: CellState, scale: Scale): Direction {
  if (isCertainlyMissing(before) || isCertainlyMissing(after)) return "no-value";
  if (before.missing.length > 0 || after.missing.length > 0) return "possible";
  const [a, b] = [endsOf(before, scale), endsOf(after, scale)];
  if (!a || !b) return "no-value";
  if (compare(b[0], a[1]) > 0) return "rise";
  if (compare(b[1], a[0]) < 0) return "fall";
  const isSame = compare(a[0], a[1]) === 0 && compare(b[0], b[1]) === 0;
  return isSame ? "none" : "possible";
}

function endsOf({ codes, range }: CellState, scale: Scale) {
  if (scale.type === "number") return range;
  const orders = codes.flatMap((code) => scale.codes[code]?.order ?? []);
  if (orders.length === 0) return undefined;
  const end = (order: number) => ({ units: BigInt(order), scale: 0 });
  return [end(Math.min(...orders)), end(Math.max(...orders))] as const;
}
