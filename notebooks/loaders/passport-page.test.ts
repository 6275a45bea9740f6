import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mapPage } from "./map-page.ts";
import { openDatasets } from "./open-datasets.ts";
import { passportList, passportPage } from "./passport-page.ts";

const datasets = await openDatasets();
const list = passportList(datasets, "ru");

test("every municipality of every round has a passport and a tile; invented regions come last and say so", () => {
  expect(list.map(({ round }) => round).slice(0, 2)).toEqual(["amur-2022", "primorye-2022"]);
  expect(list.slice(0, 2).map(({ municipalities }) => municipalities.length)).toEqual([29, 34]);
  for (const { round, title, municipalities } of list) {
    const { passports, source } = passportPage(datasets, round, "ru");
    const ids = municipalities.map(({ id }) => id).sort();
    expect(Object.keys(passports).sort()).toEqual(ids);
    const { tiles } = mapPage(datasets, round, "ru");
    expect(tiles.map(({ id }) => id).sort()).toEqual(ids);
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length);
    const isInvented = datasets.rounds.get(round)?.round.synthetic === true;
    expect([title, source].map((text) => text.includes("условные данные"))).toEqual([isInvented, isInvented]);
  }
});

test("the pages name the files of every round", () => {
  for (const [page, kinds] of [
    ["municipality", ["passports", "explanations"]],
    ["map", ["map"]],
  ] as const) {
    const text = readFileSync(new URL(`../pages/${page}.md`, import.meta.url), "utf8");
    for (const { round } of list)
      for (const kind of kinds)
        for (const lang of ["ru", "en"]) expect(text).toContain(`/data/pages/${round}-${kind}-${lang}.json`);
  }
});

test("a passport shows what concerns its municipality, and a round that does not exist is refused", () => {
  const { passports } = passportPage(datasets, "amur-2022", "ru");
  const own = passports["magdagachinsky-district"];
  expect(own?.disagreements?.rows.map(({ id }) => id)).toContain("points/young-teachers/magdagachinsky-district");
  expect(own?.recommendations.length).toBeGreaterThan(0);
  expect(passports.progress?.scored).toBe(false);
  expect(() => passportPage(datasets, "nowhere", "ru")).toThrow('no round "nowhere"');
});
