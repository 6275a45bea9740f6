import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");

it("a difference is held against the two figures of the report; without the tables of the year before it stays open", () => {
  const [same] = checkDraft(amur, "Число информационных ресурсов методических служб увеличилось на 6.");
  expect(same).toMatchObject({ figure: "6", status: "uncertain", match: { id: "pages-grew" } });
  expect(same?.explanation.ru).toBe(
    "В отчёте было 18, стало 24: разница 6; в тексте 6. Прошлогодних таблиц здесь нет. По таблицам этого года сейчас 21.",
  );
  const [plain] = checkDraft(amur, "Научно-методических советов за год стало больше на 6.");
  expect(plain).toMatchObject({ status: "agrees", match: { id: "councils-grew" } });
  const [other] = checkDraft(amur, "Научно-методических советов за год стало больше на 4.");
  expect(other).toMatchObject({ status: "uncertain", match: { id: "councils-grew" } });
  expect(other?.explanation.ru).toContain("С отчётом разница не совпадает");
});

it("from so many to so many: each figure with its year", () => {
  const findings = checkDraft(amur, "Число научно-методических советов выросло с 15 до 21.");
  expect(findings.map(({ match, status }) => [match?.id, status])).toEqual([
    ["councils-2020", "agrees"],
    ["councils", "agrees"],
  ]);
  const [, wrong] = checkDraft(amur, "Число научно-методических советов выросло с 15 до 22.");
  expect(wrong).toMatchObject({ status: "disagrees", match: { id: "councils" } });
  expect(wrong?.explanation.ru).toBe("В отчёте указано 21, в тексте 22; по таблицам это не проверяется.");
});

it("a change of something else is not matched", () => {
  expect(checkDraft(amur, "Число школьных автобусов увеличилось на 6.")).toMatchObject([{ status: "not-covered" }]);
});
