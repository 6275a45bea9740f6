import { type Cell, languages, type Printed, type RoundData, scoreRound } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { authorities, roundOf, rounds, runsOf, tagsOf } from "../../../test/rounds.ts";
import { documentToMarkdown } from "../../markdown/document-to-markdown.ts";
import { composeLetter, composeLetters } from "./compose-letter.ts";
import { letterProblems } from "./letter-problems.ts";

const cases = rounds.flatMap((round) => languages.map((lang) => ({ ...round, lang, authorities })));
const simple = (text: string) =>
  text
    .replace(/ё/g, "е")
    .replace(/Ё/g, "Е")
    .replace(/\u00a0/g, " ");

describe.each(cases)("the letters of $id in $lang", (input) => {
  const letters = composeLetters(input);

  test("go to everybody, with tags that are unique and short enough", () => {
    expect(letters.map(({ municipality }) => municipality)).toEqual(input.data.municipalities.map(({ id }) => id));
    for (const { document } of letters) {
      const tags = tagsOf(document);
      expect(new Set(tags).size).toBe(tags.length);
      expect(tags.filter((tag) => tag.length > 60)).toEqual([]);
      const texts = runsOf(document).flatMap((run) => ("text" in run ? [run.text] : []));
      expect(texts.filter((text) => text === "" || /undefined|NaN|null/.test(text))).toEqual([]);
    }
  });

  test("name no other municipality, by no name and no alias", () => {
    for (const { municipality, document } of letters) {
      const own = input.data.municipalities.find(({ id }) => id === municipality);
      const authority = authorities.find((one) => one.municipality === municipality);
      const mine = [own?.name, own?.name_en, ...(own?.aliases ?? []), authority?.name_ru_dative, authority?.name_en]
        .flatMap((form) => (form ? [simple(form)] : []))
        .sort((a, b) => b.length - a.length);
      const text = mine.reduce((rest, form) => rest.replaceAll(form, "—"), simple(JSON.stringify(document)));
      const others = input.data.municipalities
        .filter(({ id }) => id !== municipality)
        .flatMap(({ name, name_en, aliases }) => [name, name_en, ...aliases])
        .map(simple)
        .filter((form) => !mine.includes(form));
      const found = others.filter((form) =>
        new RegExp(`(?<![\\p{L}\\p{N}-])${form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}-])`, "u").test(
          text,
        ),
      );
      expect([municipality, found]).toEqual([municipality, []]);
    }
  });
});

describe("values of others do not show", () => {
  /** Two others exchange all their cells and printed results. */
  function exchanged(data: RoundData, a: string, b: string): RoundData {
    const to = (id: string) => (id === a ? b : id === b ? a : id);
    const place = <Row extends Cell | Printed>(row: Row): Row => ({ ...row, municipality: to(row.municipality) });
    const whole = { ...data, cells: data.cells.map(place), printed: data.printed.map(place), comments: [], facts: [] };
    const named = (data.methodology.recommendations ?? []).filter(
      ({ who }) => !("named" in who || "except_named" in who),
    );
    return { ...whole, methodology: { ...data.methodology, recommendations: named } };
  }

  test.each([
    ["amur-2022", "zeya", "tynda", "shimanovsk"],
    ["primorye-2022", "kirovsky-mr", "pozharsky-mr", "krasnoarmeysky-mr"],
  ])("%s: the letter to %s is the same when %s and %s exchange their results", (id, reader, a, b) => {
    const { data } = roundOf(id);
    const letterOf = (round: RoundData) =>
      JSON.stringify(composeLetter({ data: round, score: scoreRound(round), lang: "ru" }, reader).document);
    expect(letterOf(exchanged(data, a, b))).toBe(letterOf(exchanged(data, a, a)));
  });
});

describe("the address", () => {
  const amur = { ...roundOf("amur-2022"), lang: "ru", authorities } as const;
  const addressOf = (id: string) =>
    runsOf(composeLetter(amur, id).document).flatMap((run) =>
      run.type === "figure" && run.tag === "address" ? [run.text] : [],
    );

  test("is the official name in the dative", () => {
    expect(addressOf("zeya")).toEqual(["Отделу образования администрации г. Зеи"]);
    expect(composeLetter(amur, "zeya").problems).toEqual([]);
  });

  test("without a name in the data is neutral, in the nominative, and a problem tells of it", () => {
    expect(addressOf("bureysky-district")).toEqual([
      "Адресат: орган местного самоуправления в сфере образования. Муниципалитет: Бурейский район",
    ]);
    expect(composeLetter(amur, "bureysky-district").problems).toMatchObject([
      { severity: "warning", code: "letter/authority-name-unknown", value: "bureysky-district" },
    ]);
  });
});

describe("a letter of the invented region", () => {
  const ensk = { ...roundOf("ensk-2022"), lang: "ru" } as const;
  const textOf = (id: string) => documentToMarkdown(composeLetter(ensk, id).document).replace(/\u00a0/g, " ");

  test("has the points as bounds, and of four peers tells nothing", () => {
    expect(textOf("polevoy")).toContain("1–4 из 4, требует уточнения");
    expect(textOf("zarechny")).not.toContain("с результатом выше");
  });

  test("tells how it was calculated and what to do until when", () => {
    expect(textOf("zarechny")).toContain("1 + 2 + 1 = 4 балла из 4");
    expect(textOf("zarechny")).toContain("**Срок:** раз в год.");
  });

  test("asks who submitted nothing for data, and shows no result", () => {
    const { score, data } = ensk;
    expect(score.units.find(({ municipality }) => municipality === "severny")?.status).toBe("not-scored");
    expect(textOf("severny")).toContain("Это не означает нулевого результата.");
    expect(textOf("severny")).toContain("Положение о деятельности службы");
    expect(textOf("severny")).not.toContain("Как рассчитано");
    expect(data.municipalities).toHaveLength(6);
  });
});

describe("letters of Primorye", () => {
  const input = { ...roundOf("primorye-2022"), lang: "ru", authorities } as const;
  const textOf = (id: string) => documentToMarkdown(composeLetter(input, id).document).replace(/\u00a0/g, " ");

  test("recommend more staff to the twelve of the report, and to nobody whose headcount is merely unknown", () => {
    const addressed = input.data.municipalities.filter(({ id }) => textOf(id).includes("увеличения штата"));
    const listed = input.data.printed.filter(
      ({ kind, item, value }) => kind === "addressee" && item === "increase-staff" && value === "included",
    );
    expect(addressed.map(({ id }) => id).sort()).toEqual(listed.map(({ municipality }) => municipality).sort());
    expect(addressed).toHaveLength(12);
  });

  test("say the level that the text gives, and what it follows from", () => {
    expect(textOf("kirovsky-mr")).toContain("«Достаточный уровень» — по перечню справки");
    expect(textOf("shkotovsky-mr")).toContain("«Допустимый уровень» — следует из текста справки");
    // Without a declared service it depends on whom the report means by the others.
    expect(textOf("terneysky-mr")).not.toContain("следует из текста справки");
  });

  test("name the colours in words, and tell that the rule is a reconstruction", () => {
    expect(textOf("kirovsky-mr")).toContain("зелёный");
    expect(textOf("kirovsky-mr")).toContain("реконструкция, регионом не утверждена");
  });

  test("give one warning for all who have no official name", () => {
    const letters = composeLetters(input);
    const unnamed = letters.filter(({ problems }) => problems.length > 0);
    const problems = letterProblems(letters, input.data.municipalities);
    expect(unnamed.length).toBeGreaterThan(1);
    expect(problems).toMatchObject([{ severity: "warning", code: "letter/authority-name-unknown" }]);
    for (const { municipality } of unnamed) expect(problems[0]?.value?.split(", ")).toContain(municipality);
  });
});

test("an unknown municipality is a mistake of the caller", () => {
  expect(() => composeLetter({ ...roundOf("ensk-2022"), lang: "ru" }, "nowhere")).toThrow(RangeError);
});

describe("a letter says why a recommendation goes to the municipality", () => {
  const textOf = (id: string, municipality: string) =>
    documentToMarkdown(composeLetter({ ...roundOf(id), lang: "ru", authorities }, municipality).document).replace(
      /\u00a0/g,
      " ",
    );

  test("by the list of the report, also where the table speaks against it", () => {
    expect(textOf("amur-2022", "zeysky-district")).toContain(
      "не относилась бы: в таблице «Инфоресурс» — «Да». Если рекомендация",
    );
    expect(textOf("amur-2022", "zavitinsky-district")).toContain("Основание: перечень справки (раздел V, пункт 5).");
    expect(textOf("amur-2022", "zavitinsky-district")).not.toContain("не относилась бы");
  });

  test("and what the text leaves open of a level stays open, whatever a reconstruction gives", () => {
    const text = textOf("primorye-2022", "terneysky-mr");
    expect(text).toContain("возможный уровень, требует уточнения");
    expect(text).toContain("(справка, блок 2, пункт 10)");
    expect(text).not.toContain("По правилу, которое восстановлено");
  });
});
