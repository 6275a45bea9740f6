import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drawCharts } from "@metodika/report/chart";
import { loadDrawing } from "@metodika/report/node";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { openDatasets } from "../../loaders/open-datasets.ts";
import { filesOf, metodika } from "../../test/command.ts";
import { removeSites, temporaryFolder } from "../../test/fixture-site.ts";
import { edited, firstFigureChanged, mainPart } from "../../test/word-files.ts";
import type { DocumentContext } from "./document-job.ts";
import { letters } from "./letters.ts";
import { refresh } from "./refresh.ts";
import { report } from "./report.ts";
import { tableFile, tables } from "./tables.ts";
import { template } from "./template.ts";

const datasets = await openDatasets();
const folder = temporaryFolder();
const amur = { round: "amur-2022", edition: "working" } as const;
afterAll(removeSites);

/** What a job works with here, and the steps that it told. */
function context(): DocumentContext & { steps: string[] } {
  const steps: string[] = [];
  const drawing = async () => ({ drawCharts, ...(await loadDrawing()) });
  return { datasets, lang: "ru", step: ({ ru }) => void steps.push(ru), drawing, steps };
}

const buffer = (bytes: Uint8Array | undefined) => (bytes ?? new Uint8Array()).slice().buffer;
const same = (a: Uint8Array | undefined, b: Uint8Array | undefined) => Buffer.from(a ?? []).equals(b ?? Buffer.of());

describe("a page makes the same bytes as the command", () => {
  test("the report, and tells each chart", async () => {
    const asked = context();
    const { name, bytes } = await report(amur, asked);
    const file = join(folder, name);
    await metodika("report", "amur-2022", "--out", file);
    expect(same(bytes, readFileSync(file))).toBe(true);
    const charts = asked.steps.filter((step) => step.startsWith("рисую"));
    expect(charts.length).toBeGreaterThan(1);
    expect(charts.at(-1)).toBe(`рисую диаграммы: ${charts.length} из ${charts.length}`);
  });

  test("the public workbooks and tables of the other region", async () => {
    const out = join(folder, "tables");
    await metodika("tables", "primorye-2022", "--out", out, "--format", "xlsx,docx", "--edition", "public");
    const written = filesOf(out);
    expect(written.size).toBe(3);
    for (const as of ["workbook", "tables-xlsx", "tables-docx"] as const) {
      const { name, bytes } = await tables({ round: "primorye-2022", edition: "public", as }, context());
      expect([name, same(bytes, written.get(name))]).toEqual([name, true]);
    }
  });

  test("all tables of the working edition", async () => {
    const out = join(folder, "working");
    await metodika("tables", "amur-2022", "--out", out, "--format", "docx");
    const { name, bytes } = await tables({ ...amur, as: "tables-docx" }, context());
    expect(same(bytes, filesOf(out).get(name))).toBe(true);
  });

  test("the letters", async () => {
    const out = join(folder, "letters");
    await metodika("letters", "amur-2022", "--out", out);
    const written = filesOf(out);
    const { bytes } = await letters(amur, context());
    const packed = unzipSync(bytes ?? new Uint8Array());
    expect(Object.keys(packed).sort()).toEqual([...written.keys()]);
    expect(Object.entries(packed).filter(([name, letter]) => !same(letter, written.get(name)))).toEqual([]);
  });

  test("the template to edit", async () => {
    const file = join(folder, "template.docx");
    await metodika("report", "--save-template", file);
    expect(same(template({}, context()).bytes, readFileSync(file))).toBe(true);
  });
});

test("one table of a page becomes a workbook or a Word file", async () => {
  const cell = (text: string) => ({ text, value: 1, low: 1, high: 1 });
  const table = {
    id: "ensk-table",
    title: "=1+1",
    lang: "ru" as const,
    corner: "Территория",
    columns: [{ id: "points", title: "Баллы", align: "right" as const }],
    rows: [{ id: "a", header: "г. Энск", cells: [cell("1")] }],
    totals: [{ id: "total", header: "Всего", cells: [cell("1")] }],
    notes: [],
    source: "условные данные",
  };
  const sheet = await tableFile({ table, as: "xlsx" }, context());
  expect(Object.keys(unzipSync(sheet.bytes ?? new Uint8Array()))).toContain("xl/workbook.xml");
  const word = await tableFile({ table, as: "docx" }, context());
  expect(word.name).toBe("ensk-table.docx");
  expect(mainPart(word.bytes ?? new Uint8Array())).toContain("г. Энск");
});

test("a template with faults gives all of them, with the nearest name, and no file", async () => {
  const { bytes } = template({}, context());
  const wrong = edited(bytes ?? new Uint8Array(), (xml) =>
    xml.replace("<w:body>", "<w:body><w:p><w:r><w:t>{{titel}} {{region</w:t></w:r></w:p>"),
  );
  const made = await report({ ...amur, template: { name: "наш.docx", bytes: buffer(wrong) } }, context());
  expect(made.bytes).toBeUndefined();
  expect(made.problems.map(({ text }) => text).join("\n")).toContain("ближайшее: {{title}}");
  const damaged = await report({ ...amur, template: { name: "x.docx", bytes: new ArrayBuffer(9) } }, context());
  expect([damaged.bytes, damaged.problems.length]).toEqual([undefined, 1]);
});

test("an edited report gets its figures back and keeps the rest; the places are listed", async () => {
  const { bytes } = await report(amur, context());
  const own = "Текст автора.</w:t></w:r></w:p><w:sectPr";
  const mine = edited(bytes ?? new Uint8Array(), (xml) =>
    firstFigureChanged("777")(xml).replace(/<w:sectPr(?![\s\S]*<w:sectPr)/, `<w:p><w:r><w:t>${own}`),
  );
  const renewed = await refresh({ ...amur, file: "Справка.docx", bytes: buffer(mine) }, context());
  expect(renewed.name).toBe("Справка-обновлено.docx");
  expect(renewed.counts).toMatchObject({ changed: 1, missing: 0, unknown: 0 });
  expect(renewed.places?.rows[0]?.cells.map(({ text }) => text)).toEqual(["обновлено", "777", expect.any(String)]);
  expect(mainPart(renewed.bytes ?? new Uint8Array())).toContain(own);
  const foreign = await refresh({ ...amur, file: "x.docx", bytes: new ArrayBuffer(4) }, context());
  expect([foreign.bytes, foreign.places, foreign.problems.length]).toEqual([undefined, undefined, 1]);
});
