import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");
const names = (text: string) => checkDraft(amur, text).filter(({ kind }) => kind === "names");

it("a number in words is held against the names beside it", () => {
  expect(names("Автобусы есть в трёх муниципалитетах: г. Зея, г. Тында.")).toMatchObject([
    { figure: "трёх", status: "disagrees", explanation: { ru: "Указано трёх, а названий в перечне 2." } },
  ]);
  expect(names("Автобусы есть в двух муниципалитетах: г. Зея, г. Тында.")).toEqual([]);
  expect(names("Автобусы есть в 3 территориях (г. Зея, г. Тында).")).toHaveLength(1);
});

it("nothing is said where only some are named, a name is not read, or the number counts something else", () => {
  expect(names("Автобусы есть в трёх муниципалитетах, в том числе: г. Зея, г. Тында.")).toEqual([]);
  expect(names("Автобусы есть в трёх муниципалитетах: г. Зея, Новогорск.")).toEqual([]);
  expect(names("Закуплено три автобуса: г. Зея, г. Тында.")).toEqual([]);
});

it("names may stand one an item", () => {
  expect(names("Автобусы есть в трёх муниципалитетах:\n\n- г. Зея;\n- г. Тында.")).toHaveLength(1);
});
