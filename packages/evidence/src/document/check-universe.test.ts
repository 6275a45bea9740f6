import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");
const shown = (text: string) => checkDraft(amur, text).map(({ figure, status, match }) => [figure, status, match?.id]);

it("who submitted is counted by the words that the datasets give", () => {
  expect(shown("Данные представили 28 муниципалитетов.")).toEqual([["28", "agrees", "universe/submitted/count"]]);
  expect(shown("Сведения представили 27 из 29 муниципалитетов.")).toEqual([
    ["27 из 29", "disagrees", "universe/submitted/count"],
  ]);
  expect(shown("Информацию не предоставил 1 муниципалитет.")).toEqual([["1", "agrees", "universe/silent/count"]]);
});

it("what is submitted on one thing only need not be all", () => {
  expect(shown("Сведения о горячем питании представили 20 муниципалитетов.").map(([, status]) => status)).toEqual([
    "not-covered",
  ]);
});
