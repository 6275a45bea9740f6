import { hasErrors } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { changed, datasets, read } from "./files.ts";

const places = ({ problems }: typeof datasets) =>
  problems.map(({ severity, code, file, field, value }) => [severity, code, file, field, value].join(" "));

/** What is unsound in the methodologies themselves; it stays visible and is never mended here. */
const known = [
  "note rule/not-tried ensk/methodology-1.0.0.yaml levels.0 ",
  "warning criterion/no-indicators amur/methodology.yaml criteria.4 management-decisions",
  "warning criterion/no-indicators amur/methodology.yaml criteria.5 innovation",
  "note rule/not-tried ensk/methodology.yaml levels.0 ",
  "warning scale/gap primorye/methodology.yaml scales.higher-education 50",
  "warning scale/gap primorye/methodology.yaml scales.service-experience 50",
  "warning scale/gap primorye/methodology.yaml scales.school-experience 50",
  "warning scale/gap primorye/methodology.yaml scales.training 50",
  "warning task/no-indicators primorye/2022/round.yaml tasks.7 professional-growth",
];

describe("the datasets", () => {
  it("have no errors, and the warnings that the reports deserve", () => {
    expect(hasErrors(datasets.problems)).toBe(false);
    expect(places(datasets)).toEqual(known);
  });

  it("hold both rounds whole", () => {
    const size = (id: string) => {
      const { municipalities = [], cells = [] } = datasets.rounds.get(id) ?? {};
      return [municipalities.length, new Set(cells.map(({ indicator }) => indicator)).size, cells.length];
    };
    expect(size("amur-2022")).toEqual([29, 27, 29 * 27]);
    expect(size("primorye-2022")).toEqual([34, 8, 34 * 8]);
  });

  it("warn of one more gap when a scale gets one", () => {
    const copy = changed("primorye/methodology.yaml", 'interval: "[3,4]"', 'interval: "[4,4]"');
    expect(places(read(copy))).toHaveLength(known.length + 1);
  });
});
