import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scoreRound } from "@metodika/core";
import { reportTable, roundCharts } from "@metodika/presentation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensk } from "../../../presentation/test/ensk.ts";
import { type Results, type TableFormat, tableFormats } from "./table-formats.ts";
import { writeResults } from "./write-results.ts";

const score = scoreRound(ensk);
const results: Results = {
  id: ensk.round.id,
  title: ensk.round.title.ru,
  data: ensk,
  tables: [reportTable(ensk, score, "organisation", "ru")],
  charts: roundCharts(ensk, score, { lang: "ru", print: true }),
  csv: "excel",
  lang: "ru",
  edition: "working",
};

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "metodika-write-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("writing results", () => {
  it("every format writes files that bear its name", async () => {
    for (const [name, format] of Object.entries(tableFormats)) {
      const files = await format(results);
      expect(files.length).toBeGreaterThan(0);
      for (const [file, content] of files) {
        expect(file).toMatch(new RegExp(`^[a-z0-9-]+\\.${name}$`));
        expect(content.length).toBeGreaterThan(50);
      }
    }
  });

  it("a format that fails leaves the previous folder whole, and nothing beside it", async () => {
    const out = join(root, "out");
    expect(await writeResults(out, results, ["csv", "md"], tableFormats)).toMatchObject({ written: true, files: 2 });
    const before = await readFile(join(out, "ensk-2022-organisation.md"), "utf8");
    const failing: Record<string, TableFormat> = {
      ...tableFormats,
      html: async () => {
        throw new RangeError("no such page");
      },
    };
    await expect(writeResults(out, results, ["csv", "html"], failing)).rejects.toThrow("no such page");
    expect(await readdir(out)).toEqual(["ensk-2022-organisation.csv", "ensk-2022-organisation.md"]);
    expect(await readFile(join(out, "ensk-2022-organisation.md"), "utf8")).toBe(before);
    expect(await readdir(root)).toEqual(["out"]);
  });

  it("replaces what it wrote before in another format, and no file of anybody else", async () => {
    const out = join(root, "out");
    await writeResults(out, results, ["md"], tableFormats);
    expect(await writeResults(out, results, ["html"], tableFormats)).toMatchObject({ written: true });
    expect(await readdir(out)).toEqual(["ensk-2022-organisation.html"]);
    await writeFile(join(out, "report.html.bak"), "mine");
    expect(await writeResults(out, results, ["html"], tableFormats)).toMatchObject({
      written: false,
      problems: [{ code: "write/foreign-files" }],
    });
  });
});
