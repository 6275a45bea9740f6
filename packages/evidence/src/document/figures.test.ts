import { describe, expect, it } from "vitest";
import { figuresOf } from "./figures.ts";

const shown = (text: string) =>
  figuresOf(text).map(({ kind, value, date, denominator, manner }) => [
    kind,
    value ?? date,
    ...(denominator ? [denominator] : []),
    ...(manner === "exactly" ? [] : [manner]),
  ]);

describe("figuresOf", () => {
  it("finds numbers, number words, percentages and parts of a whole", () => {
    expect(shown("В двенадцати из 29 территорий (41,4 %), то есть в 12, и ещё в двадцати одной.")).toEqual([
      ["ratio", 12, 29],
      ["percent", 41.4],
      ["count", 12],
      ["count", 21],
    ]);
    expect(shown("1 250 педагогов, 4-х служб, 6 баллов, 35,3\u00a0процента")).toEqual([
      ["count", 1250],
      ["count", 4],
      ["points", 6],
      ["percent", 35.3],
    ]);
  });

  it("keeps dates and years apart", () => {
    expect(shown("26 июня 2022 года, 13.07.20, в июне 2021 года, за 2020–2021 учебный год, в 2019 г.")).toEqual([
      ["date", "2022-06-26"],
      ["date", "2020-07-13"],
      ["date", "2021-06"],
      ["date", "2020-2021"],
      ["date", "2019"],
    ]);
  });

  it("passes by numbers of laws, tables, sections and items", () => {
    expect(
      shown(
        "По статье 97 закона № 273-ФЗ (таблица 2, раздел 3, п. 4.1, рис. 5), «Олимп-2021», 2-й этап, приказ №23-а-119",
      ),
    ).toEqual([]);
    expect(shown("3. Служба есть в 31 муниципалитете")).toEqual([["count", 31]]);
    expect(shown("в таблицах 1 и 2")).toEqual([]);
  });

  it("hears bounds and estimates, and leaves ranges as ranges", () => {
    expect(shown("более 380 объединений, не менее чем в 5 службах, около 40 %, от 2–4 школ")).toEqual([
      ["count", 380, "more-than"],
      ["count", 5, "at-least"],
      ["percent", 40, "about"],
      ["range", undefined],
    ]);
  });
});

it("a word that only ends like «часть» names no part of a document", () => {
  const [figure] = figuresOf("В мониторинге приняли участие 28 муниципалитетов из 29");
  expect(figure).toMatchObject({ kind: "ratio", value: 28, denominator: 29 });
  expect(figuresOf("Это сказано в части 28")).toEqual([]);
});
