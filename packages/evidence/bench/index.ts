import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { type RoundData, scoreRound } from "@metodika/core";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import { Bench } from "tinybench";
import { audit, auditSteps, recover, recoverSteps } from "../src/index.ts";

// How fast the two real rounds are deduced and audited, everything prepared anew each time. Besides, the longest time
// between two steps: for so long a page would stand still.

const { files } = await readFolder(fileURLToPath(new URL("../../../datasets", import.meta.url)));
const { rounds } = readDatasets(files);

function round(id: string): RoundData {
  const data = rounds.get(id);
  if (!data) throw new Error(`no round "${id}"`);
  return data;
}

const [amur, primorye] = [round("amur-2022"), round("primorye-2022")];
const [amurScore, primoryeScore] = [scoreRound(amur), scoreRound(primorye)];

const names = {
  score: "Primorye scored, for scale",
  sure: "Primorye deduced",
  inferred: "Primorye deduced, unapproved rules too",
  amur: "Amur audited",
  primorye: "Primorye audited",
};

/** The longest of the pauses between steps, in milliseconds. */
function longestStep(steps: Generator<unknown, unknown>): number {
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const { done } = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (done) return longest;
  }
}

// The first run is the one that a visitor of a page waits for.
const start = performance.now();
recover(primorye, { inferred: true });
const deduced = performance.now();
audit(primorye, primoryeScore);
audit(amur, amurScore);
const audited = performance.now();
const steps = [
  longestStep(recoverSteps(primorye, { inferred: true })),
  longestStep(auditSteps(primorye, primoryeScore)),
  longestStep(auditSteps(amur, amurScore)),
];

const bench = new Bench({ time: 2000, warmup: false, iterations: 5 });
bench
  .add(names.score, () => void scoreRound(primorye))
  .add(names.sure, () => void recover(primorye))
  .add(names.inferred, () => void recover(primorye, { inferred: true }))
  .add(names.amur, () => void audit(amur, amurScore))
  .add(names.primorye, () => void audit(primorye, primoryeScore));
await bench.run();

const medians = new Map(
  bench.tasks.map(({ name, result }) => [name, "latency" in result ? result.latency.p50 : Number.NaN]),
);
const shown = (value: number) => value.toFixed(1).padStart(9);
const ratio = (name: string) => (medians.get(name) ?? Number.NaN) / (medians.get(names.score) ?? Number.NaN);
process.stdout.write(
  [
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}`,
    `the first run: Primorye deduced ${shown(deduced - start)} ms, both rounds audited ${shown(audited - deduced)} ms`,
    `the longest step, ms: deduction ${shown(steps[0] ?? 0)}, audit ${shown(Math.max(steps[1] ?? 0, steps[2] ?? 0))}`,
    "medians, and how many times the score of Primorye that is",
    ...[...medians].map(([name, median]) => `${name.padEnd(45)} ${shown(median)} ms ${shown(ratio(name))}`),
    "",
  ].join("\n"),
);
