import { describe, expect, it } from "vitest";
import { figureFaults } from "../scripts/figure-faults.ts";
import { changed, files, read, round, rowsOf } from "./files.ts";

function faults(id: string, from = files): string[] {
  const folder = id.replace("-", "/");
  return figureFaults(
    round(id, read(from)),
    rowsOf(`${folder}/coverage.csv`, from),
    rowsOf(`${folder}/figures.csv`, from),
  );
}

describe("every figure of a report", () => {
  it.each(["amur-2022", "primorye-2022"])("is held by a claim of its place in %s, or says why by none", (id) => {
    expect(faults(id)).toEqual([]);
  });
});

describe("a ledger of figures that does not close is caught", () => {
  const figures = "primorye/2022/figures.csv";
  const row = '"55,9",claim:service-separate-share,';
  it.each([
    [
      "a figure that is left out",
      changed(figures, `block 1 item 1,2,${row}\n`, ""),
      "block 1 item 1 has 2 figures, the ledger has 1",
    ],
    [
      "a figure without claim and reason",
      changed(figures, row, '"55,9",,'),
      "55,9 (2) of block 1 item 1 has no claim and no reason for none",
    ],
    [
      "a claim that is not there",
      changed(figures, row, '"55,9",claim:service-apart-share,'),
      "55,9 (2) of block 1 item 1 leads to claim:service-apart-share, which is not there",
    ],
    [
      "a claim of another place",
      changed(figures, row, '"55,9",claim:service-within-authority-share,'),
      "55,9 (2) of block 1 item 1 leads to claim:service-within-authority-share, which stands in primorye-2022 block 1 item 2",
    ],
    [
      "a claim with another figure",
      changed(figures, row, '"55,9",claim:service-separate-count,'),
      "55,9 (2) of block 1 item 1 leads to claim:service-separate-count, which tells no such figure",
    ],
    [
      "a claim that nobody states any more",
      changed("primorye/2022/claims.yaml", "  - id: protocol-date\n", "  - id: protocol-day\n"),
      "26.10.2021 (1) of recommendations item 1 leads to claim:protocol-date, which is not there",
    ],
  ])("%s", (_, from, expected) => {
    expect(faults("primorye-2022", from)).toEqual([expected]);
  });
});
