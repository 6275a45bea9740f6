import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");

it("the number of one municipality is held against its cell", () => {
  const text = (count: number) =>
    `В Михайловском районе в региональной ассоциации молодых педагогов состоят ${count} человек.`;
  expect(checkDraft(amur, text(52))).toMatchObject([
    { status: "agrees", match: { id: "cell/association-members/mikhaylovsky-district" } },
  ]);
  expect(checkDraft(amur, text(25))).toMatchObject([{ status: "disagrees", expected: { ru: "52" } }]);
});

it("a cell without a value, and a number of something else, are left alone", () => {
  const of = (text: string) => checkDraft(amur, text).map(({ status }) => status);
  expect(of("В пгт Прогресс в региональной ассоциации молодых педагогов состоят 3 человека.")).toEqual(["not-covered"]);
  expect(of("В Михайловском районе работают 120 молодых педагогов.")).toEqual(["not-covered"]);
});
