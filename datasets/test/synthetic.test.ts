import { missingStatuses } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { enskFiles } from "../scripts/generate-ensk.ts";
import { realNames } from "../scripts/synthetic/real-names.ts";
import { syntheticRegion } from "../scripts/synthetic/synthetic-region.ts";
import { changed, files, read, round, textOf } from "./files.ts";

/** The rounds that say of themselves that they are invented. */
const invented = (from = files) => [...read(from).rounds.values()].filter(({ round }) => round.synthetic);

/** Names of municipalities in invented data that a real region has. */
function borrowed(from = files): string[] {
  const { municipalities, methodologies } = read(from);
  const isInvented = (region: string) => methodologies.get(region)?.synthetic === true;
  const names = (wanted: boolean) =>
    municipalities
      .filter(({ region }) => isInvented(region) === wanted)
      .flatMap(({ name, aliases, name_en }) => [name, name_en, ...aliases]);
  return realNames(names(true), names(false));
}

describe("«Энская область (условные данные)»", () => {
  it("is, byte for byte, what its generator writes", () => {
    for (const [path, text] of enskFiles(textOf("municipalities.csv"))) expect(textOf(path), path).toBe(text);
    const written = [...enskFiles(textOf("municipalities.csv")).keys()].filter((path) => path.startsWith("ensk/"));
    expect([...files.keys()].filter((path) => path.startsWith("ensk/")).sort()).toEqual(written.sort());
  });

  it("has two rounds, 14 municipalities and then 13", () => {
    expect(invented().map(({ round, municipalities }) => [round.id, municipalities.length])).toEqual([
      ["ensk-2023", 14],
      ["ensk-2024", 13],
    ]);
  });

  it.each(["ensk-2023", "ensk-2024"])("says in %s what it is, in titles and in every file", (id) => {
    const { round: frame, methodology } = round(id);
    for (const title of [frame.title, methodology.title]) {
      expect(title.ru).toContain("(условные данные)");
      expect(title.en).toContain("(invented data)");
    }
    for (const path of ["ensk/methodology.yaml", "ensk/methodology-1.0.0.yaml", `${id.replace("-", "/")}/round.yaml`])
      expect(textOf(path).split("\n")[1]).toContain("условные данные");
  });

  it.each(["ensk-2023", "ensk-2024"])("shows every reason for a missing value and a bounded cell in %s", (id) => {
    const { cells } = round(id);
    for (const status of missingStatuses) expect(cells.some((cell) => cell.status === status)).toBe(true);
    expect(cells.some(({ basis }) => basis === "bounded")).toBe(true);
  });

  it("bears no name of a real municipality", () => {
    expect(borrowed()).toEqual([]);
    expect(borrowed(changed("municipalities.csv", "Неведомский район", "Тамбовский округ"))).toEqual([
      "Тамбовский округ: тамбов",
    ]);
    expect(borrowed(changed("municipalities.csv", "Nevedomsky District", "Svobodny"))).toEqual(["Svobodny: svobodny"]);
  });

  it("gives no code of the classifier of territories and no person", () => {
    for (const { municipalities, round: frame } of invented()) {
      expect(municipalities.every(({ oktmo }) => oktmo === "")).toBe(true);
      expect(frame.approval).toEqual([]);
    }
  });

  it("is refused where a round or its methodology forgets to say so", () => {
    const copy = changed("ensk/2024/round.yaml", "synthetic: true\n", "");
    expect(read(copy).problems).toContainEqual(
      expect.objectContaining({ severity: "error", code: "round/synthetic", file: "ensk/2024/round.yaml" }),
    );
  });
});

describe("the lineage", () => {
  it.each([
    [
      "a circle",
      changed("lineage.csv", "skatertny-district,samobranny-district", "samobranny-district,samobranny-district"),
      { code: "lineage/cycle", file: "lineage.csv", line: 4, value: "samobranny-district" },
    ],
    [
      "an unknown municipality",
      changed("lineage.csv", "skatertny-district,samobranny", "skaterny-district,samobranny"),
      { code: "lineage/unknown-municipality", file: "lineage.csv", line: 4, nearest: "skatertny-district" },
    ],
    [
      "a municipality of another region",
      changed("lineage.csv", "skatertny-district,samobranny-district", "skatertny-district,zeya"),
      { code: "lineage/other-region", file: "lineage.csv", line: 4, value: "zeya" },
    ],
    [
      "a row of a municipality that is no more",
      changed("ensk/2024/observations.csv", "samobranny-district,regulation", "skatertny-district,regulation"),
      { code: "observation/other-time", file: "ensk/2024/observations.csv", value: "skatertny-district" },
    ],
  ])("with %s is a problem with file and line", (_, copy, problem) => {
    expect(read(copy).problems).toContainEqual(expect.objectContaining({ severity: "error", ...problem }));
    expect(read().problems).not.toContainEqual(expect.objectContaining({ code: problem.code }));
  });
});

describe("the earlier version of a methodology", () => {
  it("is held against what the later one says of it", () => {
    const undeclared = changed(
      "ensk/methodology.yaml",
      "- kind: reworded\n      indicator: plan",
      "- kind: reworded\n      indicator: site",
    );
    expect(read(undeclared).problems).toContainEqual(
      expect.objectContaining({ severity: "warning", code: "methodology/undeclared-change", value: "plan" }),
    );
    const unknown = changed(
      "ensk/methodology.yaml",
      "- kind: reworded\n      indicator: plan",
      "- kind: reworded\n      indicator: plane",
    );
    expect(read(unknown).problems).toContainEqual(
      expect.objectContaining({
        severity: "error",
        code: "methodology/unknown-indicator",
        file: "ensk/methodology.yaml",
        nearest: "plan",
      }),
    );
  });
});

describe("an invented region for measuring", () => {
  it("is the same for the same seed and another for another", () => {
    const region = (seed: number) => syntheticRegion({ seed, municipalities: 50 });
    expect(region(1)).toEqual(region(1));
    expect(region(1).before.cells).not.toEqual(region(2).before.cells);
  });

  it("has as many municipalities as asked for, and a cell for every indicator", () => {
    const { before, after } = syntheticRegion({ seed: 7, municipalities: 2500 });
    for (const { municipalities, cells } of [before, after]) {
      expect(new Set(municipalities.map(({ id }) => id)).size).toBe(2500);
      expect(cells).toHaveLength(2500 * 9);
    }
  });
});
