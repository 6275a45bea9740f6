import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");
const told = (text: string) => checkDraft(amur, text).map(({ figure, status }) => [figure, status]);

it("the base that a sentence names comes before the usual one", () => {
  expect(told("Положение о методической службе есть в 22 муниципалитетах из 28 (78,6 %).")).toEqual([
    ["22 муниципалитетах из 28", "agrees"],
    ["78,6 %", "agrees"],
  ]);
  expect(told("Положение о методической службе имеют 78,6 % муниципалитетов, представивших информацию.")).toEqual([
    ["78,6 %", "agrees"],
  ]);
  expect(
    told("Из 28 муниципалитетов, представивших информацию, положение о методической службе есть в 22 (78,6 %)."),
  ).toEqual([
    ["28", "agrees"],
    ["22", "agrees"],
    ["78,6 %", "agrees"],
  ]);
});

it("a wrong pair is held against its own base", () => {
  const [pair, share] = checkDraft(amur, "Положение о методической службе есть в 23 муниципалитетах из 28 (82,1 %).");
  expect(pair).toMatchObject({ status: "disagrees", expected: { ru: "78,6\u00a0% (22 из 28)" } });
  expect(share).toMatchObject({ status: "disagrees" });
});

it("a share that only an unnamed base gives is open, and the reading is told", () => {
  const [, share] = checkDraft(amur, "Положение о методической службе есть в 22 муниципалитетах (78,6 %).");
  expect(share).toMatchObject({ status: "uncertain" });
  expect(share?.explanation.ru).toContain(
    "Возможное прочтение: 78,6\u00a0% (22 из 28), если основание доли — муниципалитеты, представившие информацию.",
  );
  expect(told("Положение о методической службе имеют 80,1 % муниципалитетов.")).toEqual([["80,1 %", "disagrees"]]);
});

it("a quoted name decides between indicators with like words", () => {
  const match = (text: string) => checkDraft(amur, text).map(({ match: own, status }) => [own?.id, status]);
  expect(match("В региональном этапе конкурса «Учитель года» участвовал 21 муниципалитет.")).toEqual([
    ["table/teacher-of-the-year=yes/count", "agrees"],
  ]);
  expect(match("В конкурсе «За нравственный подвиг учителя» участвовали 13 муниципалитетов.")).toEqual([
    ["table/regional-contests=yes/count", "agrees"],
  ]);
  expect(match("В конкурсе «Воспитатель года» участвовал 21 муниципалитет.")).toEqual([[undefined, "not-covered"]]);
});

it("a contradicted figure that the report prints too has its reading named", () => {
  const [finding] = checkDraft(amur, "В области действует более 380 методических объединений.");
  expect(finding).toMatchObject({ status: "disagrees", match: { id: "associations" } });
  expect(finding?.explanation.ru).toContain("Подтверждается в таком прочтении: Перечень видов неполный");
});
