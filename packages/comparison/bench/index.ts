import { cpus } from "node:os";
import { type Columns, compile, Methodology, type Text } from "@metodika/core";
import { Bench } from "tinybench";
import { dynamicsOfColumns, type RoundColumns, unitChange } from "../src/index.ts";

// How fast two rounds are compared, and whether time grows with the rows only. The data are random and seeded. Goal: two
// rounds of 100,000 municipalities × 27 indicators within 2 s and 1 GB.

const text = (word: string): Text => ({ ru: word, en: word });
const yesNo = {
  type: "codes",
  codes: [
    { code: "yes", order: 1, title: text("yes") },
    { code: "no", order: 0, title: text("no") },
  ],
};
const perCriterion = [7, 7, 7, 6];
const zero = { policy: "zero", reason: text("invented") };
const exclude = { policy: "exclude", reason: text("invented") };

/** 27 yes/no indicators in four criteria, a total, and a level by the total. */
const methodology = Methodology.parse({
  id: "ensk",
  region: "ensk",
  version: "1.0.0",
  status: "approved",
  synthetic: true,
  title: text("invented"),
  orders: [],
  scales: { "yes-no": yesNo },
  missing: { L: exclude, M: exclude, O: zero, Q: exclude, S: zero },
  criteria: perCriterion.map((count, criterion) => ({
    id: `criterion-${criterion}`,
    title: text("invented"),
    points: { aggregate: "sum" },
    indicators: Array.from({ length: count }, (_, index) => ({
      id: `indicator-${criterion}-${index}`,
      title: text("invented"),
      scale: "yes-no",
      weight: "0.5",
      points: { yes: 1, no: 0 },
    })),
  })),
  total: { aggregate: "sum" },
  levels: [
    {
      id: "level",
      title: text("invented"),
      basis: "approved",
      codes: [
        { code: "high", order: 1, title: text("high") },
        { code: "low", order: 0, title: text("low") },
      ],
      rules: [
        { level: "high", when: { count: { criterion: "criterion-0", codes: ["yes"] }, at_least: 4 } },
        { level: "low" },
      ],
    },
  ],
});
const cells = compile(methodology).cells;

/** A linear congruential generator (Numerical Recipes): numbers from 0 to 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of a hundred cells about 55 are yes, 40 no, 4 not submitted, 1 uncertain. */
function randomRound(id: string, size: number, seed: number): RoundColumns {
  const random = randomNumbers(seed);
  const dictionary = [
    { codes: [], missing: ["O" as const] },
    { codes: [0], missing: [] },
    { codes: [1], missing: [] },
    { codes: [], missing: ["L" as const] },
    { codes: [0, 1], missing: [] },
  ];
  const pick = (share: number) => (share < 0.55 ? 1 : share < 0.95 ? 2 : share < 0.99 ? 3 : 4);
  const columns: Columns = {
    size,
    columns: cells.map(() => ({ dictionary, states: Uint16Array.from({ length: size }, () => pick(random())) })),
  };
  return { id, methodology, municipalities: Array.from({ length: size }, (_, row) => ({ id: `m-${row}` })), columns };
}

function pairOf(size: number): [RoundColumns, RoundColumns] {
  return [randomRound("ensk-2023", size, 2023), randomRound("ensk-2024", size, 2024)];
}

const sizes = [2_500, 25_000, 100_000];
const pairs = new Map(sizes.map((size) => [size, pairOf(size)]));
const name = (size: number) => `two rounds of ${size.toLocaleString("en")} municipalities × 27 indicators`;

const bench = new Bench({ time: 1000, warmupTime: 200, warmupIterations: 2, iterations: 5 });
for (const [size, [before, after]] of pairs) bench.add(name(size), () => void dynamicsOfColumns(before, after));
const [before, after] = pairs.get(100_000) ?? pairOf(0);
const { dynamics } = dynamicsOfColumns(before, after);
const total = dynamics?.total?.change;
bench.add("a thousand changes of the total read out with their contributions", () => {
  for (let unit = 0; total && unit < 1000; unit++) unitChange(total, unit);
});
await bench.run();

const medians = bench.tasks.map(({ name: task, result }) => ({
  task,
  median: "latency" in result ? result.latency.p50 : Number.NaN,
}));
const [small, , large] = medians;
process.stdout.write(
  [
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}; medians`,
    ...medians.map(({ task, median }) => `${task.padEnd(70)} ${median.toFixed(1).padStart(9)} ms`),
    `40 times the rows take ${((large?.median ?? 0) / (small?.median ?? 1)).toFixed(1)} times as long`,
    `peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    "",
  ].join("\n"),
);
