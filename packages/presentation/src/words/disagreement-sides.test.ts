import type { Claim, RoundData } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import { expect, it } from "vitest";
import { ensk } from "../../test/ensk.ts";
import { sidesOf } from "./disagreement-sides.ts";

const t = (ru: string) => ({ ru, en: ru });
const [first, second, third] = ensk.municipalities.map(({ id, name }) => ({ id, name }));
if (!first || !second || !third) throw new Error("the fixture has three municipalities");
const data: RoundData = {
  ...ensk,
  round: {
    ...ensk.round,
    dates: [
      { id: "held", what: t("Когда проведён"), value: "2021-06", source: "ensk-2024 page 1" },
      { id: "year", what: t("Год заголовка"), value: "2022", source: "ensk-2024 title" },
    ],
  },
};
const finding: Finding = {
  id: "one",
  round: "ensk-2024",
  kind: "claim",
  statement: t("Мониторинг прошёл в июне 2021 года"),
  source: "ensk-2024 title",
  universe: "all",
  printed: true,
  computed: false,
  verdict: "contradicted",
  explanation: t(""),
  against: [],
  readings: [],
  bases: [],
  inferred: false,
  exact: true,
};
const sides = (query: Claim["query"], more: Partial<Finding> = {}) => {
  const claim: Claim = { id: "one", source: finding.source, statement: finding.statement, query };
  return sidesOf({ ...finding, ...more }, data, "ru", new Map([["one", claim]]));
};

it("of two dates both are shown, first the one that stands where the statement does", () => {
  expect(sides({ same: [{ date: "held" }, { date: "year" }] })).toEqual({
    printed: "2022\u00a0год (заголовок)",
    against: "июнь 2021\u00a0года (страница 1)",
  });
});

it("a list that differs names who is missing in it and who does not fit", () => {
  const query: Claim["query"] = { list: { type: ["urban-okrug"] } };
  const computed = { certain: [second.id], possible: [second.id] };
  expect(sides(query, { printed: [first.id], computed, disagreeing: [first.id, second.id] }).against).toBe(
    `в перечне нет: ${second.name}; в перечне есть, но не подходят: ${first.name}`,
  );
});

it("a statement about all names the exceptions, one about some says whom it is not confirmed for", () => {
  const computed = { certain: [], possible: [] };
  expect(sides({ every: { type: ["urban-okrug"] } }, { computed, disagreeing: [third.id] })).toEqual({
    printed: "все муниципалитеты",
    against: `все, кроме: ${third.name}`,
  });
  const printed = [first.id, second.id];
  expect(sides({ includes: { type: ["urban-okrug"] } }, { printed, computed, disagreeing: [second.id] })).toEqual({
    printed: `${first.name}, ${second.name}`,
    against: `не подтверждается: ${second.name}`,
  });
});
