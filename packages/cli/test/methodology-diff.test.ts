import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { datasets, metodika } from "./run.ts";

interface Interval {
  points: [number, number];
  exact: [string, string];
}
interface Diff {
  matched: string;
  differences: { part: string; after?: string; kinds: string[] }[];
  concepts: { concept: string; kinds: string[] }[];
  effects?: {
    rounds: string[];
    changes: { id: string }[];
    reworded: string[];
    levels: {
      level: string;
      notAttributable: unknown[];
      units: {
        municipality: string;
        from: (string | null)[];
        to: (string | null)[];
        move: string;
        reasons?: { change: string; enough: string; needed: string }[];
      }[];
    }[];
    results: {
      criterion: string;
      units: {
        municipality: string;
        state: string;
        from: Interval;
        to: Interval;
        change: Interval;
        method: Interval;
        data?: Interval;
        effects: (Interval & { id: string })[];
      }[];
    }[];
  };
}

const diff = async (...args: string[]) => {
  const { code, out, err } = await metodika("methodology", "diff", ...args, "--format", "json");
  return { code, err, result: JSON.parse(out) as Diff };
};
const total = ({ effects }: Diff) => effects?.results.find(({ criterion }) => criterion === "total")?.units ?? [];
const scores = async (round: string) => {
  const { out } = await metodika("score", round, "--format", "json");
  const { units } = JSON.parse(out) as {
    units: { municipality: string; total: { points: [number, number] } | null }[];
  };
  return new Map(units.map(({ municipality, total: own }) => [municipality, own?.points]));
};

const levels = async (round: string) => {
  const { out } = await metodika("score", round, "--format", "json");
  const { units } = JSON.parse(out) as { units: { municipality: string; levels: Record<string, string[]> }[] };
  return new Map(units.map(({ municipality, levels: own }) => [municipality, own.development]));
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "metodika-diff-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("methodology diff", () => {
  it("tells versions apart: what was reworded, rescaled and rerated, with the reasons", async () => {
    const { code, result } = await diff("ensk@1.0.0", "ensk@2.0.0");
    expect([code, result.matched, result.effects]).toEqual([0, "versions", undefined]);
    expect(result.differences.map(({ part, after, kinds }) => [part, after, ...kinds])).toEqual([
      ["indicator", "plan", "reworded"],
      ["indicator", "training", "rescaled", "rerated"],
    ]);
    const { out } = await metodika("methodology", "diff", "ensk@1.0.0", "ensk");
    expect(out).toContain("другая формулировка");
    expect(out).toContain("согласован со");
    expect(out).toContain("(условные данные)");
  });

  it("matches two regions by shared concepts", async () => {
    const { result } = await diff("amur", "primorye");
    expect(result.matched).toBe("concepts");
    expect(result.concepts.find(({ concept }) => concept === "associations")?.kinds).toContain("rescaled");
    expect(result.concepts.find(({ concept }) => concept === "seminars")?.kinds).toEqual(["dropped"]);
    expect((await metodika("methodology", "diff", "amur", "primorye")).out).toContain("только amur 1.0.0");
  });

  it("shows over two years what the data did and what the rules, between the two scores", async () => {
    const { result } = await diff("ensk-2023", "ensk-2024");
    expect(result.effects).toMatchObject({ rounds: ["ensk-2023", "ensk-2024"], reworded: ["plan"] });
    expect(result.effects?.changes.map(({ id }) => id)).toEqual(["indicator:training"]);
    const [before, after] = [await scores("ensk-2023"), await scores("ensk-2024")];
    const [was, is] = [await levels("ensk-2023"), await levels("ensk-2024")];
    const known = (codes: readonly (string | null)[]) => codes.filter((code) => code !== null).sort();
    for (const { municipality, from, to } of result.effects?.levels[0]?.units ?? []) {
      if (was.has(municipality)) expect(known(from)).toEqual([...(was.get(municipality) ?? [])].sort());
      expect(known(to)).toEqual([...(is.get(municipality) ?? [])].sort());
    }
    const computed = total(result).filter(({ state }) => state === "computed");
    expect(computed.length).toBe(10);
    for (const { municipality, from, to, data, method, change } of computed) {
      expect(to.points).toEqual(after.get(municipality));
      if (before.has(municipality)) expect(from.points).toEqual(before.get(municipality));
      // Where nothing is open the two parts are the whole.
      const [low, high] = change.points;
      if (low === high && data && data.points[0] === data.points[1])
        expect(data.points[0] + method.points[0]).toBeCloseTo(low, 12);
    }
  });

  it("shows a round under a methodology of one's own, rule by rule", async () => {
    const text = await readFile(join(datasets, "ensk/methodology.yaml"), "utf8");
    const file = join(folder, "trial.yaml");
    const changed = text
      .replace("version: 2.0.0", "version: 3.0.0")
      .replace('weight: "1.5"', 'weight: "2"')
      .replace('weight: "0.75"', 'weight: "1"')
      .replace(/ {2}O:\n {4}policy: zero/, "  O:\n    policy: exclude");
    await writeFile(file, changed);
    const { code, result } = await diff("ensk-2024", file);
    expect(code).toBe(0);
    expect(result.effects?.changes.map(({ id }) => id)).toEqual([
      "indicator:mentoring",
      "criterion:staff",
      "missing:O",
    ]);
    const units = total(result).filter(({ state }) => state === "computed");
    const settled = units.filter(({ change: { exact } }) => exact[0] === exact[1]);
    expect(settled.length).toBeGreaterThan(5);
    for (const { effects, change } of settled)
      expect(effects.reduce((sum, { points }) => sum + points[0], 0)).toBeCloseTo(change.points[0], 12);
    const table = await metodika("methodology", "diff", "ensk-2024", file);
    expect(table.out).toContain("Какое правило что изменило");
    expect(table.out).toContain("значение Шепли");
  });

  it("shows who moves between levels, and which rule is enough or needed for it", async () => {
    const text = await readFile(join(datasets, "ensk/methodology.yaml"), "utf8");
    const file = join(folder, "stricter.yaml");
    const changed = text
      .replace("version: 2.0.0", "version: 3.0.0")
      .replace('at_least: "10.5"', 'at_least: "11.5"')
      .replace('at_least: "6.5"', 'at_least: "3"')
      .replace('weight: "1.5"', 'weight: "2"');
    await writeFile(file, changed);
    const { result } = await diff("ensk-2024", file);
    const [level] = result.effects?.levels ?? [];
    const printed = await levels("ensk-2024");
    const points = new Map(total(result).map((unit) => [unit.municipality, unit]));
    const moved = new Set<string>();
    for (const { municipality, from, to, move, reasons } of level?.units ?? []) {
      expect(from.filter((code) => code !== null).sort()).toEqual([...(printed.get(municipality) ?? [])].sort());
      const [low, high] = points.get(municipality)?.to?.points ?? [];
      if (low === undefined || low !== high) continue;
      // The cut-offs of the file, by hand.
      expect(to).toEqual([low >= 11.5 ? "high" : low >= 3 ? "middle" : "low"]);
      if (from.length === 1) expect(move).toBe(from[0] === to[0] ? "stays" : "moves");
      for (const { change, enough } of reasons ?? []) moved.add(`${change} ${enough}`);
    }
    expect([...moved]).toContain("level:development yes");
    const { out } = await metodika("methodology", "diff", "ensk-2024", file);
    expect(out).toContain("Что изменило уровень");
    expect(out).toContain("изменено правило уровня");
  });

  it("writes its tables, and refuses what it does not know with the nearest", async () => {
    const out = join(folder, "out");
    expect(
      (await metodika("methodology", "diff", "ensk-2023", "ensk-2024", "--out", out, "--format", "md,docx")).code,
    ).toBe(0);
    const names = await readdir(out);
    expect(names).toContain("ensk-2023-ensk-2024-tables.docx");
    expect(await readFile(join(out, "ensk-2023-ensk-2024-total-effects.md"), "utf8")).toContain("условные данные");
    const unknown = await metodika("methodology", "diff", "ensk", "ensk@2.0.1", "--lang", "en");
    expect([unknown.code, unknown.err]).toEqual([
      2,
      'unknown methodology or round "ensk@2.0.1"; nearest: "ensk@2.0.0"\n',
    ]);
    expect((await metodika("methodology", "diff", "ensk", join(folder, "none.yaml"))).code).toBe(2);
  });

  it("refuses a round of another methodology, regions without common concepts and a broken file", async () => {
    const other = await metodika("methodology", "diff", "ensk@1.0.0", "ensk@2.0.0", "--round", "amur-2022");
    expect([other.code, other.err.includes("effects/other-methodology")]).toEqual([1, true]);
    const strangers = await metodika("methodology", "diff", "ensk", "amur");
    expect([strangers.code, strangers.err.includes("diff/nothing-in-common")]).toEqual([1, true]);
    const file = join(folder, "broken.yaml");
    await writeFile(
      file,
      (await readFile(join(datasets, "ensk/methodology.yaml"), "utf8")).replace("scale: system", "scale: sistem"),
    );
    const broken = await metodika("methodology", "diff", "ensk", file);
    expect([broken.code, broken.out]).toEqual([1, ""]);
    expect(broken.err).toMatch(/broken\.yaml:\d+.*system/);
  });
});
