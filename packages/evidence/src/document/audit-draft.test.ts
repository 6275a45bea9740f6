import { readDraft } from "@metodika/files";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { realRound } from "../../test/real-rounds.ts";
import { auditDraft } from "./audit-draft.ts";
import { fitThreshold } from "./match.ts";

const amur = await realRound("amur-2022");
const primorye = await realRound("primorye-2022");

const check = (round: typeof amur, text: string, file = "draft.md") =>
  auditDraft(readDraft(strToU8(text), { file }).blocks, round.data, round.score, round.findings);
const shown = (findings: ReturnType<typeof auditDraft>) =>
  findings.map(({ figure, status, match }) => [figure, status, match?.id]);

/** The same paragraphs as a Word document. */
function docx(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");
  const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return zipSync({ "word/document.xml": strToU8(`<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`) });
}

describe("a draft about the Amur region", () => {
  it("right and wrong figures are told apart, and the tables are shown", () => {
    const findings = check(
      amur,
      "Программу или дорожную карту для наставников имеют 14 ОМСУ.\n\nСистему изучения адаптации молодых педагогов ведут 17 ОМСУ.",
    );
    expect(shown(findings)).toEqual([
      ["14", "agrees", "mentor-roadmap-count"],
      ["17", "disagrees", "adaptation-study-count"],
    ]);
    expect(findings[1]).toMatchObject({ place: "абзац 2", line: 3, expected: { ru: "15", en: "15" } });
    expect(findings[1]?.explanation.ru).toContain("По таблицам 15, в тексте 17");
  });

  it("a figure that the report prints against its tables disagrees, with the reading that saves it", () => {
    const [finding] = check(amur, "Программу поддержки молодых педагогов указали двадцать ОМСУ.");
    expect(finding).toMatchObject({ figure: "двадцать", status: "disagrees", expected: { ru: "19" } });
    expect(finding?.explanation.ru).toContain("в таком прочтении");
  });

  it("what the tables do not decide is as in the report, or contradicts it", () => {
    const [same] = check(amur, "- Методические кабинеты: 5");
    expect(same).toMatchObject({ status: "agrees", match: { id: "structures-methodical-offices" } });
    expect(same?.explanation.ru).toBe("Как в отчёте: 5. По таблицам это не проверяется.");
    const [other] = check(amur, "- Методические кабинеты: 6");
    expect(other).toMatchObject({ status: "disagrees", match: { id: "structures-methodical-offices" } });
    expect(other?.explanation.ru).toContain("В отчёте указано 5");
  });

  it("points are held against the row of their municipality, in a sentence and in a table", () => {
    const text = [
      "За содержание и организацию муниципальных методических служб г. Белогорск получил 6 баллов.",
      "",
      "Содержание и организация муниципальных методических служб",
      "",
      "| № | Территория | Баллы |",
      "|---|---|---|",
      "| 1 | г. Зея | 6 |",
      "| 2 | г. Тында | 5 |",
    ].join("\n");
    const findings = check(amur, text);
    expect(shown(findings)).toEqual([
      ["6", "agrees", "points/service-organisation/belogorsk"],
      ["6", "agrees", "points/service-organisation/zeya"],
      ["5", "disagrees", "points/service-organisation/tynda"],
    ]);
    expect(findings[2]).toMatchObject({ place: "таблица 1, строка 3", expected: { ru: "4" } });
  });

  it("laws and tables are no figures; years stand apart; what nothing covers is said", () => {
    const findings = check(
      amur,
      "По статье 97 закона № 273-ФЗ (таблица 2) в 2022 году закуплено 45 автобусов. По сравнению с 2020 годом страниц служб стало больше на 6.",
    );
    expect(findings.map(({ kind, figure, status }) => [kind, figure, status])).toEqual([
      ["date", "2022 году", "not-covered"],
      ["count", "45", "not-covered"],
      ["date", "2020 годом", "not-covered"],
      ["count", "6", "not-covered"],
    ]);
  });
});

describe("a draft about Primorye", () => {
  const right = [
    "Наличие службы заявляет 31 муниципалитет.",
    "Сотрудников недостаточно в 12 службах (38,7 %).",
    "Служб с оптимальным числом сотрудников насчитывается 15.",
  ];

  it("counts and shares agree or not, the same from text, Markdown and Word", () => {
    const expected = [
      ["31", "agrees", "service-declared-count"],
      ["12", "agrees", "headcount-insufficient-count"],
      ["38,7 %", "agrees", "headcount-insufficient-share"],
      ["15", "disagrees", "headcount-optimal-count"],
    ];
    expect(shown(check(primorye, right.join("\n\n")))).toEqual(expected);
    expect(shown(check(primorye, right.join("\n\n"), "draft.txt"))).toEqual(expected);
    const { blocks } = readDraft(docx(right), { file: "draft.docx" });
    expect(shown(auditDraft(blocks, primorye.data, primorye.score, primorye.findings))).toEqual(expected);
  });

  it("a share that another base gives is not called wrong, and the base is named", () => {
    const [, share] = check(primorye, "Сотрудников недостаточно в 12 службах (35,3 %).");
    expect(share).toMatchObject({ status: "uncertain" });
    expect(share?.explanation.ru).toContain("если основание доли — все муниципалитеты");
    const [pair, said] = check(primorye, "Сотрудников недостаточно в 12 муниципалитетах из 34 (35,3 %).");
    expect([pair?.status, said?.status]).toEqual(["uncertain", "uncertain"]);
    const [, none] = check(primorye, "Сотрудников недостаточно в 12 службах (42,3 %).");
    expect(none).toMatchObject({ status: "disagrees" });
  });

  it("a list with one name too few and one too many names both", () => {
    const names = "Арсеньевский, Дальнегорский, Лесозаводский ГО, Дальнереченский, Спасский МР, Хорольский МО";
    const [agreeing] = check(primorye, `Службы с допустимым числом сотрудников: ${names}, Кавалеровский МР.`);
    expect(agreeing).toMatchObject({ kind: "list", status: "agrees", match: { id: "group/headcount=acceptable" } });
    const [differing] = check(primorye, `Службы с допустимым числом сотрудников: ${names}, Хасанский МР.`);
    expect(differing).toMatchObject({ status: "disagrees", missing: ["kavalerovsky-mr"], extra: ["khasansky-mr"] });
    const items = `Службы с допустимым числом сотрудников:\n\n${names
      .replace("Арсеньевский, Дальнегорский,", "Арсеньевский ГО, Дальнегорский ГО,")
      .replace("Дальнереченский, Спасский", "Дальнереченский МР, Спасский")
      .split(", ")
      .map((name) => `- ${name}`)
      .join("\n")}`;
    expect(check(primorye, items)).toMatchObject([{ kind: "list", status: "disagrees", missing: ["kavalerovsky-mr"] }]);
  });

  it("a list with a name that is open or unknown is not called wrong", () => {
    const [open] = check(
      primorye,
      "Службы с допустимым числом сотрудников: Арсеньевский ГО, Дальнегорский ГО, Лесозаводский ГО, Кавалеровский МР, Спасский МР, Хорольский МО, Новогорск.",
    );
    expect(open?.status).toBe("uncertain");
  });

  it("bounds stay open inside and disagree outside", () => {
    const text = (count: number) =>
      `В ${count} службах высшее педагогическое образование имеют все сотрудники или большинство.`;
    expect(check(primorye, text(25))).toMatchObject([{ status: "uncertain", expected: { ru: "от 21 до 29" } }]);
    expect(check(primorye, text(30))).toMatchObject([{ status: "disagrees" }]);
  });

  it("a line that leads in a list helps its short items only", () => {
    const lead = "Уровень кадрового потенциала служб, критический потенциал и другие:";
    expect(check(primorye, `${lead}\n\n- критический в 6 службах;`)).toMatchObject([
      { status: "disagrees", match: { id: "staffing-critical-count" }, expected: { ru: "5" } },
    ]);
    const long = "- в 6 службах регулярно проводятся открытые занятия, мастерские классы, праздники и концерты;";
    expect(check(primorye, `${lead}\n\n${long}`)).toMatchObject([{ status: "not-covered" }]);
  });

  it("words that tell a statement from its neighbors decide; without them nothing is matched", () => {
    expect(check(primorye, "В 12 службах работают сотрудники.")).toMatchObject([{ status: "not-covered" }]);
    expect(check(primorye, "Сотрудников достаточно в 12 службах.")).toMatchObject([{ status: "not-covered" }]);
    expect(check(primorye, "Сотрудники с допуском к работе есть в 7 службах.")).toMatchObject([
      { status: "not-covered" },
    ]);
  });
});

it("every match fits at least as well as the threshold", () => {
  for (const { data, score, findings } of [amur, primorye]) {
    // Every statement as its own draft: where it is matched at all, to itself or to one that gives the same.
    const text = findings
      .filter(({ kind }) => kind === "claim")
      .map(({ statement }) => statement.ru)
      .join("\n\n");
    const results = auditDraft(readDraft(strToU8(text), { file: "draft.md" }).blocks, data, score, findings);
    const matched = results.filter(({ match, kind, status }) => match && kind !== "points" && status !== "possible");
    expect(matched.length).toBeGreaterThan(40);
    expect(Math.min(...matched.map(({ fit }) => fit ?? 0))).toBeGreaterThanOrEqual(fitThreshold - 0.005);
  }
});

it("an empty draft gives nothing", () => {
  expect(auditDraft([], amur.data, amur.score, amur.findings)).toEqual([]);
});

it("a table that a page break cut in two goes on under its header", () => {
  const text = [
    "Система поддержки молодых педагогов и/или системы наставничества",
    "",
    "Территория\tИзучение состояния адаптации молодых педагогов\tМуниципальная программа по поддержке молодых педагогов\tБаллы",
    "г. Зея\tДа\tДа\t5",
    "",
    "Прогресс",
    "",
    "Тындинский район\tДа\tДа\t4",
    "Серышевский район\tДа\tНет\t5",
  ].join("\n");
  const findings = check(amur, text, "draft.txt");
  expect(shown(findings).slice(1)).toEqual([
    ["5", "agrees", "points/young-teachers/zeya"],
    ["4", "agrees", "points/young-teachers/tyndinsky-district"],
    ["5", "agrees", "points/young-teachers/seryshevsky-district"],
  ]);
  expect(findings[0]).toMatchObject({ kind: "table", status: "disagrees", figure: "4 × 2" });
});

it("somebody without a value in the tables makes a list of those who have not neither right nor wrong", () => {
  const names = "Шимановск, ЗАТО Циолковский, Завитинский, Октябрьский, Ромненский и Селемджинский районы";
  const [all] = check(amur, `Информационного ресурса методической службы нет: ${names}.`);
  expect(all).toMatchObject({ kind: "list", status: "agrees" });
  const [blank] = check(amur, `Информационного ресурса методической службы нет: Благовещенский район, ${names}.`);
  expect(blank).toMatchObject({ kind: "list", status: "uncertain" });
  expect(blank?.explanation.ru).toContain("Значения в таблицах нет, проверить нельзя: Благовещенский район");
});

it("all except some are those who have not", () => {
  const text = (names: string) =>
    `План заседаний методических объединений составлен во всех муниципалитетах, кроме ${names}.`;
  expect(check(amur, text("ЗАТО Циолковский, Благовещенского, Завитинского и Селемджинского районов"))).toMatchObject([
    { kind: "list", status: "agrees" },
  ]);
  expect(check(amur, text("ЗАТО Циолковский, Благовещенского, Завитинского и Зейского районов"))).toMatchObject([
    { kind: "list", status: "disagrees", missing: ["selemdzhinsky-district"], extra: ["zeysky-district"] },
  ]);
});
