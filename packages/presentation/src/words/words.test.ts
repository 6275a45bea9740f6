import { type Condition, explain, type Language } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { ensk, methodology } from "../../test/ensk.ts";
import { describeCondition } from "./describe-condition.ts";
import { describeInterval } from "./describe-interval.ts";
import { explanationText } from "./explanation-text.ts";
import { quote } from "./join.ts";
import { formatLines } from "./lines.ts";

describe("a condition in words", () => {
  const cases: [Condition, string, string][] = [
    [
      { indicator: "regulation", is: ["yes"] },
      "значение показателя «Положение» — «Да»",
      "value of the indicator “Regulation” — “Yes”",
    ],
    [
      { indicator: "education", at_least: "yellow", status: ["M"] },
      "значение показателя «Высшее образование» — не ниже «Более половины» или состояние данных — «значения не может быть»",
      "value of the indicator “Higher education” — at least “More than half” or state of the data — “cannot exist”",
    ],
    [
      { indicator: "members", at_least: 1, at_most: "10.5" },
      "значение показателя «Члены ассоциации» — не ниже 1 и не выше 10,5",
      "value of the indicator “Members of the association” — at least 1 and at most 10.5",
    ],
    [
      { indicator: "plan", status: ["L"] },
      "показатель «План работы»: состояние данных — «сведения не представлены»",
      "indicator “Work plan”: state of the data — “not submitted”",
    ],
    [
      { count: { criterion: "staff", codes: ["green", "red"] }, at_least: 1 },
      "не менее 1 показателя критерия «Состав сотрудников» со значением «зелёный» или «красный»",
      "at least 1 indicator of the criterion “Staff” with the value “green” or “red”",
    ],
    [
      { count: { indicators: ["regulation", "plan"], codes: ["no"] }, at_least: 2, at_most: 2 },
      "ровно 2 показателя из числа «Положение», «План работы» со значением «Нет»",
      "exactly 2 indicators among “Regulation”, “Work plan” with the value “No”",
    ],
    [
      { points: "organisation", at_least: "2.5" },
      "баллы по критерию «Организация» — не менее 2,5",
      "points of the criterion “Organisation” — at least 2.5",
    ],
    [{ points: "total", at_most: 3 }, "сумма баллов — не более 3", "total points — at most 3"],
    [
      { level: "potential", is: ["high", "low"] },
      "уровень «Кадровый потенциал» — «Высокий» или «Низкий»",
      "level “Staffing potential” — “High” or “Low”",
    ],
    [
      {
        all: [
          { points: "total", at_least: 1 },
          { any: [{ points: "total", at_most: 2 }, { not: { points: "total", at_least: 3 } }] },
        ],
      },
      "одновременно: сумма баллов — не менее 1; (хотя бы одно из условий: сумма баллов — не более 2; неверно, что сумма баллов — не менее 3)",
      "all of: total points — at least 1; (at least one of: total points — at most 2; it is not true that total points — at least 3)",
    ],
  ];

  test.each(cases)("%j", (condition, ru, en) => {
    expect(describeCondition(condition, methodology, "ru")).toBe(ru);
    expect(describeCondition(condition, methodology, "en")).toBe(en);
  });
});

test("an interval of a legend does not repeat the ends of its measure", () => {
  const share = { unit: "percent", from: 0, to: 100 } as const;
  const words = (text: string) => describeInterval(text, share, "ru");
  expect(words("[0,50)")).toBe("менее 50\u00a0%");
  expect(words("(50,100]")).toBe("более 50\u00a0%");
  expect(words("(0,50)")).toBe("более 0\u00a0%, менее 50\u00a0%");
  expect(words("[100,100]")).toBe("100\u00a0%");
  expect(describeInterval("[3,4]", { unit: "count", from: 0 }, "ru")).toBe("от 3 до 4");
  expect(describeInterval("[5,inf)", { unit: "count", from: 0 }, "en")).toBe("at least 5");
});

test("quotation marks inside a name become the inner kind", () => {
  expect(quote("центр «Рост»", "ru")).toBe("«центр „Рост“»");
});

describe("an explanation", () => {
  const text = (municipality: string, lang: Language, options = {}) => {
    const explanation = explain(ensk, municipality, options);
    return explanation ? formatLines(explanationText(explanation, ensk, lang)) : "";
  };

  test("adds term to term, with bounds where a cell has them", () => {
    expect(text("zarechny", "ru")).toContain("Организация работы службы: 1 + 2 + 1 = 4 балла из 4");
    expect(text("polevoy", "ru")).toContain("Организация работы службы: 1 + (0–2) + (0–1) = 1–4 балла из 4");
    expect(text("polevoy", "en")).toContain("Organisation of the service: 1 + (0–2) + (0–1) = 1–4 points of 4");
  });

  test("leads from every term to the printed text, the basis and the source", () => {
    expect(text("zarechny", "ru")).toContain(
      "    Положение: «Да» — 1 балл\n      В отчёте: «Да»; указано в отчёте; ensk-2022, таблица 1, строка 1; подтверждение: ссылка",
    );
  });

  test("gives the policy of a missing value with the methodology's reason", () => {
    expect(text("ozerny", "ru")).toContain("нет сведений: баллов не даёт. Причина: Пустая ячейка учтена как «нет»");
    expect(text("severny", "ru")).toContain("Организация работы службы: не оценивается");
  });

  test("says of another policy that it is a trial, without the methodology's reason", () => {
    const trial = text("ozerny", "ru", { missing: "bounds" });
    expect(trial).toContain("нет сведений: возможно любое значение шкалы (пробный расчёт)");
    expect(trial).not.toContain("Пустая ячейка");
    expect(trial.split("\n")[0]).toContain("(пробный расчёт)");
  });

  test("marks a total that the methodology does not define", () => {
    expect(text("zarechny", "ru", { total: true })).toContain(
      "Сумма баллов (методикой не предусмотрено): 4 = 4 балла из 4",
    );
  });

  test("shows every rule of a level and whether it holds", () => {
    const lines = text("ozerny", "ru");
    expect(lines).toContain(
      "Кадровый потенциал: возможны: «Высокий» или «Низкий» (реконструкция, регионом не утверждена)",
    );
    expect(lines).toContain(
      "ни одного показателя критерия «Состав сотрудников» со значением «красный»: может выполняться (получено: 0–1)",
    );
    expect(lines).toContain("«Низкий» — в остальных случаях");
    expect(text("severny", "ru")).toContain("Кадровый потенциал: уровень не определён");
  });

  test("holds the printed result against the computed one", () => {
    expect(text("lugovoy", "ru")).toContain(
      "В отчёте: 2 — расхождение: по ячейкам таблицы получается другой результат",
    );
    expect(text("lugovoy", "ru")).toContain("В отчёте: «Высокий» — расхождение");
  });
});
