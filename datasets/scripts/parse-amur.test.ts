import { describe, expect, it } from "vitest";
import { aliases, lines } from "../test/report-texts.ts";
import { parseAmur } from "./parse-amur.ts";

const table = (...rows: string[]) => parseAmur(lines("Отчёт", "Территория\tПоложение\tПлан\tБаллы", ...rows), aliases);
const places = (text: string) => parseAmur(text, aliases).blocks.map(({ place, text }) => `${place}: ${text}`);

describe("a table of the Amur report", () => {
  it("gives a row per municipality, the last cell as its points", () => {
    expect(table("Северный\tДа\tНет\t1", "Долный район\tНет\tДа\t1").rows).toEqual([
      { table: 1, row: 1, municipality: "severny", cells: ["Да", "Нет"], points: "1" },
      { table: 1, row: 2, municipality: "dolny-district", cells: ["Нет", "Да"], points: "1" },
    ]);
  });

  it("marks underlined cells and underlined points", () => {
    const { rows } = table("Северный\t<u>Да</u>\t<u> </u>\t<u>1</u>");
    expect(rows).toMatchObject([{ cells: ["link:Да", ""], points: "link:1" }]);
  });

  it("keeps a merged cell in the first place, the others blank, also when the row is cut short", () => {
    const { rows } = table("Северный\tНе представлено\t\t", "Дольный район\tНе представлено");
    expect(rows).toMatchObject([
      { cells: ["Не представлено", ""], points: "" },
      { cells: ["Не представлено", ""], points: "" },
    ]);
  });

  it("goes on after a page break and puts a torn name together again", () => {
    const { rows, blocks } = table("Заозерный\tДа\tДа\t2", "", "округ\t\t\t", "Северный\tНет\tНет\t0");
    expect(rows.map(({ municipality, row }) => [municipality, row])).toEqual([
      ["zaozyorny-okrug", 1],
      ["severny", 2],
    ]);
    expect(blocks.at(-2)).toEqual({ kind: "row", place: "table 1 row 1", text: "Заозерный округ\tДа\tДа\t2" });
  });

  it("throws on a name that the region has not, on too many cells, on a row outside", () => {
    expect(() => table("Южный\tДа\tДа\t2")).toThrow('unknown municipality "Южный" in table 1 row 1');
    expect(() => table("Северный\tДа\tДа\tДа\t3")).toThrow("table 1 row 1 has 5 cells, its table has 4");
    expect(() => parseAmur("Северный\tДа\n", aliases)).toThrow("a row stands before any table");
  });
});

describe("the text of the Amur report", () => {
  it("is told apart by section, paragraph and item, and joined over page breaks", () => {
    expect(
      places(
        lines(
          "Отчёт",
          "I. ЦЕЛЬ",
          "Службы есть во",
          "",
          "всех городах.",
          "В том числе:",
          "- отделов – 1",
          "III. ИТОГИ",
          "2. Часть",
          "Вывод.",
          "Таблица 2",
        ),
      ),
    ).toEqual([
      "title: Отчёт",
      "section I heading: I. ЦЕЛЬ",
      "section I paragraph 1: Службы есть во всех городах.",
      "section I paragraph 2: В том числе:",
      "section I paragraph 2 item 1: - отделов – 1",
      "section III heading: III. ИТОГИ",
      "section III part 2 heading: 2. Часть",
      "section III part 2 paragraph 1: Вывод.",
      "table 2 caption: Таблица 2",
    ]);
  });

  it("letters the recommendations that share a number, and ends at the signature", () => {
    const text = lines(
      "Отчёт",
      "V. РЕКОМЕНДАЦИИ",
      "№\tАдресаты\tРекомендация",
      "1\tВсем\tа",
      "2\tКроме\tб",
      "",
      "\tСеверного,\t",
      "\tКроме Дольного\tв",
      "--\t--",
      "Подпись",
    );
    expect(places(text).slice(2)).toEqual([
      "section V heading of the list: №\tАдресаты\tРекомендация",
      "section V item 1: 1\tВсем\tа",
      "section V item 2a: 2\tКроме Северного,\tб",
      "section V item 2b: \tКроме Дольного\tв",
      "signature paragraph 1: Подпись",
    ]);
  });
});
