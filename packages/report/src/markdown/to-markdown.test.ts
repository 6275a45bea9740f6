import fc from "fast-check";
import { expect, test } from "vitest";
import { tableOf } from "../../test/table.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { toMarkdown } from "./to-markdown.ts";

test("a table with its letters, links, signs and marks, then notes and source", () => {
  const table = tableOf([
    [
      "г. Заречный",
      { text: "Зелёный", color: "green", letter: "З", link: true },
      { text: "1", value: 1, marks: ["1"] },
    ],
    ["Луговой", { text: "не проводилось", sign: "ос" }, { text: "н/п", sign: "н/п" }],
  ]);
  expect(toMarkdown(table)).toBe(`### Энская область (условные данные)

Таблица 1

| Территория | Положение | Баллы: Рассчитано, балл |
| :--- | :---: | ---: |
| г. Заречный | З · Зелёный ↗ | 1<sup>1</sup> |
| Луговой | не проводилось (ос) | н/п |

- 1 — Заречный: в отчёте 2.
- Без знака.

ensk-2022
`);
});

test("totals stand below the rows, in bold, and escaped", () => {
  const table = tableOf([["Луговой", { text: "Да" }, { text: "1" }]]);
  const totals = [
    { id: "all", header: "Всего *", cells: [{ text: "1 | 2" }, { text: "", sign: "н/о", marks: ["1"] }] },
  ];
  expect(
    toMarkdown({ ...table, totals })
      .split("\n")
      .slice(6, 9),
  ).toEqual(["| Луговой | Да | 1 |", "| **Всего \\*** | **1 \\| 2** |  (н/о)<sup>1</sup> |", ""]);
});

test.each([
  ["a|b", "a\\|b"],
  ["`код`", "\\`код\\`"],
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["[x](javascript:1)", "\\[x\\](javascript:1)"],
  ["**да**", "\\*\\*да\\*\\*"],
  ["две\nстроки", "две строки"],
  ["&lt;", "&amp;lt;"],
  ["http://a.b", "http&#58;//a.b"],
  ["@team", "&#64;team"],
  ["см. #12", "см. &#35;12"],
  ["- пункт", "\\- пункт"],
  ["1. пункт", "1\\. пункт"],
  ["# 1", "\\# 1"],
  ["\\|", "\\\\\\|"],
])("%j is shown as it is", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test("no text can add a cell, a row or a tag", () => {
  const hostile = fc.string({ unit: fc.constantFrom(..."|\\`<>&\n\r#*-_[]()а ", "\u2028"), maxLength: 12 });
  fc.assert(
    fc.property(hostile, hostile, (header, text) => {
      const lines = toMarkdown(tableOf([[header, { text }, { text }]])).split("\n");
      const row = lines[6] ?? "";
      expect(row.replace(/\\./g, "").split("|")).toHaveLength(5);
      expect(row).not.toMatch(/[<>\r\u2028]/);
      expect(lines[7]).toBe("");
    }),
  );
});
