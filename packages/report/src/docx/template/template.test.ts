import type { Document } from "@metodika/presentation";
import { DOMParser } from "@xmldom/xmldom";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { tableOf } from "../../../test/table.ts";
import { elements, partOf, schemaErrors, withPart } from "../../../test/word-file.ts";
import { toDocx } from "../to-docx.ts";
import { defaultTemplate } from "./default-template.ts";

const images = new Map();
const document: Document = {
  id: "ensk",
  kind: "report",
  title: "Мониторинг",
  lang: "ru",
  edition: "working",
  fields: { region: "Энская область", year: "2022" },
  parts: [
    {
      id: "frame",
      blocks: [
        {
          type: "paragraph",
          runs: [
            { type: "text", text: "Рамка." },
            { type: "reference", to: "ensk" },
          ],
        },
      ],
    },
    {
      id: "conclusions",
      blocks: [
        { type: "heading", level: 3, text: "Итог" },
        { type: "paragraph", runs: [{ type: "text", text: "Вывод." }] },
        { type: "list", ordered: true, items: [{ runs: [{ type: "text", text: "Первое" }] }] },
        { type: "table", table: tableOf([["г. Заречный", { text: "Да" }, { text: "1", value: 1 }]]) },
      ],
    },
  ],
};

/** The default template with another text. */
function template(body: string): Uint8Array {
  return withPart(defaultTemplate(), "word/document.xml", (xml) =>
    xml.replace(/<w:body>.*(?=<w:sectPr>)/s, () => `<w:body>${body}`),
  );
}

const line = (...runs: string[]) =>
  `<w:p>${runs.map((text) => `<w:r w:rsidR="00A1"><w:t xml:space="preserve">${text}</w:t></w:r>`).join('<w:proofErr w:type="spellStart"/>')}</w:p>`;

const codes = async (body: string) =>
  (await toDocx(document, { images, template: template(body), templateName: "our.docx" })).problems.map(
    ({ code, nearest, line: at }) => [code, nearest, at],
  );

test("the default template has the same bytes each time, and is valid", async () => {
  expect(defaultTemplate()).toEqual(defaultTemplate());
  expect(await schemaErrors(defaultTemplate())).toEqual([]);
});

test("words and parts stand where the template says, however Word has divided a placeholder", async () => {
  const body =
    line("О: {", "{reg", "ion }", "} за {{ye", "ar}} год") + line("{{part:", "conclusions", "}}") + line("Конец");
  const { bytes, problems } = await toDocx(document, { images, template: template(body) });
  expect(problems.map(({ code, severity, value }) => [code, severity, value])).toEqual([
    ["template/part-left-out", "warning", "part:frame"],
  ]);
  const shown = elements(new DOMParser().parseFromString(partOf(bytes), "application/xml"), "p").map((one) =>
    elements(one, "t")
      .map((piece) => piece.textContent)
      .join(""),
  );
  expect(shown[0]).toBe("О: Энская область за 2022 год");
  expect(shown.slice(1, 4)).toEqual(["Итог", "Вывод.", "Первое"]);
  expect(shown.at(-1)).toBe("Конец");
});

test("words stand in headers and boxes too", async () => {
  const own = withPart(defaultTemplate(), "word/header1.xml", (xml) =>
    xml.replace("</w:hdr>", `${line("{{region}}")}</w:hdr>`),
  );
  const { bytes } = await toDocx(document, { images, template: own });
  expect(partOf(bytes, "word/header1.xml")).toContain("Энская область");
});

test("a reference to what the template does not place names it", async () => {
  const { bytes } = await toDocx(document, { images, template: template(line("{{part:frame}}")) });
  expect(partOf(bytes)).toContain("«Энская область (условные данные)»");
  expect(partOf(bytes)).not.toContain("REF ");
});

test("an unknown placeholder has its place and the nearest name", async () => {
  expect(await codes(line("Первый") + line("{{regoin}}") + line("{{report}}"))).toEqual([
    ["template/unknown-placeholder", "region", 2],
  ]);
});

test("all problems come at once, and nothing is written", async () => {
  const body = line("{{part:conclusion}}") + line("{{year") + line("}}") + line("Отчёт: {{report}}");
  const result = await toDocx(document, { images, template: template(body), templateName: "our.docx" });
  expect(result.bytes).toBeUndefined();
  expect(result.problems.map(({ code, file, line: at }) => [code, file, at])).toEqual([
    ["template/unknown-placeholder", "our.docx", 1],
    ["template/broken-placeholder", "our.docx", 2],
    ["template/broken-placeholder", "our.docx", 3],
    ["template/placeholder-not-alone", "our.docx", 4],
  ]);
});

test("a template must have a place for the document, once, and in its body", async () => {
  expect(await codes(line("{{region}}"))).toEqual([["template/nothing-placed", "report", undefined]]);
  expect(await codes(line("{{report}}") + line("{{table:ensk}}"))).toEqual([["template/placed-twice", undefined, 2]]);
  const cell = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${line("{{report}}")}</w:tc></w:tr></w:tbl>`;
  expect(await codes(cell)).toEqual([["template/placeholder-place", undefined, 1]]);
});

test("styles are found by name whatever their ids are, and those that lack are added", async () => {
  const russian = withPart(template(line("{{report}}")), "word/styles.xml", (xml) =>
    xml
      .replaceAll('"Heading3"', '"3"')
      .replaceAll('"Normal"', '"a"')
      .replace('w:val="a"/><w:uiPriority', 'w:val="Normal"/><w:uiPriority')
      .replace(/<w:style w:type="table" w:customStyle.*?<\/w:style>/, "")
      .replace(/<w:style [^>]*w:styleId="MetodikaNote">.*?<\/w:style>/, ""),
  );
  const { bytes } = await toDocx(document, { images, template: russian });
  expect(partOf(bytes)).toContain('<w:pStyle w:val="3"/>');
  expect(partOf(bytes, "word/styles.xml")).toMatch(/w:styleId="MetodikaTable">.*w:styleId="MetodikaNote">/);
  expect(await schemaErrors(bytes ?? new Uint8Array())).toEqual([]);
});

test("a list keeps the numbering of the template's own style", async () => {
  const first = await toDocx(document, { images, template: template(line("{{report}}")) });
  const own = withPart(first.bytes ?? new Uint8Array(), "word/document.xml", (xml) =>
    xml.replace(/<w:body>.*(?=<w:sectPr>)/s, () => `<w:body>${line("{{report}}")}`),
  );
  const styled = withPart(own, "word/styles.xml", (xml) =>
    xml.replace(/(w:styleId="ListNumber">.*?<w:pPr>)/, '$1<w:numPr><w:numId w:val="1"/></w:numPr>'),
  );
  const { bytes } = await toDocx(document, { images, template: styled });
  expect(partOf(bytes, "word/numbering.xml").match(/<w:abstractNum /g)).toHaveLength(1);
  expect(partOf(bytes, "word/numbering.xml").match(/<w:num /g)).toHaveLength(2);
  expect(await schemaErrors(bytes ?? new Uint8Array())).toEqual([]);
});

test("names of persons do not come along from a template", async () => {
  const core = '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>Лицо</dc:creator></cp:coreProperties>';
  const first = (await toDocx(document, { images })).bytes ?? new Uint8Array();
  const own = withPart(first, "docProps/core.xml", () => core);
  const again = withPart(own, "word/document.xml", () => partOf(defaultTemplate()));
  const { bytes } = await toDocx(document, { images, template: again });
  expect(partOf(bytes, "docProps/core.xml")).not.toContain("Лицо");
});

test.each([
  ["docx/damaged", new Uint8Array(100)],
  ["docx/damaged", defaultTemplate().subarray(0, 3000)],
  ["docx/damaged", withPart(defaultTemplate(), "word/document.xml", (xml) => xml.replace("</w:body>", ""))],
  [
    "docx/damaged",
    withPart(
      defaultTemplate(),
      "word/document.xml",
      (xml) => `<!DOCTYPE a [<!ENTITY b "c">]>${xml.slice(xml.indexOf("<w:"))}`,
    ),
  ],
  ["docx/not-word", zipSync({ "a.txt": strToU8("а") })],
  ["docx/not-word", strToU8("Аналитическая справка, набранная в блокноте")],
  ["docx/not-word", new Uint8Array()],
  ["docx/not-word", withPart(defaultTemplate(), "[Content_Types].xml", () => null)],
  [
    "docx/macros",
    withPart(defaultTemplate(), "[Content_Types].xml", (xml) =>
      xml.replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
    ),
  ],
  [
    "docx/unsupported",
    withPart(defaultTemplate(), "word/document.xml", (xml) =>
      xml.replace("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"),
    ),
  ],
  ["zip/ratio", withPart(defaultTemplate(), "word/document.xml", (xml) => xml + " ".repeat(20_000_000))],
] as const)("%s: nothing is written", async (code, bytes) => {
  const result = await toDocx(document, { images, template: bytes });
  expect([result.bytes, result.problems.map((one) => one.code)]).toEqual([undefined, [code]]);
});

test.each([
  ["обычный текст", strToU8("Справка\r\n{{report}}")],
  ["обычный текст", Uint8Array.from([0xd1, 0xef, 0xf0, 0xe0, 0xe2, 0xea, 0xe0])],
  ["пустой файл", new Uint8Array()],
  ["файл PDF", strToU8("%PDF-1.7 ...")],
  ["документ RTF", strToU8("{\\rtf1 a}")],
  ["веб-страница", strToU8("<!DOCTYPE html><p>Справка")],
  ["документ прежнего формата (.doc) или защищённый паролем", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ["таблица Excel", zipSync({ "[Content_Types].xml": strToU8("spreadsheetml.sheet.main+xml") })],
  ["документ OpenDocument (.odt)", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") })],
])("what bears the name of a Word file and is none is named: %s", async (kind, bytes) => {
  const { problems } = await toDocx(document, { images, template: bytes });
  expect(problems[0]?.message.ru).toBe(
    `это не файл Word, а ${kind}; откройте его в Word и сохраните как документ .docx`,
  );
});

test("a block in a header is told with the header and what may stand there", async () => {
  const own = withPart(template(line("{{report}}")), "word/header1.xml", (xml) =>
    xml.replace("</w:hdr>", `${line("{{part:conclusions}}")}</w:hdr>`),
  );
  const { problems } = await toDocx(document, { images, template: own });
  expect(problems.map(({ code, field }) => [code, field])).toEqual([
    ["template/placeholder-place", "word/header1.xml"],
    ["template/placed-twice", "word/header1.xml"],
  ]);
  expect(problems[0]?.message.ru).toMatch(
    /^{{part:conclusions}} стоит в абзаце \d верхнего колонтитула шаблона: там помещаются только слова \({{title}}/,
  );
});

test("a template of the kind .dotx becomes a document", async () => {
  const dotx = withPart(defaultTemplate(), "[Content_Types].xml", (xml) =>
    xml.replace("document.main+xml", "template.main+xml"),
  );
  const { bytes } = await toDocx(document, { images, template: dotx });
  expect(partOf(bytes, "[Content_Types].xml")).toContain("wordprocessingml.document.main+xml");
});
