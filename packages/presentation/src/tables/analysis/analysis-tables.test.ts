import { Lens, languages, type RoundData } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { ensk } from "../../../test/ensk.ts";
import type { Table } from "../../table/table.ts";
import { analysisTables } from "./analysis-tables.ts";
import { testSentence } from "./test-sentence.ts";

const reason = { ru: "условно", en: "invented" };

/** The same answers under the methodology of another invented region, and a lens that leads there. */
const own: RoundData = {
  ...ensk,
  round: { ...ensk.round, id: "other-2022", region: "other" },
  methodology: { ...ensk.methodology, id: "other", region: "other" },
};
const lens = Lens.parse({
  from: "ensk",
  to: "other",
  indicators: [
    {
      indicator: "plan",
      kind: "near",
      reason,
      values: [
        { codes: ["yes", "no"], when: { indicator: "regulation", is: ["yes"] } },
        { status: "L", when: { indicator: "regulation", status: ["L"] } },
        { codes: ["no"] },
      ],
    },
  ],
  without: [{ indicators: ["regulation", "members"], reason }],
});
/** With a conclusion of its report that is to be tested. */
const data: RoundData = {
  ...ensk,
  claims: {
    claims: [
      {
        id: "location",
        source: "ensk-2022 section 1 paragraph 1",
        statement: {
          ru: "Положение не зависит от вида муниципалитета",
          en: "The regulation does not depend on the type",
        },
        not_checkable: { ru: "О влиянии", en: "Of influence" },
        inference: {
          indicator: "regulation",
          universes: ["all"],
          groupings: [[["urban-okrug"], ["municipal-okrug", "municipal-district"]]],
        },
      },
    ],
  },
};

const tablesIn = (lang: "ru" | "en") => analysisTables(data, lang, { lenses: [{ lens, own }] });
const find = (tables: readonly Table[], id: string) => tables.find((table) => table.id === id);
const plain = (text: string | undefined) => (text ?? "").replace(/\u00a0/g, " ");

describe.each(languages)("every table for the researcher in %s", (lang) => {
  const tables = tablesIn(lang);

  test("has one cell per column, and ids of its own", () => {
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
    for (const { columns, rows } of tables) {
      expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
  });

  test("says that it belongs to the section, and that the data are invented", () => {
    for (const { caption, source } of tables) {
      expect(caption).toMatch(lang === "ru" ? /^Исследователю/ : /^For the researcher/);
      expect(source).toContain(lang === "ru" ? "условные данные" : "invented data");
    }
  });

  test("has no word of the code in it, and no Russian in English", () => {
    for (const { title, columns, rows, notes, corner } of tables) {
      const words = [title, corner, ...columns.map((one) => one.title), ...notes.map(({ text }) => text)].join(" ");
      expect(words).not.toMatch(/undefined|NaN|null|\[object/);
      for (const { cells } of rows) for (const { text } of cells) expect(text).not.toMatch(/undefined|NaN|\[object/);
      if (lang === "en") expect(words).not.toMatch(/[а-яё]/i);
    }
  });
});

describe("the tables in Russian", () => {
  const tables = tablesIn("ru");

  test("come in the order in which they are read", () => {
    expect(tables.map(({ id }) => id)).toEqual([
      "ensk-2022-items",
      "ensk-2022-information",
      "ensk-2022-not-separating",
      "ensk-2022-redundancy",
      "ensk-2022-border-potential",
      "ensk-2022-border-maximum",
      "ensk-2022-possible-shares",
      "ensk-2022-test-location",
      "ensk-2022-by-other",
      "ensk-2022-by-other-parts",
      "ensk-2022-by-other-gaps",
      "ensk-2022-other-2022-superiority",
    ]);
  });

  test("a share tells its numerator and its base, and an open one its bounds", () => {
    const rows = find(tables, "ensk-2022-information")?.rows ?? [];
    const texts = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts.some((text) => /^\d+,\d \(\d из \d\)$/.test(text))).toBe(true);
    expect(texts.some((text) => /^\d+,\d–\d+,\d \(/.test(text))).toBe(true);
  });

  test("what cannot be carried over is named with its reason, and its criterion is not calculated", () => {
    const gaps = find(tables, "ensk-2022-by-other-gaps");
    expect(gaps?.rows[0]?.header).toBe("«Положение», «Члены ассоциации»");
    const parts = find(tables, "ensk-2022-by-other-parts");
    expect(parts?.rows[0]?.cells.map(({ text }) => text)).toEqual([
      "1 из 3",
      "не рассчитывается",
      "«Положение», «Члены ассоциации»",
    ]);
  });

  test("an inferred level is marked wherever its borders are shown", () => {
    expect(find(tables, "ensk-2022-border-potential")?.caption).toContain("реконструкция, регионом не утверждена");
    const notes = find(tables, "ensk-2022-border-potential")
      ?.notes.map(({ text }) => text)
      .join(" ");
    expect(notes).toContain("Правило — реконструкция, регионом не утверждена");
    expect(notes).not.toContain("тем же способом, что и сам мониторинг");
  });
});

describe("the sentence on a test", () => {
  const test_ = (
    result: Partial<NonNullable<Parameters<typeof testSentence>[0]["result"]>> | null,
    open: string[] = [],
  ) =>
    ({
      n: [34, 34],
      open,
      result: result && {
        p: [0.6477, 0.6477],
        epsilonSquared: [0.028, 0.028],
        detectable: [0.2034, 0.2034],
        h: [0.8, 0.8],
        etaSquared: [0, 0],
        single: null,
        ...result,
      },
      reason: "too-large",
    }) as Parameters<typeof testSentence>[0];

  test("says what so few can and cannot show", () => {
    expect(plain(testSentence(test_({}), "ru"))).toBe(
      "34 муниципалитета: p = 0,65. Различия между группами данные не показывают, но и его отсутствия не доказывают. " +
        "Чтобы p было не выше 0,05, на различие между группами должно приходиться не меньше 20 % разброса рангов; приходится 3 %.",
    );
    expect(plain(testSentence(test_({}), "en"))).toBe(
      "34 municipalities: p = 0.65. The data show no difference between the groups, and do not prove that there is none. " +
        "For a p of 0.05 at least 20% of the variance of ranks would have to lie between the groups; 3% does.",
    );
  });

  test("does not decide what hangs on unknown values", () => {
    const text = plain(testSentence(test_({ p: [0.01, 0.2], epsilonSquared: [0.05, 0.3] }, ["a", "b"]), "ru"));
    expect(text).toContain(
      "p = от 0,01 до 0,20 при всех возможных значениях того, что неизвестно (муниципалитетов: 2)",
    );
    expect(text).toContain("зависит от неизвестных значений");
    expect(text).toContain("приходится от 5 до 30 %");
  });

  test("of a difference that chance seldom gives does not tell why", () => {
    const text = plain(testSentence(test_({ p: [0.004, 0.004] }), "ru"));
    expect(text).toContain("о причине это не говорит");
    expect(text).not.toContain("Чтобы p было");
    expect(text).not.toContain("p = 0,00.");
  });

  test("says why nothing was calculated", () => {
    expect(testSentence(test_(null), "ru")).toBe("Не рассчитано: значений слишком много для точного расчёта.");
  });
});
