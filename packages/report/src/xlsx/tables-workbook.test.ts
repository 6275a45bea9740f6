import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { tableOf } from "../../test/table.ts";
import { sheetNames } from "./sheet-names.ts";
import { tablesWorkbook } from "./tables-workbook.ts";
import { toXlsx } from "./to-xlsx.ts";

test("names of sheets are cut at a word, cleaned, and made different whatever the case", () => {
  expect(sheetNames(["Баллы: 1/2", "баллы 1 2", "'[x]*?'", "History", ""])).toEqual([
    "Баллы 1 2",
    "баллы 1 2 (2)",
    "x",
    "History 1",
    "Лист 1",
  ]);
  const [first = "", second = ""] = sheetNames(
    Array(2).fill("Содержание и организация муниципальных методических служб"),
  );
  expect(first).toBe("Содержание и организация…");
  expect(second).toBe("Содержание и организация… (2)");
  expect(sheetNames(["Поддержка профессионального развития педагогов"])).toEqual(["Поддержка профессионального…"]);
  expect(sheetNames(["Напечатанные и рассчитанные по ячейкам"])).toEqual(["Напечатанные и рассчитанные…"]);
  for (const name of sheetNames(Array(12).fill("ы".repeat(40)))) expect(name.length).toBeLessThanOrEqual(31);
});

test("a table keeps numbers, colours with letters, marks, notes and source; every text is inert", async () => {
  const table = tableOf([
    ["=1+1", { text: "Да", color: "green", letter: "З" }, { text: "1 234,5", value: 1234.5 }],
    ["+7", { text: "@SUM(A1)" }, { text: "3–5", low: 3, high: 5, marks: ["1"] }],
  ]);
  const workbook = tablesWorkbook([table]);
  const values = workbook.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.value));
  expect(values).toEqual([
    ["Энская область (условные данные)"],
    ["Таблица 1"],
    ["Территория", "Положение", "Баллы"],
    ["", "Положение", "Рассчитано, балл"],
    ["=1+1", "З — Да", 1234.5],
    ["+7", "@SUM(A1)", "3–5 [1]"],
    [],
    ["1 — Заречный: в отчёте 2."],
    ["Без знака."],
    ["ensk-2022"],
  ]);
  const files = unzipSync(await toXlsx(workbook));
  const xml = strFromU8(files["xl/worksheets/sheet1.xml"]!);
  expect(xml).not.toContain("<f>");
  expect(xml).toContain("<v>1234.5</v>");
  expect(xml).toMatch(/state="frozen"/);
  expect(xml).toContain('<autoFilter ref="A4:C6"/>');
});

test("a workbook without tables is the caller's mistake", () => {
  expect(() => tablesWorkbook([])).toThrow(RangeError);
});

test("two sheets of one name are the caller's mistake", async () => {
  const [sheet] = tablesWorkbook([tableOf([["а", { text: "" }, { text: "" }]])]).sheets;
  await expect(
    toXlsx({ title: "", lang: "ru", sheets: [sheet!, { ...sheet!, name: sheet!.name.toUpperCase() }] }),
  ).rejects.toThrow(RangeError);
});
