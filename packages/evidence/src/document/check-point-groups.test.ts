import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const amur = await realRound("amur-2022");
const shown = (text: string) =>
  checkDraft(amur, text).map(({ figure, status, match }) => [figure.slice(0, 20), status, match?.id]);

it("how many have so many points, each number with the points of its own clause", () => {
  expect(shown("За школьные методические объединения 9 баллов набрали 5 территорий, 8 баллов — 7 территорий.")).toEqual(
    [
      ["5", "agrees", "table/points/school-associations=9/count"],
      ["7", "disagrees", "table/points/school-associations=8/count"],
    ],
  );
});

it("who has the most or the least, and who is missing", () => {
  const [finding] = checkDraft(
    amur,
    "Наибольшее число баллов за профессиональное развитие педагогов: Благовещенск, Шимановск, Ивановский район.",
  );
  expect(finding).toMatchObject({ status: "disagrees", missing: ["shimanovsky-district"] });
  expect(finding?.extra).toBeUndefined();
  expect(
    shown("Ни одного балла за школьные методические объединения нет у ЗАТО Циолковский и Селемджинского района."),
  ).toEqual([["Циолковский и Селемд", "agrees", "table/points/school-associations=0/list"]]);
});

it("a count that follows from printed points, which differ from the cells, is not called wrong", () => {
  // Зейский район: 4 by its cells, 3 as printed.
  const [four] = checkDraft(amur, "По таблице 1 четыре балла: 4 балла получили 4 территории.").slice(-1);
  expect(four).toMatchObject({ figure: "4", status: "uncertain" });
  expect(four?.explanation.ru).toContain("напечатанными");
});

it("the heading and the number of a table name the criterion; without one, or of some only, nothing is said", () => {
  const under = "# Система поддержки молодых педагогов\n\n5 баллов набрали 6 муниципалитетов.";
  expect(shown(under)).toEqual([["6", "agrees", "table/points/young-teachers=5/count"]]);
  expect(shown("5 баллов набрали 6 муниципалитетов.").map(([, status]) => status)).not.toContain("disagrees");
  expect(shown("За школьные методические объединения 9 баллов набрали 2 района.").map(([, status]) => status)).toEqual([
    "not-covered",
  ]);
  expect(shown("За школьные методические объединения 9 баллов не набрали 6 территорий.")).toEqual([
    ["6", "not-covered", undefined],
  ]);
});

it("the most that was reached is held against the tables, and never called wrong", () => {
  const [end] = checkDraft(
    amur,
    "Максимальный балл за организацию методической службы — 6, его получили 7 территорий.",
  );
  expect(end).toMatchObject({ kind: "points", status: "agrees", expected: { ru: "6" } });
  const [other] = checkDraft(
    amur,
    "Максимальный балл за организацию методической службы — 5, его получили 8 территорий.",
  );
  expect(other).toMatchObject({ kind: "points", status: "uncertain", expected: { ru: "6" } });
});
