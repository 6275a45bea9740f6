import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { datasets, metodika, withBroken } from "./run.ts";

interface Unit {
  municipality: string;
  status: string;
  criteria: { criterion: string; points: [number, number] | null; max: number | null; printed: number | null }[];
  total: unknown;
  levels: Record<string, string[]>;
  printedLevels: Record<string, string>;
}

describe("score", () => {
  it("gives Amur's printed points everywhere but in the two rows that do not add up", async () => {
    const { code, out, err } = await metodika("score", "amur-2022", "--format", "json");
    const { round, methodology, units } = JSON.parse(out) as { round: string; methodology: string; units: Unit[] };
    expect([code, round, methodology, units.length]).toEqual([0, "amur-2022", "amur@1.0.0", 29]);
    const rows = units.flatMap(({ municipality, criteria }) =>
      criteria.filter(({ printed }) => printed !== null).map((row) => ({ municipality, ...row })),
    );
    expect(rows).toHaveLength(112);
    const different = rows.filter(({ points, printed }) => points?.[0] !== printed || points?.[1] !== printed);
    expect(different).toEqual([
      { municipality: "zeysky-district", criterion: "service-organisation", points: [4, 4], max: 6, printed: 3 },
      { municipality: "magdagachinsky-district", criterion: "young-teachers", points: [1, 1], max: 5, printed: 2 },
    ]);
    expect(err).toContain("2");
  });

  it("does not score a municipality that submitted nothing, and gives no total where none is defined", async () => {
    const { out } = await metodika("score", "amur-2022", "--format", "json");
    const units = (JSON.parse(out) as { units: Unit[] }).units;
    const progress = units.find(({ municipality }) => municipality === "progress");
    expect(progress?.status).toBe("not-scored");
    expect(progress?.criteria.map(({ points }) => points)).toEqual([null, null, null, null, null, null]);
    expect(units.every(({ total }) => total === null)).toBe(true);
  });

  it("keeps every level of Primorye that the report prints among the possible ones", async () => {
    const { out } = await metodika("score", "primorye-2022", "--format", "json");
    const units = (JSON.parse(out) as { units: Unit[] }).units;
    const printed = units.filter(({ printedLevels }) => printedLevels["staffing-potential"]);
    expect(printed).toHaveLength(16);
    for (const { levels, printedLevels } of printed)
      expect(levels["staffing-potential"]).toContain(printedLevels["staffing-potential"]);
  });

  it("with --strict exits 1 for a disagreement, and without it 0", async () => {
    expect((await metodika("score", "amur-2022", "--strict", "--format", "json")).code).toBe(1);
    expect((await metodika("score", "primorye-2022", "--strict", "--format", "json")).code).toBe(0);
  });

  it("with a policy of the caller is a trial, and with bounds the silent municipality may have any points", async () => {
    const { out } = await metodika("score", "amur-2022", "--missing", "bounds", "--format", "json");
    const { trial, units } = JSON.parse(out) as { trial: boolean; units: Unit[] };
    expect(trial).toBe(true);
    const progress = units.find(({ municipality }) => municipality === "progress");
    expect(progress?.criteria[0]?.points).toEqual([0, 6]);
  });

  it("names the nearest round for an unknown one and exits 2", async () => {
    const { code, out, err } = await metodika("score", "amur-2023", "--lang", "en");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain('nearest: "amur-2022"');
  });
});

describe("cells", () => {
  it("lists all cells with values, status, basis, source and the claims that narrow them", async () => {
    const { out } = await metodika("cells", "primorye-2022", "--format", "json");
    const cells = JSON.parse(out) as Record<string, unknown>[];
    expect(cells).toHaveLength(272);
    expect(cells[0]).toMatchObject({
      municipality: "artyomovsky-go",
      indicator: "service-form",
      values: ["separate", "within-authority"],
      status: "A",
      basis: "bounded",
      because: ["group/headcount=optimal"],
      source: "primorye-2022 table 1 row 1",
    });
    expect(cells[1]).toMatchObject({ indicator: "headcount", values: ["optimal"], basis: "derived" });
  });

  it("with --printed keeps to the tables, with --inferred uses the reconstructed rule too", async () => {
    const cellOf = async (...options: string[]) => {
      const { out } = await metodika("cells", "primorye-2022", "--format", "json", ...options);
      const cells = JSON.parse(out) as { municipality: string; indicator: string; values: string[]; basis: string }[];
      return (municipality: string, indicator: string) =>
        cells.find((cell) => cell.municipality === municipality && cell.indicator === indicator);
    };
    const printed = await cellOf("--printed");
    expect(printed("artyomovsky-go", "service-form")?.values).toEqual(["separate", "within-authority", "none"]);
    const inferred = await cellOf("--inferred");
    expect(inferred("chernigovsky-mr", "service-experience")).toMatchObject({ values: ["red"], basis: "inferred" });
  });

  it("as CSV can be read by a machine", async () => {
    const { out } = await metodika("cells", "amur-2022", "--format", "csv");
    expect(out.trim().split("\n")).toHaveLength(784);
  });
});

describe("audit", () => {
  interface Finding {
    id: string;
    kind: string;
    verdict: string;
    printed: unknown;
    computed: unknown;
    readings: { id: string }[];
  }

  it("holds every claim of both reports and every row of points against the tables", async () => {
    const { code, out } = await metodika("audit", "--format", "json");
    const findings = JSON.parse(out) as Finding[];
    expect(code).toBe(0);
    expect(findings.filter(({ kind }) => kind === "points")).toHaveLength(112);
    const find = (id: string) => findings.find((finding) => finding.id === id);
    expect(find("pages")).toMatchObject({ printed: 24, computed: 21, verdict: "contradicted" });
    expect(find("headcount-insufficient-count")).toMatchObject({ printed: 12, verdict: "confirmed" });
    expect(find("points/service-organisation/zeysky-district")).toMatchObject({ printed: 3, computed: 4 });
  });

  it("with --strict exits 1; for another edition it refuses; an unknown reading is named", async () => {
    expect((await metodika("audit", "amur-2022", "--strict", "--format", "json")).code).toBe(1);
    expect((await metodika("audit", "amur-2022", "--edition", "public")).code).toBe(2);
    const { code, err } = await metodika("audit", "primorye-2022", "--reading", "declared=nobody");
    expect([code, err.includes("declared=staffed")]).toEqual([2, true]);
  });
});

describe("explain", () => {
  it("leads from the points of Zeysky district to the row of the report", async () => {
    const { code, out } = await metodika("explain", "amur-2022", "Зейский район", "service-organisation");
    expect(code).toBe(0);
    expect(out).toContain("1 + 1 + 1 + 0 + 0 + 1 = 4");
    expect(out).toContain("таблица 1, строка 15");
  });

  it("finds a municipality by any form that the report prints, and names the nearest otherwise", async () => {
    expect((await metodika("explain", "amur-2022", "Серьшевский  район")).code).toBe(0);
    const { code, err } = await metodika("explain", "amur-2022", "Зейскй район");
    expect(code).toBe(2);
    expect(err).toContain("Зейский район");
  });
});

describe("check", () => {
  it("passes on the project's datasets and keeps the unsound legends visible as warnings", async () => {
    const { code, out } = await metodika("check", "--format", "json");
    const problems = JSON.parse(out) as { severity: string; code: string }[];
    expect(code).toBe(0);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(problems.filter(({ code: found }) => found === "scale/gap")).toHaveLength(4);
  });

  it("names file, line, value and the nearest valid one on a broken copy, and exits 1", async () => {
    const breakIt = (text: string) => text.replace("blagoveshchensk,regulation,", "blagoveshchensk,regulaton,");
    await withBroken("amur/2022/observations.csv", breakIt, async (folder) => {
      const { code, out } = await metodika("check", "--datasets", folder, "--format", "json");
      const error = (JSON.parse(out) as Record<string, unknown>[]).find(({ severity }) => severity === "error");
      expect(code).toBe(1);
      expect(error).toMatchObject({
        code: "observation/unknown-indicator",
        file: "amur/2022/observations.csv",
        line: 2,
        field: "indicator",
        value: "regulaton",
        nearest: "regulation",
      });
    });
  });

  it("an error of one region stops its own score and not that of the other", async () => {
    const breakIt = (text: string) => text.replace("blagoveshchensk,regulation,Да", "blagoveshchensk,regulation,Дла");
    await withBroken("amur/2022/observations.csv", breakIt, async (folder) => {
      const broken = await metodika("score", "amur-2022", "--datasets", folder, "--format", "json");
      expect([broken.code, broken.out]).toEqual([1, ""]);
      expect(broken.err).toContain("observation/not-on-scale");
      expect((await metodika("score", "primorye-2022", "--datasets", folder, "--format", "json")).code).toBe(0);
    });
  });
});

describe("tables", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "metodika-tables-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("writes every table of the report, the same bytes each time", async () => {
    const out = join(folder, "amur");
    expect((await metodika("tables", "amur-2022", "--out", out)).code).toBe(0);
    const names = await readdir(out);
    expect(names.filter((name) => name.endsWith(".csv")).length).toBeGreaterThanOrEqual(5);
    const first = await Promise.all(names.map((name) => readFile(join(out, name))));
    expect((await metodika("tables", "amur-2022", "--out", out)).code).toBe(0);
    expect(await Promise.all(names.map((name) => readFile(join(out, name))))).toEqual(first);
  });

  it("writes the formats asked for, tables and charts, into one folder", async () => {
    const out = join(folder, "formats");
    const run = await metodika("tables", "primorye-2022", "--out", out, "--format", "html, svg,png", "--lang", "en");
    expect([run.code, run.out]).toEqual([0, ""]);
    const names = await readdir(out);
    const ending = (extension: string) => names.filter((name) => name.endsWith(`.${extension}`));
    expect([ending("svg").length, ending("png").length, ending("csv").length]).toEqual([4, 4, 0]);
    expect(await readFile(join(out, "primorye-2022-staff-quality.html"), "utf8")).toContain('<html lang="en">');
    const png = await readFile(join(out, "primorye-2022-staffing-potential-levels.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    // Earlier charts are its own too.
    expect((await metodika("tables", "primorye-2022", "--out", out, "--format", "md")).code).toBe(0);
    expect((await readdir(out)).every((name) => name.endsWith(".md"))).toBe(true);
  });

  it("names the nearest format for an unknown one, exits 2 and writes nothing", async () => {
    const out = join(folder, "none");
    const { code, err } = await metodika("tables", "amur-2022", "--out", out, "--format", "csv,htlm", "--lang", "en");
    expect([code, err]).toEqual([2, 'unknown format "htlm"; nearest: "html"\n']);
    expect((await metodika("tables", "--out", out, "--format", "")).code).toBe(2);
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  });

  it("shows the public no chart of printed beside computed points", async () => {
    const out = join(folder, "public");
    await metodika("tables", "amur-2022", "--out", out, "--format", "svg", "--edition", "public");
    const names = await readdir(out);
    expect(names).toContain("amur-2022-young-teachers-points.svg");
    expect(names.filter((name) => name.includes("printed"))).toEqual([]);
  });

  it("leaves a folder alone that holds something else, and writes nothing for broken data", async () => {
    const out = join(folder, "foreign");
    await metodika("tables", "amur-2022", "--out", out);
    const before = await readdir(out);
    const breakIt = (text: string) => text.replace("blagoveshchensk,regulation,Да", "blagoveshchensk,regulation,Дла");
    await withBroken("amur/2022/observations.csv", breakIt, async (broken) => {
      expect((await metodika("tables", "amur-2022", "--out", out, "--datasets", broken)).code).toBe(1);
    });
    expect(await readdir(out)).toEqual(before);
    await writeFile(join(out, "my notes.txt"), "mine");
    const { code, err } = await metodika("tables", "amur-2022", "--out", out);
    expect(code).toBe(1);
    expect(err).toContain("write/foreign-files");
    expect(await readFile(join(out, "my notes.txt"), "utf8")).toBe("mine");
  });
});

describe("the commands of the README", async () => {
  const readmes = ["README.md", "README.ru.md"].map((name) => readFile(join(datasets, "..", name), "utf8"));
  const lines = (await Promise.all(readmes)).flatMap((text) =>
    text.split("\n").filter((line) => line.startsWith("npx metodika ")),
  );
  const commands = [...new Set(lines.map((line) => line.replace(/\s+#.*$/, "").replace("npx metodika ", "")))];
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "metodika-readme-"));
    const entry =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>';
    const xml = `${entry}<w:t>г. Зея: справка без цифр.</w:t></w:r></w:p></w:body></w:document>`;
    await writeFile(join(folder, "draft.docx"), zipSync({ "word/document.xml": strToU8(xml) }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("are all there", () => {
    expect(commands).toHaveLength(19);
  });

  it.each(commands)("%s", async (command) => {
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const placed = args.map((arg) => (arg === "draft.docx" || arg.startsWith("out/") ? join(folder, arg) : arg));
    const { code, err } = await metodika(...placed);
    expect([code, err.includes("Error")]).toEqual([0, false]);
  });
});

describe("usage", () => {
  it("exits 2 for an unknown verb, option or format, 0 for help", async () => {
    expect((await metodika("scores", "amur-2022")).code).toBe(2);
    expect((await metodika("score", "amur-2022", "--formt", "json")).code).toBe(2);
    expect((await metodika("score", "amur-2022", "--format", "xml")).code).toBe(2);
    expect((await metodika("score")).code).toBe(2);
    const { code, out } = await metodika("--help");
    expect([code, out.includes("explain")]).toEqual([0, true]);
  });

  it("shows one municipality its own results and no peer, and the public no notes", async () => {
    const own = ["--edition", "municipality", "--municipality", "Зея"];
    const { out } = await metodika("score", "amur-2022", ...own, "--format", "json");
    expect((JSON.parse(out) as { units: Unit[] }).units.map(({ municipality }) => municipality)).toEqual(["zeya"]);
    expect((await metodika("score", "amur-2022", "--edition", "municipality")).code).toBe(2);
    const open = await metodika("cells", "primorye-2022", "--edition", "public", "--format", "json");
    expect(open.out).not.toContain('"note"');
  });

  it("shows a methodology with its rules", async () => {
    const { code, out } = await metodika("methodology", "show", "primorye", "--format", "json");
    expect([code, (JSON.parse(out) as { id: string }).id]).toEqual([0, "primorye"]);
    expect((await metodika("methodology", "show", "primore")).err).toContain("primorye");
  });
});
