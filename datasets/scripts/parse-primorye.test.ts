import { describe, expect, it } from "vitest";
import { aliases, lines } from "../test/report-texts.ts";
import { parsePrimorye } from "./parse-primorye.ts";

const header = "№\tТерритория\tСлужба\tСотрудники";
const table = (...rows: string[]) => parsePrimorye(lines(header, ...rows), aliases);

describe("a table of the Primorye report", () => {
  it("gives a row per municipality, lost colours as blank cells", () => {
    expect(table("1\tСеверный\t\t", "2\tЗаозерный округ\tЗеленый").rows).toEqual([
      { table: 1, row: 1, municipality: "severny", cells: ["", ""], points: "" },
      { table: 1, row: 2, municipality: "zaozyorny-okrug", cells: ["Зеленый", ""], points: "" },
    ]);
  });

  it("marks underlined cells and keeps a merged cell in the first place", () => {
    const { rows } = table("1\tСеверный\t<u>Желтый</u>\t", "2\tДольный район\tСотрудники отсутствуют\t");
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["link:Желтый", ""],
      ["Сотрудники отсутствуют", ""],
    ]);
  });

  it("goes on after a page break, also when the header is repeated; another header opens another table", () => {
    const { rows } = table(
      "1\tСеверный\t\t",
      "",
      header,
      "2\tДольный район\t\t",
      "№\tТерритория\tСтаж",
      "1\tСеверный\tСиний",
    );
    expect(rows.map(({ table, row, cells }) => [table, row, cells.length])).toEqual([
      [1, 1, 2],
      [1, 2, 2],
      [2, 1, 1],
    ]);
  });

  it("throws on an unknown name, a row out of order, too many cells", () => {
    expect(() => table("1\tЮжный\t\t")).toThrow('unknown municipality "Южный" in table 1 row 1');
    expect(() => table("2\tСеверный\t\t")).toThrow("row 2 where 1 was expected in table 1");
    expect(() => table("1\tСеверный\t\t\t\t")).toThrow("more than 2 cells in table 1 row 1");
  });
});

describe("the text of the Primorye report", () => {
  it("is told apart by section and kind, with cut lines joined and emphasis removed", () => {
    const { blocks } = parsePrimorye(
      lines(
        "**Справка**",
        "Введение",
        "Служба есть в городах,",
        "",
        "районах и округах.",
        "- первое,",
        "- второе",
        "Качественный состав ММС в муниципалитетах Приморского края",
        "Условные обозначения:",
        "Зеленый\tВсе",
        header,
        "1\tСеверный\t\t",
        "Итог.",
      ),
      aliases,
    );
    expect(blocks.map(({ place, text }) => `${place}: ${text}`)).toEqual([
      "title page paragraph 1: Справка",
      "introduction heading 1: Введение",
      "introduction paragraph 1: Служба есть в городах, районах и округах.",
      "introduction item 1: - первое,",
      "introduction item 2: - второе",
      "block 2 heading 1: Качественный состав ММС в муниципалитетах Приморского края",
      "block 2 paragraph 1: Условные обозначения:",
      "block 2 legend 1: Зеленый\tВсе",
      `table 1 header: ${header}`,
      "table 1 row 1: 1\tСеверный\t\t",
      "block 2 paragraph 2: Итог.",
    ]);
  });
});
