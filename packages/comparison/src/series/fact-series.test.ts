import { type Fact, formatDecimal } from "@metodika/core";
import { expect, test } from "vitest";
import { roundOf, text } from "../../test/invented.ts";
import { type DisagreeingClaim, factSeries } from "./fact-series.ts";

const fact = (id: string, value: string, rest: Partial<Fact> = {}): Fact => ({
  id,
  subject: "ensk",
  topic: "council-count",
  value,
  unit: "councils",
  period: "",
  title_ru: "Советы",
  title_en: "Councils",
  source: "ensk-2024 paragraph 1",
  note: "",
  ...rest,
});
const finding = (id: string, verdict: string, source = "ensk-2024 paragraph 1"): DisagreeingClaim => ({
  id,
  round: "ensk-2024",
  source,
  statement: text(id),
  explanation: text(id),
  verdict,
});
const round = (year: number, facts: Fact[]) => ({ ...roundOf(year, { a: ["low", "no", "0", "no"] }), facts });

test("one report that tells two periods makes a series, with the statements that disagree beside it", () => {
  const told = round(2024, [
    fact("now", "21"),
    fact("then", "15", { period: "2020" }),
    fact("pages", "3", { topic: "page" }),
  ]);
  const { series } = factSeries(
    [told],
    [finding("seven-named", "contradicted"), finding("fine", "confirmed"), finding("far", "contradicted", "elsewhere")],
  );
  expect(series).toHaveLength(1);
  const [councils] = series;
  expect(councils?.points.map(({ period, value }) => [period.ru, value])).toEqual([
    ["2020", "15"],
    ["2024", "21"],
  ]);
  expect(councils?.change && formatDecimal(councils.change)).toBe("6");
  expect(councils?.disagreeing.map(({ id }) => id)).toEqual(["seven-named"]);
});

test("a previous period that nobody names stands just before that of the round", () => {
  const told = round(2024, [fact("now", "24"), fact("then", "18", { period: "previous" })]);
  expect(factSeries([told]).series[0]?.points.map(({ period }) => period.ru)).toEqual(["предыдущий период", "2024"]);
});

test("two rounds that tell one period each make a series", () => {
  const { series } = factSeries([round(2023, [fact("councils", "7")]), round(2024, [fact("councils", "8.5")])]);
  expect(series[0]?.points.map(({ round: id }) => id)).toEqual(["ensk-2023", "ensk-2024"]);
  expect(series[0]?.change && formatDecimal(series[0].change)).toBe("1.5");
});

test("words make a series without a change", () => {
  const { series } = factSeries([round(2023, [fact("form", "none")]), round(2024, [fact("form", "8")])]);
  expect(series[0]?.change).toBeUndefined();
});

test("something new stands beside the statements that fail for its subject, in the places that tell the same", () => {
  const told = round(2024, [
    fact("new-council", "council", { subject: "a", topic: "change", source: "ensk-2024 paragraph 9" }),
    fact("stands-in", "yes", { subject: "a", topic: "council-compensating", source: "ensk-2024 paragraph 4" }),
    fact("other", "yes", { subject: "a", topic: "page", source: "ensk-2024 paragraph 5" }),
  ]);
  const { events } = factSeries(
    [told],
    [
      { ...finding("not-in-the-list", "contradicted", "ensk-2024 paragraph 4"), disagreeing: ["a"] },
      // A total says nothing of one municipality, and what fails elsewhere neither.
      finding("three-or-seven", "contradicted", "ensk-2024 paragraph 4"),
      { ...finding("elsewhere", "contradicted", "ensk-2024 paragraph 9"), disagreeing: ["b"] },
      { ...finding("pages", "contradicted", "ensk-2024 paragraph 5"), disagreeing: ["a"] },
    ],
  );
  expect(events.map(({ fact: id, disagreeing }) => [id, disagreeing.map((one) => one.id)])).toEqual([
    ["new-council", ["not-in-the-list"]],
  ]);
});
