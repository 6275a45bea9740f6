import {
  type Cell,
  type CellState,
  indicatorsOf,
  Methodology,
  type MissingStatus,
  Municipality,
  Round,
  type RoundData,
  type Text,
} from "@metodika/core";
import fc from "fast-check";

export const text = (word: string): Text => ({ ru: word, en: word });

const code = (name: string, order: number) => ({ code: name, order, title: text(name) });

const rule = (policy: string) => ({ policy, reason: text("invented") });

/** What a test may choose of a methodology. */
export interface Wishes {
  version?: string;
  previous?: unknown;
  region?: string;
  /** Points of the three values of the first indicator. */
  points?: readonly [number, number, number];
  weight?: string;
  policies?: Partial<Record<MissingStatus, string>>;
  planTitle?: string;
}

/** Four indicators in two criteria, a total, and a level by the total and one answer. */
export function methodologyOf({
  version = "1.0.0",
  previous,
  region = "ensk",
  points = [2, 1, 0],
  weight = "1",
  policies = {},
  planTitle = "plan",
}: Wishes = {}): Methodology {
  return Methodology.parse({
    id: region,
    region,
    version,
    status: "approved",
    synthetic: true,
    title: text("invented"),
    orders: [],
    scales: {
      three: { type: "codes", codes: [code("high", 2), code("middle", 1), code("low", 0)] },
      "yes-no": { type: "codes", codes: [code("yes", 1), code("no", 0)] },
      staff: { type: "number", integer: true, from: 0, to: 9 },
    },
    missing: Object.fromEntries(
      (["L", "M", "O", "Q", "S"] as const).map((status) => [
        status,
        rule(policies[status] ?? { L: "exclude", M: "exclude", O: "zero", Q: "bounds", S: "zero" }[status]),
      ]),
    ),
    criteria: [
      {
        id: "work",
        title: text("work"),
        points: { aggregate: "sum" },
        indicators: [
          {
            id: "mentoring",
            title: text("mentoring"),
            scale: "three",
            weight,
            points: { high: points[0], middle: points[1], low: points[2] },
          },
          { id: "plan", title: text(planTitle), scale: "yes-no", points: { yes: 1, no: 0 } },
        ],
      },
      {
        id: "people",
        title: text("people"),
        weight: "0.7",
        points: { aggregate: "sum" },
        indicators: [
          {
            id: "headcount",
            title: text("headcount"),
            scale: "staff",
            points: {
              steps: [
                { from: 1, points: "0.1" },
                { from: 4, points: "0.3" },
              ],
              below: 0,
            },
          },
          { id: "club", title: text("club"), scale: "yes-no", points: { yes: "0.2", no: 0 } },
        ],
      },
    ],
    total: { aggregate: "sum" },
    levels: [
      {
        id: "level",
        title: text("level"),
        basis: "approved",
        codes: [code("good", 1), code("poor", 0)],
        rules: [
          {
            level: "good",
            when: {
              all: [
                { points: "total", at_least: "1.5" },
                { indicator: "plan", is: ["yes"] },
              ],
            },
          },
          { level: "poor" },
        ],
      },
    ],
    ...(previous === undefined ? {} : { previous }),
  });
}

export function municipalityOf(id: string, region = "ensk", type = "municipal-district"): Municipality {
  return Municipality.parse({
    id,
    region,
    name: id,
    type,
    closed: "no",
    oktmo: "",
    tile_column: "0",
    tile_row: "0",
    aliases: "",
    name_en: id,
  });
}

/** The state of one cell, in a short form: `"yes"`, `"yes|no"`, `"4"`, `"2..5"`, `"status:L"`, mixed by `|`. */
export type Short = string;

export function stateOf(short: Short, methodology: Methodology, indicator: string): CellState {
  const scale = indicatorsOf(methodology).find((placed) => placed.indicator.id === indicator)?.scale;
  const parts = short.split("|");
  const missing = parts.flatMap((part) => (part.startsWith("status:") ? [part.slice(7) as MissingStatus] : []));
  const values = parts.filter((part) => !part.startsWith("status:"));
  if (scale?.type === "codes")
    return { codes: scale.codes.flatMap(({ code: name }, index) => (values.includes(name) ? [index] : [])), missing };
  const [value] = values;
  if (value === undefined) return { codes: [], missing };
  const [low = "0", high = low] = value.split("..");
  const number = (digits: string) => ({ units: BigInt(digits), scale: 0 });
  return { codes: [], range: [number(low), number(high)], missing };
}

/** A round from rows of short cells, by municipality, in the order mentoring, plan, headcount, club. */
export function roundOf(
  year: number,
  rows: Readonly<Record<string, readonly Short[]>>,
  methodology: Methodology = methodologyOf(),
): RoundData {
  const { region } = methodology;
  const indicators = indicatorsOf(methodology).map(({ indicator }) => indicator.id);
  const round = Round.parse({
    id: `${region}-${year}`,
    region,
    synthetic: true,
    methodology: { id: methodology.id, version: methodology.version },
    title: text("invented"),
    published: `${year}-12-31`,
    period: { title: text(String(year)) },
    dates: [],
    orders: [],
    aim: text("aim"),
    object: text("object"),
    tasks: [],
    collection: { method: text("drawn"), respondent: text("nobody"), source: "here" },
    abbreviations: [],
    approval: [],
  });
  return {
    round,
    methodology,
    municipalities: Object.keys(rows).map((id) => municipalityOf(id, region)),
    cells: Object.entries(rows).flatMap(([municipality, shorts]) =>
      shorts.map((short, index): Cell => {
        const indicator = indicators[index] ?? "";
        const state = stateOf(short, methodology, indicator);
        const base = {
          raw: short,
          status: "A" as const,
          basis: "printed" as const,
          source: "here",
          evidence: "" as const,
        };
        return { municipality, indicator, ...base, note: "", state, line: 0 };
      }),
    ),
    printed: [],
    facts: [],
    comments: [],
  };
}

const statuses = ["status:L", "status:M", "status:O", "status:Q", "status:S"];
const someOf = (values: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...values) },
    { weight: 2, arbitrary: fc.subarray([...values], { minLength: 2 }).map((part) => part.join("|")) },
    { weight: 1, arbitrary: fc.constantFrom(...statuses) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...values), fc.constantFrom(...statuses)).map((pair) => pair.join("|")),
    },
  );

const staff = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }))
    .map(([low, more]) => `${low}..${low + more}`),
  fc.constantFrom(...statuses),
);

/** One municipality: four short cells. */
export const arbitraryRow = fc.tuple(
  someOf(["high", "middle", "low"]),
  someOf(["yes", "no"]),
  staff,
  someOf(["yes", "no"]),
);

/** Policies that keep a sum a sum. */
export const arbitraryPolicies = fc.record({
  L: fc.constantFrom("exclude", "zero", "bounds"),
  M: fc.constantFrom("exclude", "zero", "bounds"),
  O: fc.constantFrom("exclude", "zero", "bounds"),
  Q: fc.constantFrom("exclude", "zero", "bounds"),
  S: fc.constantFrom("exclude", "zero", "bounds"),
});

/** Every way to settle a short cell, as short cells. */
export function completionsOf(short: Short): Short[] {
  return short.split("|").flatMap((part) => {
    const [low, high] = part.split("..");
    if (high === undefined || low === undefined) return [part];
    return Array.from({ length: Number(high) - Number(low) + 1 }, (_, step) => String(Number(low) + step));
  });
}

/** Every way to settle a row. */
export function rowsOf(row: readonly Short[]): Short[][] {
  return row.reduce<Short[][]>(
    (rows, cell) => rows.flatMap((start) => completionsOf(cell).map((end) => [...start, end])),
    [[]],
  );
}
