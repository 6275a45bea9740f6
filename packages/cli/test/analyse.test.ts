import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metodika } from "./run.ts";

describe("analyse", () => {
  it("tells of Amur as data: the items, the pair that repeats itself, the lens on Primorye", async () => {
    const { code, out } = await metodika("analyse", "amur-2022", "--format", "json");
    const result = JSON.parse(out);
    expect(code).toBe(0);
    expect(result.items).toHaveLength(27);
    expect(result.redundancy).toMatchObject([{ a: "meeting-schedule", b: "meeting-analysis", duplicate: true }]);
    expect(result.tests).toEqual([]);
    expect(result.lenses).toMatchObject([{ to: "primorye-2022", levels: [{ id: "staffing-potential", carried: 0 }] }]);
  });

  it("prints the test of the conclusion of Primorye's report with a sentence in plain words", async () => {
    const { code, out } = await metodika("analyse", "primorye-2022", "--format", "csv");
    expect(code).toBe(0);
    expect(out.replace(/\u00a0/g, " ")).toContain(
      "31 муниципалитет: p = 0,65. Различия между группами данные не показывают",
    );
    const english = await metodika("analyse", "primorye-2022", "--format", "csv", "--lang", "en");
    expect(english.out.replace(/\u00a0/g, " ")).toContain("31 municipalities: p = 0.65. The data show no difference");
  });

  it("writes the tables as files, invented data with its mark, the same bytes twice", async () => {
    const folder = await mkdtemp(join(tmpdir(), "metodika-analyse-"));
    try {
      const [a, b] = [join(folder, "a"), join(folder, "b")];
      for (const out of [a, b]) {
        const { code, err } = await metodika("analyse", "ensk-2024", "--out", out, "--format", "md,xlsx,docx");
        expect([code, err]).toEqual([0, expect.stringContaining("таблиц")]);
      }
      const files = await readdir(a);
      expect(files).toContain("ensk-2024-analysis-tables.xlsx");
      expect(files).toContain("ensk-2024-analysis-tables.docx");
      for (const file of files) expect(await readFile(join(a, file))).toEqual(await readFile(join(b, file)));
      for (const file of files.filter((name) => name.endsWith(".md")))
        expect(await readFile(join(a, file), "utf8")).toContain("условные данные");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("keeps the check of the text out of the public edition", async () => {
    const { code, out } = await metodika("analyse", "primorye-2022", "--format", "json", "--edition", "public");
    expect([code, JSON.parse(out).tests]).toEqual([0, []]);
  });

  it("refuses an edition for one municipality, an unknown form, and several forms on one page", async () => {
    const one = await metodika("analyse", "amur-2022", "--edition", "municipality");
    expect([one.code, one.err]).toEqual([2, expect.stringContaining("обо всех муниципалитетах")]);
    const form = await metodika("analyse", "amur-2022", "--format", "jsn");
    expect([form.code, form.err]).toEqual([2, expect.stringContaining("json")]);
    const two = await metodika("analyse", "amur-2022", "--format", "json,csv");
    expect([two.code, two.err]).toEqual([2, expect.stringContaining("--out")]);
  });
});
