import { expect, it } from "vitest";
import { figuresOf } from "./figures.ts";
import { periodOf } from "./period.ts";

const periods = (sentence: string) => {
  const figures = figuresOf(sentence);
  return figures.flatMap((figure, index) => {
    const { years, past } = periodOf(sentence, figures, index);
    return figure.kind === "date" ? [] : [[figure.value, years.join("-") || (past ? "past" : "now")]];
  });
};

it("a figure takes the year of its own clause, before or after it", () => {
  expect(periods("В 2020 году советов было 15, в 2022 году 21.")).toEqual([
    [15, "2020"],
    [21, "2022"],
  ]);
  expect(periods("Создан 21 совет (в 2020 году было 15).")).toEqual([
    [21, "now"],
    [15, "2020"],
  ]);
  expect(periods("Советов 15 (2020 год) и 21 (2022 год).")).toEqual([
    [15, "2020"],
    [21, "2022"],
  ]);
});

it("from one number to another goes from the past to now", () => {
  expect(periods("Число ресурсов выросло с 18 до 24.")).toEqual([
    [18, "past"],
    [24, "now"],
  ]);
  expect(periods("Годом ранее ресурсов было 18, теперь 24.")).toEqual([
    [18, "past"],
    [24, "now"],
  ]);
});

it("a year that opens the sentence holds for all of it", () => {
  expect(periods("В 2020 году было 15 советов и 12 школ.")).toEqual([
    [15, "2020"],
    [12, "2020"],
  ]);
});
