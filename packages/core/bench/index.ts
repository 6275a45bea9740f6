import { cpus } from "node:os";
import { Bench } from "tinybench";
import {
  type Cell,
  type Columns,
  compile,
  encodeColumns,
  evaluateColumns,
  Methodology,
  type RoundData,
  scoreRound,
} from "../src/index.ts";
import { data, text } from "../test/fixture.ts";

// How fast a region and a large table are scored. The data are random and seeded, so every run measures the same.

const title = text("условное", "invented");
const yesNo = {
  type: "codes" as const,
  codes: [
    { code: "yes", order: 1, title },
    { code: "no", order: 0, title },
  ],
};
const perCriterion = [7, 7, 7, 6];

const quality = [0, 1, 2, 3].map((index) => `indicator-1-${index}`);

/** 27 yes/no indicators in four criteria, one point each; a level by one answer and four others. */
const methodology = Methodology.parse({
  ...data.methodology,
  scales: { "yes-no": yesNo },
  criteria: perCriterion.map((count, criterion) => ({
    id: `criterion-${criterion}`,
    title,
    points: { aggregate: "sum" },
    indicators: Array.from({ length: count }, (_, index) => ({
      id: `indicator-${criterion}-${index}`,
      title,
      scale: "yes-no",
      points: { yes: 1, no: 0 },
    })),
  })),
  levels: [
    {
      id: "level",
      title,
      basis: "approved",
      codes: [
        { code: "high", order: 2, title },
        { code: "middle", order: 1, title },
        { code: "low", order: 0, title },
      ],
      rules: [
        {
          level: "high",
          when: {
            all: [
              { indicator: "indicator-0-0", is: ["yes"] },
              { count: { indicators: quality, codes: ["yes"] }, at_least: 2 },
              { count: { indicators: quality, codes: ["no"] }, at_most: 0 },
            ],
          },
        },
        { level: "low", when: { count: { indicators: quality, codes: ["no"] }, at_least: 2 } },
        { level: "middle" },
      ],
    },
  ],
  recommendations: [],
});

/** A linear congruential generator (Numerical Recipes): numbers from 0 to 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const program = compile(methodology);
const withoutLevels = { ...program, levels: [] };

/** Of a hundred cells about 55 are yes, 40 no, 4 not submitted, 1 uncertain. */
function randomColumns(size: number, seed: number): Columns {
  const random = randomNumbers(seed);
  const dictionary = [
    { codes: [], missing: ["O" as const] },
    { codes: [0], missing: [] },
    { codes: [1], missing: [] },
    { codes: [], missing: ["L" as const] },
    { codes: [0, 1], missing: [] },
  ];
  const pick = (share: number) => (share < 0.55 ? 1 : share < 0.95 ? 2 : share < 0.99 ? 3 : 4);
  return {
    size,
    columns: program.cells.map(() => ({
      dictionary,
      states: Uint16Array.from({ length: size }, () => pick(random())),
    })),
  };
}

const rows = 100_000;
const large = randomColumns(rows, 2022);

/** What one would write first: row by row over records, points by name of the answer. */
const records = Array.from({ length: rows }, (_, row) =>
  Object.fromEntries(
    program.cells.map(({ indicator }, position) => [indicator.id, large.columns[position]?.states[row] ?? 0]),
  ),
);
const pointsByState: Record<string, [number, number]> = { 0: [0, 0], 1: [1, 1], 2: [0, 0], 3: [0, 0], 4: [0, 1] };

function rowByRow() {
  return records.map((record) =>
    methodology.criteria.map(({ id, indicators = [] }) => {
      let [low, high, scored] = [0, 0, false];
      for (const indicator of indicators) {
        const state = record[indicator.id] ?? 0;
        const [from, to] = pointsByState[state] ?? [0, 0];
        low += from;
        high += to;
        scored ||= state !== 0 && state !== 3;
      }
      return { id, points: scored ? [low, high] : null };
    }),
  );
}

function region(): RoundData {
  const { columns } = randomColumns(34, 34);
  const municipalities = Array.from({ length: 34 }, (_, index) => ({ ...data.municipalities[0]!, id: `m-${index}` }));
  const cells = program.cells.flatMap(({ indicator }, position) =>
    municipalities.flatMap(({ id }, row): Cell[] => {
      const state = columns[position]?.dictionary[columns[position]?.states[row] ?? 0];
      return state ? [{ ...data.cells[0]!, municipality: id, indicator: indicator.id, state, line: 0 }] : [];
    }),
  );
  return { ...data, methodology, municipalities, cells, printed: [] };
}

const thirtyFour = region();

const bench = new Bench({ time: 1500, warmupTime: 300, warmupIterations: 3, iterations: 10 });
const names = {
  region: "a region of 34 scored, compilation included",
  columns: "100,000 rows × 27 indicators, four criteria and a total, by columns",
  naive: "the same four criteria row by row",
  levels: "100,000 rows, levels by a decision table over five cells",
  encode: "34 municipalities encoded",
};
bench
  .add(names.region, () => void scoreRound(thirtyFour))
  .add(
    names.encode,
    () =>
      void encodeColumns(
        program.cells,
        thirtyFour.municipalities.map(({ id }) => id),
        thirtyFour.cells,
      ),
  )
  .add(names.columns, () => void evaluateColumns(withoutLevels, large))
  .add(names.naive, () => void rowByRow())
  .add(
    names.levels,
    () => void evaluateColumns({ ...withoutLevels, criteria: [], total: undefined, levels: program.levels }, large),
  );
await bench.run();

const medians = new Map(
  bench.tasks.map(({ name, result }) => [name, "latency" in result ? result.latency.p50 : Number.NaN]),
);
const lines = [...medians].map(([name, median]) => `${name.padEnd(70)} ${median.toFixed(2).padStart(9)} ms`);
const ratio = (medians.get(names.naive) ?? Number.NaN) / (medians.get(names.columns) ?? Number.NaN);
process.stdout.write(
  [
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}; medians`,
    ...lines,
    `row by row takes ${ratio.toFixed(1)} times as long as by columns`,
    "",
  ].join("\n"),
);
