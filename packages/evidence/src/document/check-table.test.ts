import { describe, expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");
const primorye = await realRound("primorye-2022");

describe("a table of a draft whose rows are municipalities", () => {
  it("yes and no are held against the cells, one finding for the table", () => {
    const table = (zeya: string) =>
      [
        "| Территория | Положение о методической службе | Программа деятельности службы | Инфоресурс |",
        "|---|---|---|---|",
        `| г. Зея | Да | ${zeya} | да |`,
        "| г. Райчихинск | + | - | + |",
        "| пгт Прогресс | да | да | да |",
      ].join("\n");
    expect(checkDraft(amur, table("да"))).toMatchObject([{ kind: "table", status: "agrees" }]);
    const [finding] = checkDraft(amur, table("нет"));
    expect(finding).toMatchObject({
      status: "disagrees",
      match: { id: "regulation+programme+information-resource" },
      place: "таблица 1, строка 1",
    });
    expect(finding?.explanation.ru).toContain("отличаются 1. г. Зея, «Программа»: в тексте нет, в таблице Да");
  });

  it("letters and names of colours are values, and what a lost colour can be is no disagreement", () => {
    const table = (color: string) =>
      [
        "| Муниципалитет | Высшее образование | Повышение квалификации |",
        "|---|---|---|",
        `| Кавалеровский МР | ${color} | З |`,
        "| Находкинский ГО | зелёный | жёлтый |",
      ].join("\n");
    expect(checkDraft(primorye, table("К"))).toMatchObject([{ kind: "table" }]);
    expect(checkDraft(primorye, table("К"))[0]?.status).not.toBe("disagrees");
    expect(checkDraft(primorye, table("З"))[0]?.explanation.ru).toContain(
      "Кавалеровский МР, «Высшее образование»: в тексте З, в таблице К",
    );
  });

  it("a lost colour is what the text of the report leaves of it", () => {
    const table = (color: string) =>
      `| Муниципалитет | Наличие ММС | Сотрудники |\n|---|---|---|\n| Уссурийск | З | ${color} |\n| Находка | З | З |`;
    expect(checkDraft(primorye, table("З"))[0]?.status).not.toBe("disagrees");
    expect(checkDraft(primorye, table("К"))[0]?.explanation.ru).toContain("Уссурийский ГО, «Сотрудники»: в тексте К");
  });

  it("columns that no header names are passed by", () => {
    const table = "| Территория | Автобусы |\n|---|---|\n| г. Зея | да |\n| г. Тында | нет |";
    expect(checkDraft(amur, table)).toEqual([]);
  });
});
