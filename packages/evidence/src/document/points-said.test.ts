import { expect, it } from "vitest";
import { figuresOf } from "./figures.ts";
import { pointsIn } from "./points-said.ts";

const said = (text: string) => pointsIn(text, figuresOf(text)).map(({ from, to, ...points }) => points);

it("numbers of points are read with their bounds", () => {
  expect(said("9 баллов набрали пять территорий, 8 баллов — шесть.")).toEqual([
    { low: 9, high: 9 },
    { low: 8, high: 8 },
  ]);
  expect(said("Не менее 5 баллов имеют 15 территорий.")).toEqual([{ low: 5 }]);
  expect(said("5 баллов и более имеют 15 территорий.")).toEqual([{ low: 5 }]);
  expect(said("От 1 до 3 баллов получили 9 территорий.")).toEqual([{ low: 1, high: 3 }]);
  expect(said("Один балл у шести, ни одного балла не получили двое.")).toEqual([
    { low: 1, high: 1 },
    { low: 0, high: 0 },
  ]);
});

it("the most and the least need no number, and take the one beside them", () => {
  expect(said("Максимальный балл получили 7 территорий.")).toEqual([{ end: "most" }]);
  expect(said("Максимальный балл — 6 — получили 7 территорий.")).toEqual([{ end: "most", low: 6, high: 6 }]);
  expect(said("Максимальные 6 баллов получили 7 территорий.")).toEqual([{ end: "most", low: 6, high: 6 }]);
  expect(said("Наименьшее число баллов у ЗАТО Циолковский.")).toEqual([{ end: "least" }]);
});

it("plural results and other figures are no points", () => {
  expect(said("Наивысшие результаты показали города.")).toEqual([]);
  expect(said("Программа есть в 17 муниципалитетах.")).toEqual([]);
});
