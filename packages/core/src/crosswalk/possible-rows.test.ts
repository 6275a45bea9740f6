import { describe, expect, it } from "vitest";
import { data } from "../../test/fixture.ts";
import { Fact } from "../fact/fact.ts";
import { possibleRows } from "./possible-rows.ts";

// Plans of the six: yes, no, yes, open, missing, no row at all.
const ids = data.municipalities.map(({ id }) => id);

describe("the rows of a decision table", () => {
  it("are those that a municipality's cells leave possible; the first that fits wins", () => {
    const { rows, exact } = possibleRows(data, [{ when: { indicator: "plan", is: ["yes"] } }, {}]);
    expect(rows).toEqual([[0], [1], [0], [0, 1], [1], [1]]);
    expect(exact).toEqual(Array(6).fill(true));
  });

  it("none fits where every row has a condition that does not hold", () => {
    expect(possibleRows(data, [{ when: { indicator: "plan", is: ["yes"] } }]).rows).toEqual([
      [0],
      [],
      [0],
      [0],
      [],
      [],
    ]);
  });

  it("may ask for facts, names and types, alone and together with cells", () => {
    const fact = Fact.parse({
      id: "club",
      subject: "dolny",
      topic: "club",
      value: "yes",
      unit: "",
      period: "",
      title_ru: "Клуб",
      title_en: "Club",
      source: "invented",
      note: "",
    });
    const told = { ...data, facts: [fact] };
    const { rows } = possibleRows(told, [
      { when: { fact: "club" } },
      { when: { all: [{ named: ["kedrovy", "zaozyorny"] }, { indicator: "plan", is: ["yes"] }] } },
      { when: { not: { type: ["municipal-okrug"] } } },
      {},
    ]);
    expect(ids[1]).toBe("dolny");
    expect(rows).toEqual([[3], [0], [1], [1, 3], [3], [3]]);
  });

  it("a value that is missing is no value, whatever the methodology lets it be", () => {
    // Days of luzhsky are suppressed: for points any number is possible, for a condition none is there.
    const { rows } = possibleRows(data, [{ when: { indicator: "answer-days", at_least: 0 } }, {}]);
    expect(rows[4]).toEqual([1]);
  });
});
