import { scoreRound } from "@metodika/core";
import { expect, test } from "vitest";
import { ensk } from "../../test/ensk.ts";
import type { DistributionRow } from "./distribution-row.ts";
import { distributionRows } from "./distribution-rows.ts";
import { levelDistribution } from "./level-distribution.ts";
import { pointsDistribution, pointsRows } from "./points-rows.ts";

const score = scoreRound(ensk);
const short = (rows: readonly DistributionRow[]) =>
  rows.map(({ key, certain, possible, denominator }) => `${key} ${certain}–${possible}/${denominator}`);

test("a cell that can have several values is possible for each and certain for none", () => {
  expect(short(distributionRows(ensk, "plan"))).toEqual(["yes 2–3/6", "no 1–2/6", "L 1–1/6", "S 1–1/6"]);
  expect(short(distributionRows(ensk, "training"))).toEqual(["green 2–3/6", "red 1–2/6", "L 1–2/6", "M 1–1/6"]);
});

test("numbers are counted by the steps that give points", () => {
  expect(short(distributionRows(ensk, "members"))).toEqual(["from-1 2–3/6", "below-1 2–3/6", "L 1–1/6"]);
});

test("a share can be taken of fewer municipalities, which the base then says", () => {
  const base = { ru: "службы", en: "services" };
  const [yes] = distributionRows(ensk, "plan", { municipalities: ["zarechny", "lugovoy"], base });
  expect(yes).toMatchObject({ key: "yes", certain: 1, denominator: 2, base });
});

test("certain counts never exceed the base, and possible ones cover it", () => {
  for (const id of ["regulation", "plan", "members", "education", "training"]) {
    const rows = distributionRows(ensk, id);
    const sum = (pick: (row: DistributionRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
    expect(sum(({ certain }) => certain)).toBeLessThanOrEqual(6);
    expect(sum(({ possible }) => possible)).toBeGreaterThanOrEqual(6);
  }
});

test("points are counted over those that are scored", () => {
  expect(short(pointsDistribution(ensk, score, "organisation"))).toEqual([
    "0 0–0/5",
    "1 2–3/5",
    "2 1–2/5",
    "3 0–1/5",
    "4 1–2/5",
  ]);
  expect(pointsRows(ensk, score, "organisation").map(({ agreement }) => agreement)).toEqual([
    "same",
    "different",
    null,
    "same",
    "possible",
    "same",
  ]);
});

test("levels are counted with those that have none", () => {
  expect(short(levelDistribution(ensk, score, "potential"))).toEqual(["high 1–3/6", "low 2–4/6", "none 1–1/6"]);
});

test("an unknown indicator, criterion or level is a mistake of the caller", () => {
  expect(() => distributionRows(ensk, "nothing")).toThrow(RangeError);
  expect(() => pointsDistribution(ensk, score, "nothing")).toThrow(RangeError);
  expect(() => levelDistribution(ensk, score, "nothing")).toThrow(RangeError);
});
