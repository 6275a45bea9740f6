import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import "../../test/to-have-problem.ts";
import { readDraft } from "./read-draft.ts";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const body = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${inner}</w:body></w:document>`;
const p = (text: string, properties = "") => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (inner: string, parts: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ "[Content_Types].xml": "<Types/>", "word/document.xml": body(inner), ...parts }).map(
        ([path, text]) => [path, strToU8(text)],
      ),
    ),
  );
const textsOf = (bytes: Uint8Array, file = "draft.docx") => readDraft(bytes, { file }).blocks.map(({ text }) => text);

describe("a Word document", () => {
  it("gives paragraphs, headings, items and rows, each with its place", () => {
    const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`;
    const inner = [
      p("Выводы", '<w:pPr><w:pStyle w:val="1"/></w:pPr>'),
      p(""),
      p("Первый &amp; &#1103;"),
      p("пункт", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
      `<w:tbl><w:tblPr/>${row("Территория", "Баллы")}${row("г. Зея", "5")}</w:tbl>`,
      p("Конец"),
      `<w:tbl>${row("а")}</w:tbl>`,
    ].join("");
    const styles = `<w:styles ${w}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`;
    const { blocks, problems } = readDraft(docx(inner, { "word/styles.xml": styles }), { file: "draft.docx" });
    expect(problems).toEqual([]);
    expect(blocks).toEqual([
      { kind: "heading", text: "Выводы", place: "абзац 1" },
      { kind: "paragraph", text: "Первый & я", place: "абзац 2" },
      { kind: "item", text: "пункт", place: "абзац 3" },
      { kind: "row", text: "Территория\tБаллы", place: "таблица 1, строка 1", table: 1 },
      { kind: "row", text: "г. Зея\t5", place: "таблица 1, строка 2", table: 1 },
      { kind: "paragraph", text: "Конец", place: "абзац 4" },
      { kind: "row", text: "а", place: "таблица 2, строка 1", table: 2 },
    ]);
  });

  it("leaves out what tracked changes delete, keeps what they insert and what is hidden", () => {
    const inner =
      '<w:p><w:r><w:t xml:space="preserve">в </w:t></w:r><w:del><w:r><w:delText>20</w:delText></w:r></w:del>' +
      "<w:ins><w:r><w:t>19</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>прочь</w:t></w:r></w:moveFrom>" +
      "<w:r><w:rPr><w:vanish/></w:rPr><w:tab/><w:t>служб</w:t><w:br/><w:t>всего</w:t></w:r></w:p>";
    expect(textsOf(docx(inner))).toEqual(["в 19 служб\nвсего"]);
    const merged = p("начало ", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + p("и конец");
    expect(textsOf(docx(merged))).toEqual(["начало и конец"]);
  });

  it("reads footnotes, not their separators, and the text of boxes once", () => {
    const footnotes = `<w:footnotes ${w}><w:footnote w:type="separator" w:id="-1">${p("черта")}</w:footnote><w:footnote w:id="1">${p("Без 3 служб")}</w:footnote></w:footnotes>`;
    const box =
      '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent><w:p><w:r><w:t>рамка</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>рамка</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>';
    const { blocks } = readDraft(docx(box, { "word/footnotes.xml": footnotes }));
    expect(blocks.map(({ text, place }) => [text, place])).toEqual([
      ["рамка", "абзац 1"],
      ["Без 3 служб", "сноска 1"],
    ]);
  });

  it("that is damaged gives a problem and no text", () => {
    const sound = docx(p("x".repeat(500)));
    expect(readDraft(sound.subarray(0, 200), { file: "a.docx" })).toMatchObject({ blocks: [] });
    expect(readDraft(sound.subarray(0, 200), { file: "a.docx" }).problems).toHaveProblem("draft/damaged");
    expect(readDraft(docx("<w:p>"), { file: "a.docx" }).problems).toHaveProblem("draft/damaged");
    expect(readDraft(strToU8("не архив"), { file: "a.docx" }).problems).toHaveProblem("draft/not-word");
    expect(readDraft(zipSync({ "xl/workbook.xml": strToU8("<a/>") })).problems).toHaveProblem("draft/not-word");
    expect(readDraft(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])).problems).toHaveProblem(
      "draft/old-word",
    );
    expect(readDraft(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])).problems).toHaveProblem("draft/not-text");
    expect(readDraft(docx("")).problems).toHaveProblem("draft/empty");
  });

  it("a bomb, a document type and endless nesting are refused", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(25_000_000).fill(32) });
    expect(readDraft(bomb, { file: "a.docx" }).problems).toHaveProblem("zip/too-large");
    const entities = `<!DOCTYPE a [<!ENTITY b "c">]>${body(p("&b;"))}`;
    expect(readDraft(docx("", { "word/document.xml": entities })).problems).toHaveProblem("draft/damaged");
    const deep = "<w:p>".repeat(50_000) + "</w:p>".repeat(50_000);
    expect(readDraft(docx(deep)).problems).toHaveProblem("draft/damaged");
  });
});

describe("Markdown", () => {
  it("gives the same blocks with lines and without marks", () => {
    const text = [
      "---",
      "title: x",
      "---",
      "# Выводы #",
      "",
      "Служба **есть** в [31](a.md)",
      "муниципалитете[^1], см. `t_1` и *все*.",
      "<!-- 99",
      "-->",
      "- первый",
      "  дальше",
      "2. второй",
      "",
      "| Территория | Баллы |",
      "|---|---:|",
      "| г. Зея | 5 |",
      "",
      "[^1]: Без трёх.",
    ].join("\n");
    expect(readDraft(strToU8(text), { file: "draft.md" }).blocks).toEqual([
      { kind: "heading", text: "Выводы", line: 4, place: "абзац 1" },
      { kind: "paragraph", text: "Служба есть в 31 муниципалитете, см. t_1 и все.", line: 6, place: "абзац 2" },
      { kind: "item", text: "первый дальше", line: 10, place: "абзац 3" },
      { kind: "item", text: "второй", line: 12, place: "абзац 4" },
      { kind: "row", text: "Территория\tБаллы", line: 14, place: "таблица 1, строка 1", table: 1 },
      { kind: "row", text: "г. Зея\t5", line: 16, place: "таблица 1, строка 2", table: 1 },
      { kind: "paragraph", text: "Без трёх.", line: 18, place: "сноска 1" },
    ]);
  });
});

describe("plain text", () => {
  it("gives paragraphs, items, headings and rows", () => {
    const text =
      "II. ИТОГИ\r\n\r\nСлужба есть\r\nв 31 муниципалитете.\r\nДальше:\r\n- первый;\r\n1) второй\r\n\r\nа\t5\r\nб\t6\r\n";
    expect(readDraft(strToU8(text), { file: "draft.txt" }).blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "II. ИТОГИ"],
      ["paragraph", "Служба есть в 31 муниципалитете."],
      ["paragraph", "Дальше:"],
      ["item", "первый;"],
      ["item", "второй"],
      ["row", "а\t5"],
      ["row", "б\t6"],
    ]);
  });

  it("in Windows-1251 is read with a note; nothing is a warning", () => {
    const bytes = Uint8Array.of(0xc7, 0xe5, 0xff, 0x20, 0x35);
    const { blocks, problems } = readDraft(bytes, { file: "draft.txt" });
    expect(blocks.map(({ text }) => text)).toEqual(["Зея 5"]);
    expect(problems).toHaveProblem("file/encoding", { severity: "note" });
    expect(readDraft(new Uint8Array(), { file: "draft.txt" }).problems).toHaveProblem("draft/empty");
  });
});
