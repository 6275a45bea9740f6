import { describe, expect, it } from "vitest";
import { aliases, lines } from "../test/report-texts.ts";
import { figureLedger, figuresIn } from "./figures.ts";
import { coverageLedger, rowLedger } from "./ledger.ts";
import { parseAmur } from "./parse-amur.ts";
import { differences } from "./verify-sources.ts";

const text = lines("Отчёт", "I. ЦЕЛЬ", "Служб 3.", "Территория\tПлан\tБаллы", "Северный\tДа\t1", "Дольный район\t\t");
const report = parseAmur(text, aliases);
const places = (ledger: ReturnType<typeof coverageLedger>) =>
  ledger.map(({ place, went_to, reason }) => [place, went_to, reason]);

describe("the coverage ledger", () => {
  it("places table rows by itself and leaves the rest to a person", () => {
    expect(places(coverageLedger(report, []))).toEqual([
      ["title", "", ""],
      ["section I heading", "", ""],
      ["section I paragraph 1", "", ""],
      ["table 1 heading", "", ""],
      ["table 1 row 1", "observations:table 1 row 1;printed:points", ""],
      ["table 1 row 2", "observations:table 1 row 2", ""],
    ]);
  });

  it("keeps what a person wrote, until the text is another", () => {
    const written = coverageLedger(report, []).map((row) => {
      if (row.place === "table 1 row 1") return { ...row, went_to: `${row.went_to};facts:plan` };
      return row.went_to === "" ? { ...row, went_to: "facts:services" } : row;
    });
    expect(coverageLedger(report, written)).toEqual(written);
    const other = parseAmur(text.replace("Служб 3.", "Служб 4."), aliases);
    expect(places(coverageLedger(other, written))[2]).toEqual(["section I paragraph 1", "", ""]);
  });
});

describe("the ledger of figures", () => {
  it("finds shares, dates and numbers with a space after the comma, and leaves table rows to their cells", () => {
    expect(figuresIn("в 12 ММС (35, 3%), 05.02.2021 № 23-а-119; 3, пять")).toEqual([
      ...["12", "35,3", "05.02.2021", "23", "119", "3"],
    ]);
    expect(figureLedger(report, [])).toEqual([
      { place: "section I paragraph 1", ordinal: "1", figure: "3", covered_by: "", reason: "" },
    ]);
  });

  it("keeps what a person wrote, until the figure is another", () => {
    const written = figureLedger(report, []).map((row) => ({ ...row, covered_by: "claim:services" }));
    expect(figureLedger(report, written)).toEqual(written);
    const other = parseAmur(text.replace("Служб 3.", "Служб 4."), aliases);
    expect(figureLedger(other, written)).toMatchObject([{ figure: "4", covered_by: "" }]);
  });
});

describe("the differences from a source", () => {
  const ledger = rowLedger(report);

  it("are none for the ledger of the same text", () => {
    expect(differences("rows.csv", ledger, rowLedger(parseAmur(text, aliases)))).toEqual([]);
  });

  it("name what the dataset lacks, what the source has not, and another order", () => {
    const changed = rowLedger(parseAmur(text.replace("\tДа\t", "\t<u>Да</u>\t"), aliases));
    expect(differences("rows.csv", ledger, changed)).toEqual([
      expect.stringMatching(/^rows.csv lacks: 1, 1, severny, /),
      expect.stringMatching(/^rows.csv has, the source has not: 1, 1, severny, /),
    ]);
    expect(differences("rows.csv", ledger, ledger.slice(1))).toHaveLength(1);
    expect(differences("rows.csv", ledger, ledger.toReversed())).toHaveLength(1);
    expect(differences("rows.csv", ledger, [...ledger, ...ledger])).toHaveLength(1);
  });
});
