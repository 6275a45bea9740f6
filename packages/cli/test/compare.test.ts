import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metodika, withBroken } from "./run.ts";

interface Dynamics {
  kind: string;
  criteria: { criterion: string; leftOut: string[]; counts: Record<string, number> | null }[];
  units: {
    municipality: string;
    kind: string;
    changes: {
      criterion: string;
      class: string;
      change: [number, number] | null;
      contributions: { change: [number, number] }[] | null;
    }[];
  }[];
  series: { title: { ru: string }; points: { value: string }[]; disagreeing: { id: string }[] }[];
  events: { fact: string; disagreeing: { id: string }[] }[];
}

const json = async (...args: string[]) => {
  const { code, out, err } = await metodika("compare", ...args, "--format", "json");
  return { code, err, result: JSON.parse(out) as Dynamics };
};

describe("compare, two rounds of one region", () => {
  it("gives every municipality its change as an interval whose contributions add up", async () => {
    const { code, err, result } = await json("ensk-2023", "ensk-2024");
    expect([code, err, result.kind, result.units.length]).toEqual([0, "", "dynamics", 12]);
    const added = result.units.flatMap(({ changes }) =>
      changes.flatMap(({ change, contributions }) =>
        change && contributions
          ? [[change, [0, 1].map((end) => contributions.reduce((sum, one) => sum + (one.change[end] ?? 0), 0))]]
          : [],
      ),
    );
    expect(added.length).toBeGreaterThan(30);
    for (const [change, sum] of added) expect(sum).toEqual(change);
    expect(result.criteria.find(({ criterion }) => criterion === "staff")?.leftOut).toEqual(["training"]);
  });

  it("differs by what two runs of score give, where nothing is left out", async () => {
    const { result } = await json("ensk-2023", "ensk-2024", "--breaks");
    const totals = async (round: string) => {
      const { out } = await metodika("score", round, "--format", "json");
      const { units } = JSON.parse(out) as {
        units: { municipality: string; total: { points: [number, number] } | null }[];
      };
      return new Map(units.map(({ municipality, total }) => [municipality, total?.points]));
    };
    const [before, after] = [await totals("ensk-2023"), await totals("ensk-2024")];
    const shared = result.units.filter(({ kind }) => kind === "same");
    expect(shared.length).toBe(10);
    for (const { municipality, changes } of shared) {
      const [was, is] = [before.get(municipality), after.get(municipality)];
      const change = changes.find(({ criterion }) => criterion === "total")?.change ?? null;
      expect(change).toEqual(was && is ? [is[0] - was[1], is[1] - was[0]] : null);
    }
  });

  it("says in words what rose, fell and stands apart, and marks invented data in every table", async () => {
    const { out } = await metodika("compare", "ensk-2023", "ensk-2024");
    for (const word of ["рост", "снижение", "возможно", "без изменений", "не сопоставляется", "ряд прерван"])
      expect(out).toContain(word);
    expect(out).toContain("прежде «Скатертный район»");
    const titles = out.split("\n").filter((_, line, lines) => lines[line + 1]?.startsWith("╔"));
    expect(titles.length).toBeGreaterThanOrEqual(4);
    for (const title of titles) expect(title).toContain("(условные данные)");
    const merged = await metodika("compare", "ensk-2023", "ensk-2024", "--mergers", "--breaks", "--lang", "en");
    expect(merged.out).toContain("Moves between levels");
    expect(merged.out).toContain("the bounds hold the change from any of them");
  });

  it("shows a municipality itself alone, and what it was before", async () => {
    const { out } = await metodika(
      ...["compare", "ensk-2023", "ensk-2024", "--edition", "municipality", "--municipality", "Самобранный район"],
    );
    expect(out).toContain("Скатертный район");
    expect(out).not.toContain("Лукоморск");
    expect((await metodika("compare", "ensk-2023", "ensk-2024", "--edition", "municipality")).code).toBe(2);
  });
});

describe("compare, two regions and one report", () => {
  it("say first where the comparison misleads, and give shares with bases and bounds", async () => {
    const { code, out } = await metodika("compare", "amur-2022", "primorye-2022");
    expect(code).toBe(0);
    expect(out.startsWith("Прежде чем сравнивать\n")).toBe(true);
    expect(out).toContain("17 из 29");
    expect(out).toContain("31 из 34");
    // The text of Primorye counts 19 organisations, so the fair share has a lower end.
    expect(out).toContain("19–31 из 34");
    const printed = await metodika("compare", "amur-2022", "primorye-2022", "--printed");
    expect(printed.out).toContain("0–34 из 34");
  });

  it("tell councils 15 → 21, resources 18 → 24 and a first council, with what disagrees beside them", async () => {
    const { result } = await json("amur-2022");
    expect(result.series.map(({ points }) => points.map(({ value }) => value))).toEqual([
      ["15", "21"],
      ["18", "24"],
    ]);
    expect(result.series[1]?.disagreeing.map(({ id }) => id)).toContain("pages");
    expect(result.events[0]?.fact).toBe("change-council-selemdzhinsky");
    // Beside an event of one municipality stands what fails there, not what the report counts of the region.
    expect(result.events[0]?.disagreeing).toEqual([]);
    const ids = result.events.flatMap(({ disagreeing }) => disagreeing.map(({ id }) => id));
    expect(ids).toEqual(["selemdzhinsky-associations-work"]);
    const open = await metodika("compare", "amur-2022", "--edition", "public");
    expect(open.out).toContain("15 → 21");
    expect(open.out).not.toContain("расходятся");
  });
});

describe("compare --out", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "metodika-compare-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("writes every table in every format, marked, the same bytes each time", async () => {
    const out = join(folder, "ensk");
    const args = ["compare", "ensk-2023", "ensk-2024", "--out", out, "--format", "csv,md,html,xlsx,docx"];
    expect((await metodika(...args)).code).toBe(0);
    const names = await readdir(out);
    expect(names).toContain("ensk-2024-changes.csv");
    expect(names.filter((name) => name.endsWith("-transitions.md"))).toHaveLength(7);
    for (const name of names.filter((one) => /\.(csv|md|html)$/.test(one)))
      expect(await readFile(join(out, name), "utf8"), name).toContain("условные данные");
    const word = unzipSync(new Uint8Array(await readFile(join(out, "ensk-2023-ensk-2024-tables.docx"))));
    expect(new TextDecoder().decode(word["word/document.xml"])).toContain("условные данные");
    const first = await Promise.all(names.map((name) => readFile(join(out, name))));
    expect((await metodika(...args)).code).toBe(0);
    expect(await Promise.all(names.map((name) => readFile(join(out, name))))).toEqual(first);
  });

  it("has no charts, and writes nothing for what cannot be compared", async () => {
    const out = join(folder, "none");
    const chart = await metodika("compare", "ensk-2023", "ensk-2024", "--out", out, "--format", "svg", "--lang", "en");
    expect([chart.code, chart.err]).toEqual([2, 'unknown format "svg"; known: csv, md, html, xlsx, docx\n']);
    expect((await metodika("compare", "ensk-2024", "ensk-2023", "--out", out)).code).toBe(2);
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  });
});

describe("what cannot be compared is refused with the reason", () => {
  it.each([
    [["amur-2022", "primorye-2022", "--as", "dynamics"], 2, "dynamics/other-region"],
    [["ensk-2023", "ensk-2024", "--as", "side-by-side"], 2, "comparison/same-region"],
    [["ensk-2024", "ensk-2023"], 2, "dynamics/order"],
    [["ensk-2023", "ensk-2023"], 2, "dynamics/same-round"],
    [["primorye-2022"], 2, "compare/one-round"],
    [["ensk-2024", "amur-2022"], 1, "comparison/nothing-in-common"],
  ])("%j exits %i with %s", async (args, code, reason) => {
    const run = await metodika("compare", ...args, "--format", "json");
    expect([run.code, run.out]).toEqual([code, ""]);
    expect(run.err).toContain(reason);
  });

  it("a crosswalk to an unknown indicator, with file, line and the nearest", async () => {
    const breakIt = (text: string) => text.replace("indicators: [service-form]", "indicators: [service-from]");
    await withBroken("crosswalk.yaml", breakIt, async (folder) => {
      const { code, err } = await metodika("compare", "amur-2022", "primorye-2022", "--datasets", folder);
      expect(code).toBe(1);
      expect(err).toMatch(/crosswalk\.yaml:\d+.*crosswalk\/unknown-indicator.*service-form/);
    });
  });

  it("a lineage with a circle, with file and line", async () => {
    const breakIt = (text: string) =>
      text.replace("skatertny-district,samobranny-district", "samobranny-district,samobranny-district");
    await withBroken("lineage.csv", breakIt, async (folder) => {
      const { code, err } = await metodika("compare", "ensk-2023", "ensk-2024", "--datasets", folder);
      expect(code).toBe(1);
      expect(err).toMatch(/lineage\.csv:4.*lineage\/cycle/);
    });
  });
});
