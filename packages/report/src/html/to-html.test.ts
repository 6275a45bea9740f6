import type { Table } from "@metodika/presentation";
import { DOMParser, type Element, onErrorStopParsing } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../test/table.ts";
import { escapeHtml } from "./escape-html.ts";
import { toHtml } from "./to-html.ts";
import { toHtmlPage } from "./to-html-page.ts";

const parser = new DOMParser({ onError: onErrorStopParsing });
const parse = (html: string) => parser.parseFromString(html.replace("<!DOCTYPE html>\n", ""), "text/xml");
const all = (html: string, tag: string): Element[] => [...parse(html).getElementsByTagName(tag)];
const piece = (table: Table) => toHtml(table, { styles: false });

const table: Table = {
  ...tableOf([
    [
      "г. Заречный",
      { text: "Зелёный", value: "green", color: "green", letter: "З", link: true, title: "указано в отчёте" },
      { text: "1", value: 1, marks: ["1"] },
    ],
    ["Луговой", { text: "не проводилось", value: null, sign: "ос" }, { text: "н/п", value: null, sign: "н/п" }],
  ]),
  notes: [
    { mark: "1", text: "Заречный: в отчёте 2." },
    { mark: "ос", text: "особые обстоятельства" },
    { mark: "н/п", text: "сведения не представлены" },
    { text: "Без знака." },
  ],
  totals: [{ id: "all", header: "Всего", cells: [{ text: "1" }, { text: "1", value: 1 }] }],
};

describe("a table as HTML", () => {
  test("every cell names its row, its column and the group above it", () => {
    const ids = new Set(
      ["th", "li", "caption"].flatMap((tag) => all(piece(table), tag).map((one) => one.getAttribute("id"))),
    );
    const headers = all(piece(table), "td").map((cell) => cell.getAttribute("headers")?.split(" ") ?? []);
    expect(headers[0]).toEqual(["ensk-tbody-1", "ensk-column-1"]);
    expect(headers[1]).toEqual(["ensk-tbody-1", "ensk-group-2", "ensk-column-2"]);
    for (const id of headers.flat()) expect(ids).toContain(id);
    expect(all(piece(table), "th").map((one) => `${one.getAttribute("scope")} ${one.textContent}`)).toEqual([
      "col Территория",
      "col Положение",
      "colgroup Баллы",
      "col Рассчитано, балл",
      "row г. Заречный",
      "row Луговой",
      "row Всего",
    ]);
  });

  test("a colour has its letter, an absent value its sign with what it says, a mark leads to its note", () => {
    const [green, one, special, silent] = all(piece(table), "td");
    expect(green?.textContent).toBe("З · Зелёный ↗");
    expect(green?.getAttribute("class")).toBe("center green");
    expect(special?.textContent).toBe("не проводилось (ос)");
    expect(special?.getElementsByTagName("abbr")[0]?.getAttribute("title")).toBe("особые обстоятельства");
    expect(silent?.textContent).toBe("н/п");
    expect(one?.getElementsByTagName("a")[0]?.getAttribute("href")).toBe("#ensk-note-1");
  });

  test("totals stand in a foot, notes and source below", () => {
    expect(all(piece(table), "tfoot")[0]?.textContent?.replace(/\s/g, "")).toBe("Всего11");
    expect(all(piece(table), "li").map(({ textContent }) => textContent)).toEqual([
      "1 — Заречный: в отчёте 2.",
      "ос — особые обстоятельства",
      "н/п — сведения не представлены",
      "Без знака.",
    ]);
    expect(all(piece(table), "p")[0]?.textContent).toBe("Источник: ensk-2022");
  });

  test("without groups there is one row of headings", () => {
    const plain = { ...table, columns: table.columns.map(({ group: _, ...column }) => column) };
    expect(all(piece(plain), "thead")[0]?.getElementsByTagName("tr")).toHaveLength(1);
    expect(piece(plain)).not.toContain("rowspan");
  });

  test("brings its styles along unless told not to, and never a script", () => {
    expect(toHtml(table)).toContain("<style>");
    expect(piece(table)).not.toContain("<style>");
    expect(toHtml(table) + toHtmlPage([table])).not.toMatch(/<script|javascript:|https?:/);
  });
});

describe("a page of tables", () => {
  test("has a language, a title and one heading of the first level", () => {
    const html = toHtmlPage([table]);
    expect(parse(html).documentElement?.getAttribute("lang")).toBe("ru");
    expect(all(html, "title")[0]?.textContent).toBe(table.title);
    expect(all(html, "h1").map(({ textContent }) => textContent)).toEqual([table.title]);
  });

  test("of several tables has a title of its own", () => {
    const html = toHtmlPage([table, { ...table, id: "other" }], { title: "Обе", lang: "ru" });
    expect(all(html, "h1").map(({ textContent }) => textContent)).toEqual(["Обе"]);
    expect(all(html, "h2")).toHaveLength(2);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("whatever a text holds, it is shown as it is and adds nothing to the page", () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      ..."<>&\"'/=! а",
      "]]>",
      "<!--",
      "-->",
      "<script>",
      "</td>",
      "javascript:",
      "&#0;",
      "\0",
      "\ud800",
    ),
    maxLength: 10,
  });
  const tags = parse(toHtmlPage([table])).getElementsByTagName("*").length;
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      const changed: Table = {
        ...table,
        title: one,
        source: other || "-",
        corner: one,
        columns: table.columns.map((column) => ({ ...column, title: other, ...(column.group ? { group: one } : {}) })),
        rows: table.rows.map((row) => ({
          ...row,
          header: one,
          cells: row.cells.map((cell) => ({ ...cell, text: other, title: one })),
        })),
      };
      const html = toHtmlPage([changed], { title: one });
      const shown = (text: string) => text.replace(/[\0\ud800]/g, "\ufffd");
      const cell = all(html, "td")[0];
      expect(cell?.textContent).toContain(shown(other));
      expect(cell?.getAttribute("title") ?? "").toBe(shown(one));
      expect(Math.abs(parse(html).getElementsByTagName("*").length - tags)).toBeLessThanOrEqual(2);
      expect(all(html, "script")).toHaveLength(0);
    }),
    { numRuns: 60 },
  );
});

test("control characters do not pass", () => {
  expect(escapeHtml("a\0b\u001b[31m\tc\n")).toBe("a\ufffdb\ufffd[31m\tc\n");
});
