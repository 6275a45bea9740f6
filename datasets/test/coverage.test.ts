import { describe, expect, it } from "vitest";
import { coverageFaults } from "../scripts/coverage-faults.ts";
import { changed, datasets, files, read, round, rowsOf } from "./files.ts";

function faults(id: string, from = files, all = datasets): string[] {
  return coverageFaults({
    data: round(id, all),
    authorities: all.authorities,
    coverage: rowsOf(`${id.replace("-", "/")}/coverage.csv`, from),
  });
}

describe("every part of a report", () => {
  it.each(["amur-2022", "primorye-2022"])("went somewhere in %s, or nowhere for a reason", (id) => {
    expect(faults(id)).toEqual([]);
  });
});

describe("a ledger that does not close is caught", () => {
  const coverage = "amur/2022/coverage.csv";
  it.each([
    ["facts:councils-2020", "facts:councils-2021"],
    ["comments:structure-stable", "comments:structure-unstable"],
    ["observations:table 1 row 15;", "observations:table 1 row 30;"],
    ["printed:addressee;authorities:zeya", "printed:level;authorities:zeya"],
    ["authorities:zeya", "authorities:zeysky"],
    ["round:dates.signature", "round:dates.seal"],
    ["methodology:criteria.young-teachers.table", "methodology:criteria.young-teachers.constructor"],
    ["round:title", "news:title"],
  ])("%s → %s", (before, after) => {
    expect(faults("amur-2022", changed(coverage, before, after))).toContainEqual(
      expect.stringContaining(`leads to ${after.split(";")[0]}, which is not there`),
    );
  });

  it("when a block went nowhere without a reason", () => {
    expect(faults("amur-2022", changed(coverage, "Вводная фраза к выводам", ""))).toEqual([
      "section IV paragraph 2 went nowhere and has no reason",
    ]);
  });

  it("when a fact stands in another place than it says", () => {
    const copy = changed(
      "amur/2022/facts.csv",
      "the smallest in the region),amur-2022 section II paragraph 2",
      "the smallest in the region),amur-2022 section II paragraph 3",
    );
    expect(faults("amur-2022", copy, read(copy))).toEqual([
      "facts:structure-staff-progress stands in section II paragraph 3, which does not lead to it",
    ]);
  });

  it("when nothing leads to a comment", () => {
    const copy = changed(
      "primorye/2022/coverage.csv",
      "facts:chernigovsky-job-description-year;comments:duties-outdated",
      "facts:chernigovsky-job-description-year",
    );
    expect(faults("primorye-2022", copy)).toEqual([
      "comments:duties-outdated stands in block 3 item 10, which does not lead to it",
    ]);
  });
});
