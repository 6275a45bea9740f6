import type { Document } from "@metodika/presentation";
import { expect, test } from "vitest";
import { tableOf } from "../../test/table.ts";
import { documentToMarkdown } from "./document-to-markdown.ts";

const document: Document = {
  id: "ensk-2022-report",
  kind: "report",
  title: "Справка <1>",
  lang: "ru",
  edition: "working",
  fields: {},
  parts: [
    {
      id: "frame",
      blocks: [
        { type: "contents", title: "Содержание" },
        { type: "heading", level: 1, text: "Цель" },
        {
          type: "paragraph",
          runs: [
            { type: "text", text: "Доля: ", strong: true },
            { type: "figure", tag: "share", text: "2 из 6" },
            { type: "text", text: " (" },
            { type: "reference", to: "ensk" },
            { type: "text", text: ")." },
          ],
        },
        {
          type: "list",
          ordered: true,
          items: [{ runs: [{ type: "text", text: "Первый" }], items: [{ runs: [{ type: "text", text: "часть*" }] }] }],
        },
        { type: "table", table: tableOf([["Луговой", { text: "Да" }, { text: "1" }]]) },
        { type: "signatures", title: "УТВЕРЖДАЮ", rows: [{ role: "Ректор" }] },
      ],
    },
  ],
};

test("a document becomes Markdown with numbered tables, references by number, and inert texts", () => {
  const text = documentToMarkdown(document);
  expect(text).toContain("# Справка &lt;1&gt;\n");
  expect(text).toContain("## Содержание\n\n- Цель\n");
  expect(text).toContain("**Доля:** 2 из 6 (таблица 1).");
  expect(text).toContain("1. Первый\n   - часть\\*");
  expect(text).toContain("### Таблица 1 — Энская область (условные данные)");
  expect(text).toContain("**УТВЕРЖДАЮ**\n\nРектор \\_\\_");
});
