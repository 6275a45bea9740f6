import { languages, scoreRound } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { ensk, methodology, municipalities } from "../../test/ensk.ts";
import type { Table } from "../table/table.ts";
import { cellsTable } from "./cells-table.ts";
import { differencesTable } from "./differences-table.ts";
import { methodologyTables } from "./methodology-tables.ts";
import { reportTable } from "./report-table.ts";
import { scoreTable } from "./score-table.ts";

const score = scoreRound(ensk);
const row = (table: Table, id: string) => table.rows.find((one) => one.id === id)?.cells ?? [];
const texts = (table: Table, id: string) => row(table, id).map(({ text }) => text);
const noteOf = (table: Table, mark: string | undefined) => table.notes.find((note) => note.mark === mark)?.text;

describe.each(languages)("every table in %s", (lang) => {
  const tables = [
    reportTable(ensk, score, "organisation", lang),
    reportTable(ensk, score, "staff", lang),
    scoreTable(ensk, scoreRound(ensk, { ranks: true, missing: "bounds" }), lang),
    cellsTable(ensk, lang),
    differencesTable(ensk, score, lang),
    ...methodologyTables(methodology, lang, municipalities),
  ];

  test("has one cell per column and ids of its own", () => {
    for (const { columns, rows } of tables) {
      expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
      expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
  });

  test("explains every sign and mark that occurs in it, and names its source", () => {
    for (const table of tables) {
      for (const { cells } of table.rows)
        for (const { sign, marks = [] } of cells)
          for (const mark of [...(sign ? [sign] : []), ...marks]) expect(noteOf(table, mark)).toBeTruthy();
      expect(table.source).not.toBe("");
    }
  });
});

describe("a table of the report", () => {
  const table = reportTable(ensk, score, "organisation", "ru");

  test("counts the municipalities with each value below, within bounds where cells are open", () => {
    const total = (id: string, of: Table = table) => of.totals?.find((one) => one.id === id);
    expect(total("total-Да")?.header).toBe("Да, муниципалитетов");
    expect(total("total-Да")?.cells.map(({ text }) => text)).toEqual(["3", "2–3", "", "", ""]);
    expect(total("total-не менее 1")?.cells.map(({ text }) => text)).toEqual(["", "", "2–3", "", ""]);
    expect(total("total-status-L")?.header).toBe("Н/п (сведения не представлены), муниципалитетов");
    expect(total("total-status-S")?.cells.map(({ text }) => text)).toEqual(["0", "1", "0", "", ""]);
    const staff = reportTable(ensk, score, "staff", "ru");
    expect(total("total-З green", staff)?.header).toBe("З (зелёный), муниципалитетов");
    expect(total("total-З green", staff)?.cells.map(({ low, high }) => [low, high])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  test("shows the printed texts as they stood, links marked", () => {
    expect(texts(table, "zarechny")).toEqual(["Да", "Да", "12", "4", "4"]);
    expect(row(table, "zarechny").map(({ link }) => link)).toEqual([true, undefined, undefined, true, undefined]);
    expect(noteOf(table, "↗")).toContain("ссылка");
  });

  test("keeps a word that stands for a number, and its number beside", () => {
    expect(row(table, "lugovoy")[2]).toMatchObject({ text: "Нет", low: 0, high: 0 });
    expect(row(table, "lugovoy")[2]?.value).toBeUndefined();
  });

  test("keeps the kinds of absent values apart", () => {
    expect(texts(table, "severny")).toEqual(["Информация не представлена", "н/п", "н/п", "", "н/о"]);
    expect(texts(table, "ozerny")[0]).toBe("…");
    expect(row(table, "stepnoy")[1]).toMatchObject({ text: "не проводилось", sign: "ос", value: null });
  });

  test("shows a bounded cell as bounded, its values in the title", () => {
    const [, plan, members] = row(table, "polevoy");
    expect(plan).toMatchObject({ text: "?", value: null });
    expect(plan?.title).toBe("определено неоднозначно (возможны: Да; Нет); ensk-2022, таблица 1, строка 5");
    expect(members).toMatchObject({ text: "0–3", low: 0, high: 3 });
  });

  test("marks where printed and computed points differ, and spells the difference", () => {
    const [mark] = row(table, "lugovoy")[4]?.marks ?? [];
    expect(noteOf(table, mark)).toBe(
      "Луговой муниципальный округ: в отчёте напечатано 2, по ячейкам таблицы получается 1 (разница +1).",
    );
    expect(row(table, "polevoy")[4]).toMatchObject({ text: "1–4", low: 1, high: 4 });
    expect(row(table, "polevoy")[4]?.marks).toBeUndefined();
  });

  test("in English has the titles of the values, and a letter with every colour", () => {
    const staff = reportTable(ensk, score, "staff", "en");
    expect(row(staff, "zarechny")[0]).toMatchObject({ text: "All", color: "green", letter: "G", value: "green" });
    expect(texts(staff, "stepnoy")).toEqual(["×", "×"]);
    expect(row(staff, "stepnoy")[0]?.title).toContain("as printed: “Сотрудников нет”");
    expect(staff.columns.map(({ id }) => id)).toEqual(["education", "training"]);
  });

  test("says that a colour was lost, and lists what is possible where it is not the whole legend", () => {
    const staff = reportTable(ensk, score, "staff", "ru");
    expect(staff.notes.some(({ text }) => text.includes("утрачен"))).toBe(true);
    expect(row(staff, "ozerny")[0]?.marks).toBeUndefined();
    expect(noteOf(staff, row(staff, "polevoy")[1]?.marks?.[0])).toBe(
      "Возможны: Проходят все; Проходят не все; сведения не представлены.",
    );
  });

  test("of an unknown criterion is a mistake of the caller", () => {
    expect(() => reportTable(ensk, score, "nothing", "ru")).toThrow(RangeError);
  });
});

describe("the table of results", () => {
  test("has no total unless it is asked for, and then says that the methodology has none", () => {
    const ids = (table: Table) => table.columns.map(({ id }) => id);
    expect(ids(scoreTable(ensk, score, "ru"))).not.toContain("total-points");
    const asked = scoreTable(ensk, scoreRound(ensk, { ranks: true }), "ru");
    expect(ids(asked)).toEqual(expect.arrayContaining(["total-points", "total-maximum", "place"]));
    expect(asked.columns.find(({ id }) => id === "total-points")?.group).toContain("методикой не предусмотрено");
  });

  test("says of a trial calculation that it is one, in the headings too", () => {
    const trial = scoreTable(ensk, scoreRound(ensk, { missing: "bounds" }), "ru");
    expect(trial.title).toContain("пробный расчёт");
    expect(trial.columns[0]?.title).toBe("Баллы (пробный расчёт)");
  });

  test("says that an inferred level is a reconstruction", () => {
    const table = scoreTable(ensk, score, "ru");
    const level = table.columns.find(({ id }) => id === "potential-level");
    expect(level?.group).toContain("реконструкция, регионом не утверждена");
    expect(texts(table, "ozerny").slice(3)).toEqual(["Высокий / Низкий", "Низкий"]);
  });
});

test("the table of cells has every municipality and indicator, with basis and source", () => {
  const table = cellsTable(ensk, "en");
  expect(table.rows).toHaveLength(30);
  expect(texts(table, "polevoy:training").slice(2, 8)).toEqual([
    "All train; Not all train; not submitted",
    "",
    "normal value",
    "known within bounds",
    "",
    "ensk-2022, table 2, row 5",
  ]);
});

test("the differences leave out what agrees and say how much that is", () => {
  const table = differencesTable(ensk, score, "ru");
  expect(table.caption).toBe("Совпадают 4 из 8 напечатанных результатов.");
  expect(table.rows.map(({ id }) => id)).toEqual([
    "lugovoy:organisation",
    "lugovoy:potential",
    "ozerny:potential",
    "polevoy:organisation",
  ]);
  expect(texts(table, "lugovoy:organisation").slice(0, 4)).toEqual(["Организация", "2", "1", "+1"]);
});

test("a methodology is described with scales, points, policies, rules and addressees", () => {
  const [indicators, missing, level, recommendations] = methodologyTables(methodology, "ru", municipalities);
  expect(indicators && texts(indicators, "regulation")).toEqual([
    "Организация",
    "Да; Нет",
    "Да — 1; Нет — 0",
    "Документ",
  ]);
  expect(indicators && texts(indicators, "education")[1]).toContain("К — Менее половины (менее 50\u00a0%)");
  expect(missing && texts(missing, "O")).toEqual(["…", "баллов не даёт", "Пустая ячейка учтена как «нет»"]);
  expect(level?.title).toContain("реконструкция");
  expect(recommendations && texts(recommendations, "others")[3]).toBe("всем, кроме: г. Заречный (у него есть)");
});

describe("a table of invented data", () => {
  const title = { ru: "Мониторинг", en: "Monitoring" };
  const real = { ...ensk, round: { ...ensk.round, title } };
  const invented = { ...ensk, round: { ...ensk.round, title, synthetic: true as const } };
  const tables = (data: typeof ensk, lang: "ru" | "en") => [
    reportTable(data, score, "organisation", lang),
    scoreTable(data, score, lang),
    cellsTable(data, lang),
    differencesTable(data, score, lang),
  ];

  test("says so in the line of its source, in both languages", () => {
    for (const { source } of tables(invented, "ru")) expect(source).toContain("условные данные");
    for (const { source } of tables(invented, "en")) expect(source).toContain("invented data");
    for (const { source } of tables(real, "ru")) expect(source).not.toContain("условные данные");
  });

  test("says it once where the title of the round says it already", () => {
    const saying = { ru: "Мониторинг (условные данные)", en: "Monitoring (invented data)" };
    const [table] = tables({ ...invented, round: { ...invented.round, title: saying } }, "ru");
    expect(table?.source.split("условные данные")).toHaveLength(2);
  });

  test("and the tables of its methodology say so too", () => {
    const methodology = { ...ensk.methodology, synthetic: true as const };
    for (const { source } of methodologyTables(methodology, "ru")) expect(source).toContain("условные данные");
  });
});
