import { criteriaOf, explain, indicatorsOf, languages, scoreRound } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import { describe, expect, test } from "vitest";
import { ensk } from "../../../test/ensk.ts";
import { distributionRows } from "../../distributions/distribution-rows.ts";
import { levelDistribution } from "../../distributions/level-distribution.ts";
import { pointsDistribution } from "../../distributions/points-rows.ts";
import { findingsAbout } from "./findings-about.ts";
import { peersTable } from "./peers-table.ts";
import { regionMap } from "./region-map.ts";
import { valuesTable } from "./values-table.ts";

const score = scoreRound(ensk);

describe.each(languages)("the map in %s", (lang) => {
  const { measures, tiles } = regionMap(ensk, score, lang);

  test("counts as the distributions do, and every legend adds up to all tiles", () => {
    const rowsOf = (id: string) =>
      id.startsWith("level-")
        ? levelDistribution(ensk, score, id.slice(6))
        : id.startsWith("points-")
          ? pointsDistribution(ensk, score, id.slice(7))
          : distributionRows(ensk, id);
    expect(measures).toHaveLength(
      indicatorsOf(ensk.methodology).length +
        criteriaOf(ensk.methodology).filter(({ points }) => points !== undefined).length +
        (ensk.methodology.levels ?? []).length,
    );
    for (const { id, categories, values, denominator } of measures) {
      const rows = rowsOf(id);
      for (const { key, count } of categories.filter((one) => !["open", "not-scored"].includes(one.key)))
        expect([id, key, count]).toEqual([id, key, rows.find((row) => row.key === key)?.certain]);
      expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(denominator);
      categories.forEach(({ key, count }, place) => {
        expect([id, key, values.filter(({ category }) => category === place).length]).toEqual([id, key, count]);
      });
    }
    expect(tiles).toHaveLength(ensk.municipalities.length);
  });

  test("has a mark in every tile, so that no colour stands alone", () => {
    for (const { id, values } of measures)
      expect([id, values.filter(({ mark, title }) => mark === "" || title === "")]).toEqual([id, []]);
  });
});

test("the values of a municipality stand by criterion, each with its place, and a bounded one says what is possible", () => {
  const unit = score.units.find(({ municipality }) => municipality === "polevoy");
  const explanation = explain(ensk, "polevoy");
  if (!unit || !explanation) throw new Error("no such municipality");
  const table = valuesTable(ensk, unit, explanation, "ru");
  const leads = table.rows.filter(({ strong }) => strong);
  expect(table.rows).toHaveLength(indicatorsOf(ensk.methodology).length + leads.length);
  expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
  const texts = leads.map(({ cells }) => cells[1]?.text.replace(/\u00a0/g, " "));
  expect(texts).toContain("1–4 из 4, требует уточнения");
  expect(table.rows.some(({ cells }) => cells[0]?.text.startsWith("Возможны: «"))).toBe(true);
});

test("peers are those of the same type, counted as bounds, without a rank", () => {
  const { municipalities } = ensk;
  const own = municipalities[0]!;
  const results = municipalities.map(({ id }, place) => ({ municipality: id, low: place, high: place + 1 }));
  const [row] = peersTable([{ id: "points", title: "Баллы", results }], ensk, own, "ru").rows;
  const alike = municipalities.filter(({ id, type }) => id !== own.id && type === own.type);
  expect(row?.cells.at(-1)?.value).toBe(alike.length);
  expect(peersTable([{ id: "points", title: "Баллы", results: [] }], ensk, own, "ru").rows).toEqual([]);
});

test("a disagreement concerns the municipality of its row, of its list or of its question, and no other", () => {
  const finding = (id: string, more: Partial<Finding>): Finding => ({
    id,
    round: "ensk-2022",
    kind: "claim",
    statement: { ru: "", en: "" },
    source: "",
    universe: "all",
    printed: null,
    computed: null,
    verdict: "contradicted",
    explanation: { ru: "", en: "" },
    against: [],
    readings: [],
    bases: [],
    inferred: false,
    exact: true,
    ...more,
  });
  const findings = [
    finding("points/staff/polevoy", { kind: "points" }),
    finding("points/staff/zarechny", { kind: "points" }),
    finding("a-list", { printed: ["zarechny", "polevoy"], disagreeing: ["polevoy"] }),
    finding("confirmed", { printed: ["polevoy"], verdict: "confirmed" }),
  ];
  expect(findingsAbout(findings, [], "polevoy").map(({ id }) => id)).toEqual(["points/staff/polevoy", "a-list"]);
  expect(findingsAbout(findings, [], "zarechny").map(({ id }) => id)).toEqual(["points/staff/zarechny"]);
});
