import { cpus } from "node:os";
import { criteriaOf, type RoundData, scoreRound } from "@metodika/core";
import { cellsTable, type Document, reportTable, scoreTable, type Table } from "@metodika/presentation";
import { Bench } from "tinybench";
import { syntheticRegion } from "../../../datasets/scripts/synthetic/synthetic-region.ts";
import { drawCharts } from "../src/chart/index.ts";
import {
  composeReport,
  roundWorkbook,
  tablesWorkbook,
  toCsv,
  toDocx,
  toHtmlPage,
  toMarkdown,
  toXlsx,
} from "../src/index.ts";
import { loadDrawing } from "../src/node/index.ts";
import { roundOf } from "../test/rounds.ts";

// How long the tables of an invented region take in every form, and whether that grows with the municipalities only; then
// the parts of a real report. Goals, for a whole command: tables of 2,500 municipalities in every form within 20 s and
// 1 GB, a report within 5 s.

const lang = "ru";

function tablesOf(data: RoundData): Table[] {
  const score = scoreRound(data);
  const own = criteriaOf(data.methodology).filter(({ indicators }) => indicators && indicators.length > 0);
  return [
    ...own.map(({ id }) => reportTable(data, score, id, lang)),
    scoreTable(data, score, lang),
    cellsTable(data, lang),
  ];
}

function documentOf(tables: readonly Table[]): Document {
  const blocks = tables.map((table) => ({ type: "table" as const, table }));
  return {
    id: "tables",
    kind: "report",
    title: "—",
    lang,
    edition: "working",
    fields: {},
    parts: [{ id: "tables", blocks }],
  };
}

type Form = (data: RoundData, tables: readonly Table[]) => unknown;

const forms: Readonly<Record<string, Form>> = {
  docx: (_, tables) => toDocx(documentOf(tables), { images: new Map() }),
  "xlsx that calculates": (data) => toXlsx(roundWorkbook(data, lang)),
  "xlsx of tables": (_, tables) => toXlsx(tablesWorkbook(tables)),
  html: (_, tables) => tables.map((table) => toHtmlPage([table])),
  md: (_, tables) => tables.map(toMarkdown),
  csv: (_, tables) => tables.map((table) => toCsv(table, { for: "excel" })),
};

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of every form; the first run of a form in a process is that of a command. */
async function timesOf(count: number): Promise<Map<string, number>> {
  const { after } = syntheticRegion({ seed: 2024, municipalities: count });
  const times = new Map<string, number>();
  let tables: Table[] = [];
  times.set("score and tables", await timed(() => (tables = tablesOf(after))));
  for (const [form, write] of Object.entries(forms)) times.set(form, await timed(() => write(after, tables)));
  return times;
}

const line = (name: string, ...columns: string[]) =>
  `${name.padEnd(24)}${columns.map((one) => one.padStart(12)).join("")}\n`;
const ms = (time: number) => `${time.toFixed(0)} ms`;
const print = (text: string) => void process.stdout.write(text);

print(`Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}\n`);
await timesOf(50);
const [few, many] = [250, 2500];
const [small, large] = [await timesOf(few), await timesOf(many)];
print(line("municipalities", String(few), String(many), "ratio"));
for (const [name, time] of large) {
  const before = small.get(name) ?? Number.NaN;
  print(line(name, ms(before), ms(time), (time / before).toFixed(1)));
}
const sum = (times: ReadonlyMap<string, number>) => [...times.values()].reduce((total, time) => total + time, 0);
print(line("together", ms(sum(small)), ms(sum(large)), (sum(large) / sum(small)).toFixed(1)));
print(`ten times the municipalities; peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n\n`);

const input = { ...roundOf("amur-2022"), lang, edition: "working" } as const;
const drawing = await loadDrawing();
const document = composeReport(input);
const images = await drawCharts(document, drawing);
const bench = new Bench({ time: 1500, warmupTime: 300 });
bench
  .add("compose", () => void composeReport(input))
  .add("draw the charts", async () => void (await drawCharts(document, drawing)))
  .add("write the document", async () => void (await toDocx(document, { images })));
await bench.run();
print("a report, amur-2022; medians\n");
for (const { name, result } of bench.tasks)
  print(line(name, ms("latency" in result ? result.latency.p50 : Number.NaN)));
