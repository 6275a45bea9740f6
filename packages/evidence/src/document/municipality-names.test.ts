import { describe, expect, it } from "vitest";
import { realRound } from "../../test/real-rounds.ts";
import { nameFinder } from "./municipality-names.ts";

const amur = nameFinder((await realRound("amur-2022")).data.municipalities);
const primorye = nameFinder((await realRound("primorye-2022")).data.municipalities);
const chains = (find: typeof amur, text: string) =>
  find(text).map(({ mentions }) => mentions.map(({ ids }) => ids.join("|")));

describe("nameFinder", () => {
  it("tells a city from the district named after it, in every case", () => {
    expect(chains(amur, "в Белогорске, г. Зее, Тынде и Зейском, Тындинском районах")).toEqual([
      ["belogorsk", "zeya", "tynda", "zeysky-district", "tyndinsky-district"],
    ]);
    expect(chains(amur, "службы Архаринского и Бурейского районов")).toEqual([
      ["arkharinsky-district", "bureysky-district"],
    ]);
    expect(chains(amur, "г.г.Зея, Райчихинск и пгт Прогресс")).toEqual([["zeya", "raychikhinsk", "progress"]]);
  });

  it("decides between namesakes by the kind beside the name or after the row", () => {
    expect(chains(primorye, "Партизанский ГО и Партизанский МР")).toEqual([["partizansky-go", "partizansky-mr"]]);
    expect(chains(primorye, "в Дальнереченском и Партизанском городских округах")).toEqual([
      ["dalnerechensky-go", "partizansky-go"],
    ]);
    expect(chains(primorye, "в Партизанском муниципальном районе, ГО Спасск-Дальний, Большом Камне")).toEqual([
      ["partizansky-mr", "spassk-dalny-go", "bolshoy-kamen-go"],
    ]);
  });

  it("leaves open what the text leaves open, and passes by other words", () => {
    expect(chains(primorye, "служба в Партизанском создана")).toEqual([["partizansky-go|partizansky-mr"]]);
    expect(chains(amur, "свободный доступ и прогресс")).toEqual([]);
    expect(
      primorye("в Хасанском МР, Новогорске и Кировском МР").some(({ unknown }) => unknown.includes("Новогорске")),
    ).toBe(true);
  });
});
