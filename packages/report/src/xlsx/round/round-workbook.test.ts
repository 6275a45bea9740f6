import { type RoundData, scoreRound } from "@metodika/core";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { compareResults, opened } from "../../../test/recalculate.ts";
import { roundOf, rounds } from "../../../test/rounds.ts";
import { toXlsx } from "../to-xlsx.ts";
import type { Sheet, Workbook } from "../workbook.ts";
import { roundWorkbook } from "./round-workbook.ts";

const amur = roundOf("amur-2022").data;
const primorye = roundOf("primorye-2022").data;

function sheetOf(workbook: Workbook, name: string): { index: number; sheet: Sheet } {
  const index = workbook.sheets.findIndex((sheet) => sheet.name.startsWith(name));
  return { index, sheet: workbook.sheets[index]! };
}

/** Where the first cell with a text or number stands, from 1. */
function placeOf(sheet: Sheet, row: number, text: string | number): number {
  return 1 + (sheet.rows[row - 1]?.cells.findIndex((cell) => cell?.value === text) ?? -1);
}

describe("recalculated by an independent program", () => {
  test.each(rounds)("$id: every formula comes to the result stored beside it, exactly", ({ data }) => {
    const workbook = roundWorkbook(data, "ru");
    const { count, differences } = compareResults(opened(workbook), workbook);
    expect(differences).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });

  test("a changed cell and a changed weight give what the scorer gives", () => {
    const workbook = roundWorkbook(amur, "ru");
    const book = opened(workbook);
    const { index, sheet } = sheetOf(workbook, "1.");
    const points = sheetOf(workbook, "Шкалы");
    const [id] = ["programme"];
    const data: RoundData = structuredClone(amur);
    const indicator = data.methodology.criteria[0]!.indicators!.find((own) => own.id === id)!;
    indicator.weight = "0.7";
    const municipality = data.municipalities.findIndex(({ id: own }) =>
      data.cells.some((cell) => cell.municipality === own && cell.indicator === id && cell.state.codes[0] === 1),
    );
    const cell = data.cells.find(
      (own) => own.municipality === data.municipalities[municipality]!.id && own.indicator === id,
    )!;
    cell.state = { codes: [0], missing: [] };
    const row = 5 + municipality;
    book.set(index, row, 3, { text: "Да" });
    const weightRow = points.sheet.rows.findIndex(({ cells }) => cells[0]?.value === indicator.title.ru) + 1;
    expect(points.sheet.rows[weightRow - 1]?.cells[2]?.value).toBe(1);
    book.set(points.index, weightRow, 3, 0.7);
    book.calculate();
    const low = placeOf(sheet, 4, "Не менее");
    const expected = scoreRound(data).units.flatMap(({ criteria }, unit) =>
      criteria[0]?.points ? [{ sheet: index, row: 5 + unit, column: low, expected: criteria[0].points[0] }] : [],
    );
    expect(new Set(book.differences(expected))).toEqual(new Set([0]));
    expect(expected.some(({ expected: one }) => !Number.isInteger(one))).toBe(true);
  });

  test("a cell that becomes known settles the level", () => {
    const workbook = roundWorkbook(primorye, "ru");
    const book = opened(workbook);
    const results = sheetOf(workbook, "Результаты");
    const open = results.sheet.rows.findIndex(({ cells }) => String(cells[2]?.value).includes(" / ")) + 1;
    const [, headcount, quality] = [0, sheetOf(workbook, "1.").index, sheetOf(workbook, "2.").index];
    expect(book.text(results.index, open, 2)).toContain(" / ");
    book.set(headcount, open, 3, { text: "З" });
    for (const column of [2, 3, 4, 5]) book.set(quality, open, column, { text: column < 4 ? "К" : "З" });
    book.calculate();
    expect(book.text(results.index, open, 2)).toBe("Критический уровень");
  });
});

/** Every worksheet of a file as XML, and the shared texts. */
async function partsOf(workbook: Workbook): Promise<Record<string, string>> {
  const files = unzipSync(await toXlsx(workbook));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test("hostile names and cells are texts and never formulas", async () => {
  const hostile = ['=HYPERLINK("http://evil.example","x")', "+1+1", "@SUM(A1)", "-1", '"&A1&"'];
  const data: RoundData = {
    ...amur,
    municipalities: amur.municipalities.map((own, index) => ({ ...own, name: hostile[index] ?? own.name })),
    cells: amur.cells.map((cell, index) => (index < 5 ? { ...cell, raw: hostile[index] ?? "" } : cell)),
  };
  const workbook = roundWorkbook(data, "ru");
  const formulas = Object.values(await partsOf(workbook)).flatMap((xml) => xml.match(/<f[ >][^<]*/g) ?? []);
  expect(formulas.length).toBeGreaterThan(1000);
  expect(formulas.filter((formula) => /HYPERLINK|evil|SUM\(A1\)|&amp;A1&amp;/.test(formula))).toEqual([]);
  const { differences } = compareResults(opened(workbook), workbook);
  expect(differences).toEqual([]);
});

test("the same round gives the same bytes", async () => {
  const once = await toXlsx(roundWorkbook(primorye, "ru"));
  const again = await toXlsx(roundWorkbook(structuredClone(primorye), "ru"));
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
});

test("the public edition has no notes and does not tell what experts verified", () => {
  const data: RoundData = {
    ...amur,
    cells: amur.cells.map((cell) => ({ ...cell, note: "мнение эксперта", basis: "verified" as const })),
  };
  const texts = (workbook: Workbook) => JSON.stringify(workbook.sheets.map(({ rows }) => rows));
  expect(texts(roundWorkbook(data, "ru"))).toMatch(
    /мнение эксперта.*подтверждено экспертом|подтверждено экспертом.*мнение эксперта/s,
  );
  const open = texts(roundWorkbook(data, "ru", { edition: "public" }));
  expect(open).not.toContain("мнение эксперта");
  expect(open).not.toContain("подтверждено экспертом");
});

test("a total on request says that the methodology has none, a trial says that it is one", () => {
  const texts = JSON.stringify(roundWorkbook(amur, "ru", { total: true, missing: "bounds" }).sheets[1]);
  expect(texts).toContain("методикой не предусмотрено");
  expect(texts).toContain("пробный расчёт");
  const workbook = roundWorkbook(amur, "en", { total: true, missing: "redistribute" });
  expect(
    compareResults(opened(workbook), workbook).differences.filter((text) => !/off by -?\d\.?\d*E-1[4-9]/.test(text)),
  ).toEqual([]);
});
