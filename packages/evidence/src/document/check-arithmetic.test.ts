import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");
const told = (text: string) =>
  checkDraft(amur, text)
    .filter(({ kind }) => kind === "arithmetic")
    .map(({ figure, status, explanation }) => [figure, status, explanation.ru]);

it("a step that is not the difference of the two ends is told", () => {
  expect(told("Число автобусов увеличилось с 15 до 21, то есть на 5.")).toEqual([
    ["5", "disagrees", "От 15 до 21 разница 6, в тексте 5."],
  ]);
  expect(told("Число автобусов увеличилось с 15 до 21, то есть на 6.")).toEqual([]);
});

it("words that say the contrary of the numbers are told", () => {
  expect(told("Число автобусов выросло с 21 до 15.")).toEqual([
    ["15", "disagrees", "Слова и числа расходятся: от 21 до 15 — это уменьшение."],
  ]);
  expect(told("Число автобусов сократилось с 21 до 15.")).toEqual([]);
});

it("a percentage beside its own parts is recounted", () => {
  expect(told("Автобусы обновили 12 из 31 района (35,3 %).")).toEqual([
    ["35,3 %", "disagrees", "12 из 31 — это 38,7\u00a0%, в тексте 35,3 %."],
  ]);
  expect(told("Автобусы обновили 12 из 31 района (38,7 %).")).toEqual([]);
  expect(told("Автобусы обновили 12 из 31 района, а 35,3 % заказали новые.")).toEqual([]);
});
