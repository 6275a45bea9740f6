import type { Document, Table } from "@metodika/presentation";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { barPicture, realRound, sampleDocument } from "../../../test/sample-document.ts";
import { control, edited, elements, paragraphOf, partOf, schemaErrors, withPart } from "../../../test/word-file.ts";
import { toDocx } from "../to-docx.ts";
import { refreshDocx } from "./refresh-docx.ts";

const images = barPicture([22, 7, 15, 30]);
let document: Document;
let written: Uint8Array;

beforeAll(async () => {
  const whole = sampleDocument(await realRound("amur-2022"), "ru");
  // A few rows of each table say as much as all of them.
  document = {
    ...whole,
    parts: whole.parts.map((part) => ({
      ...part,
      blocks: part.blocks.map((block) =>
        block.type === "table" ? { ...block, table: { ...block.table, rows: block.table.rows.slice(0, 4) } } : block,
      ),
    })),
  };
  written = (await toDocx(document, { images })).bytes ?? new Uint8Array();
}, 180_000);

/** The document with other data: texts of runs by their tags, and cells of its first table. */
function changed(figures: Record<string, string>, table: (table: Table) => Table = (one) => one): Document {
  let isFirst = true;
  return {
    ...document,
    parts: document.parts.map((part) => ({
      ...part,
      blocks: part.blocks.map((block) => {
        if (block.type === "paragraph")
          return {
            ...block,
            runs: block.runs.map((run) =>
              run.type === "figure" ? { ...run, text: figures[run.tag] ?? run.text } : run,
            ),
          };
        if (block.type !== "table" || !isFirst) return block;
        isFirst = false;
        return { ...block, table: table(block.table) };
      }),
    })),
  };
}

const withCell = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row, index) =>
    index === 0 ? { ...row, cells: [{ text: "Нет", color: "red", letter: "Н" }, ...row.cells.slice(1)] } : row,
  ),
});

test("nothing new leaves the very bytes", async () => {
  const result = await refreshDocx(written, document, { images });
  expect(result).toEqual({
    bytes: written,
    changed: [],
    kept: [],
    unchanged: 12,
    missing: [],
    unknown: [],
    problems: [],
  });
});

test("an author's edits survive, and what the data change is renewed and told", async () => {
  const own = edited(written, (xml) => {
    const scored = control(xml, "scored");
    const look = xml.createElementNS(scored.namespaceURI, "w:rPr");
    look.appendChild(xml.createElementNS(scored.namespaceURI, "w:b"));
    const run = elements(scored, "r")[0];
    run?.insertBefore(look, run.firstChild);
    run?.setAttribute("w:rsidR", "00C0FFEE");
    const sentence = scored.parentNode;
    sentence?.parentNode?.insertBefore(paragraphOf(xml, "Мнение эксперта."), sentence);
    sentence?.appendChild(elements(paragraphOf(xml, " Дополнено автором."), "r")[0] as never);
    const absent = control(xml, "absent");
    absent.parentNode?.removeChild(absent);
  });
  const data = changed({ scored: "27", "summary-scored": "27" }, withCell);
  const result = await refreshDocx(own, data, { images });
  expect(result.changed).toEqual([
    {
      tag: "table:amur-2022-service-organisation",
      at: "г. Благовещенск · Положение о деятельности муниципальной методической службы",
      before: "Да",
      after: "Н\u00a0·\u00a0Нет",
    },
    { tag: "scored", before: "28", after: "27" },
    { tag: "summary-scored", before: "28", after: "27" },
  ]);
  expect([result.unchanged, result.missing, result.unknown]).toEqual([8, ["absent"], []]);
  const text = partOf(result.bytes);
  expect(text).toContain("Мнение эксперта.");
  expect(text).toContain(" Дополнено автором.");
  expect(text).toMatch(/<w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">27<\/w:t><\/w:r>/);
  expect(text).toContain('w:fill="D55E00"');
  expect(await schemaErrors(result.bytes ?? new Uint8Array())).toEqual([]);
  expect((await refreshDocx(result.bytes ?? new Uint8Array(), data, { images })).changed).toEqual([]);
});

test("what is not ours stays byte for byte", async () => {
  const { bytes } = await refreshDocx(written, changed({ scored: "27" }), { images });
  const before = unzipSync(written);
  const after = unzipSync(bytes ?? new Uint8Array());
  const others = (parts: typeof before) => Object.entries(parts).filter(([path]) => path !== "word/document.xml");
  expect(others(after)).toEqual(others(before));
  const place = /(<w:tag w:val="metodika:scored"\/>.*?<w:t xml:space="preserve">)28(?=<)/s;
  expect(partOf(bytes)).toBe(partOf(written).replace(place, (_, start: string) => `${start}27`));
});

test("a figure that is divided into runs is one figure", async () => {
  const own = withPart(written, "word/document.xml", (xml) =>
    xml.replace(
      /(metodika:scored"\/>.*?)<w:r><w:t xml:space="preserve">28<\/w:t><\/w:r>/s,
      '$1<w:r w:rsidR="1"><w:rPr><w:i/></w:rPr><w:t>2</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>8</w:t></w:r>',
    ),
  );
  expect((await refreshDocx(own, document, { images })).changed).toEqual([]);
  const { bytes } = await refreshDocx(own, changed({ scored: "27" }), { images });
  expect(partOf(bytes)).toMatch(
    /<w:i\/><\/w:rPr><w:t xml:space="preserve">27<\/w:t><\/w:r><w:proofErr w:type="spellStart"\/>/,
  );
});

test("tags that a program forgets are found by their bookmarks", async () => {
  const own = withPart(written, "word/document.xml", (xml) => xml.replace(/<w:tag w:val="metodika:[^"]*"\/>/g, ""));
  const same = await refreshDocx(own, document, { images });
  expect([same.changed, same.unchanged, same.missing]).toEqual([[], 12, []]);
  const result = await refreshDocx(own, changed({ scored: "27" }, withCell), { images });
  expect(result.changed.map(({ tag }) => tag)).toEqual(["table:amur-2022-service-organisation", "scored"]);
});

test("other rows make a table anew; notes follow", async () => {
  const data = changed({}, (table) => ({
    ...table,
    rows: table.rows.slice(1),
    notes: [{ mark: "1", text: "Новое." }],
  }));
  const result = await refreshDocx(written, data, { images });
  expect(result.changed.map(({ tag, at }) => [tag, at])).toEqual([
    ["table:amur-2022-service-organisation", undefined],
    ["table:amur-2022-service-organisation", "примечания и источник"],
  ]);
  expect(partOf(result.bytes)).toContain("Новое.");
  expect(await schemaErrors(result.bytes ?? new Uint8Array())).toEqual([]);
  expect((await refreshDocx(result.bytes ?? new Uint8Array(), data, { images })).changed).toEqual([]);
});

test("a list of the data is written anew; words around the same figures are the author's, and it is told", async () => {
  const data: Document = {
    ...document,
    parts: document.parts.map((part) => ({
      ...part,
      blocks: part.blocks.map((block) => {
        if (block.type === "list" && block.tag === "absent")
          return {
            ...block,
            items: ["Луговой", "Заречный"].map((text) => ({ runs: [{ type: "text" as const, text }] })),
          };
        if (block.type === "paragraph" && block.tag === "summary")
          return { ...block, runs: [{ type: "text" as const, text: "Итого: " }, ...block.runs.slice(1)] };
        return block;
      }),
    })),
  };
  const result = await refreshDocx(written, data, { images });
  expect(result.changed).toEqual([{ tag: "absent", before: "пгт Прогресс\nprogress", after: "Луговой\nЗаречный" }]);
  expect(result.kept).toEqual([
    {
      tag: "summary",
      before: "Оценено территорий: 28 / 29 (рисунок\u00a01).",
      after: "Итого: 28 / 29 (рисунок\u00a01).",
    },
  ]);
  expect(await schemaErrors(result.bytes ?? new Uint8Array())).toEqual([]);
  expect((await refreshDocx(result.bytes ?? new Uint8Array(), data, { images })).unchanged).toBe(11);
  expect(partOf(result.bytes)).toContain("Оценено территорий: ");
});

test("a chart gets its new picture and its new words in the size that it has", async () => {
  const result = await refreshDocx(written, document, { images: barPicture([1, 2, 3, 4]) });
  expect(result.changed).toEqual([
    { tag: "chart:shares", before: "Оценено территорий: 28", after: "Оценено территорий: 28" },
  ]);
  const media = (bytes: Uint8Array | undefined) => unzipSync(bytes ?? new Uint8Array())["word/media/chart1.png"];
  expect(media(result.bytes)).toEqual(barPicture([1, 2, 3, 4]).get("shares")?.png);
  expect(media(result.bytes)).not.toEqual(media(written));
});

test("places that only one side has are told", async () => {
  const fewer: Document = { ...document, parts: document.parts.filter(({ id }) => id !== "conclusions") };
  const result = await refreshDocx(written, fewer, { images });
  expect(result.unknown).toEqual(["summary", "summary-scored", "summary-all"]);
  const short = (await toDocx(fewer, { images })).bytes ?? new Uint8Array();
  expect((await refreshDocx(short, document, { images })).missing).toEqual([
    "summary",
    "summary-scored",
    "summary-all",
  ]);
});

test("a report of another round is refused", async () => {
  const other: Document = {
    ...document,
    id: "primorye-2022-report",
    parts: document.parts.map((part) => ({
      ...part,
      blocks: part.blocks.map((block) =>
        block.type === "table"
          ? { ...block, table: { ...block.table, id: block.table.id.replace("amur", "primorye") } }
          : block,
      ),
    })),
  };
  const { bytes, problems } = await refreshDocx(written, other, { images });
  expect([bytes, problems[0]?.code]).toEqual([undefined, "refresh/other-document"]);
});

test("a file that is not ours, or damaged, gives a reason and nothing else", async () => {
  const foreign = withPart(written, "word/document.xml", (xml) =>
    xml.replace(/<w:body>.*<\/w:body>/s, "<w:body><w:p/></w:body>"),
  );
  const codes = async (bytes: Uint8Array) => {
    const result = await refreshDocx(bytes, document, { images, file: "own.docx" });
    return [result.bytes, result.problems.map(({ code, file }) => `${code} ${file}`)];
  };
  expect(await codes(foreign)).toEqual([undefined, ["refresh/no-places own.docx"]]);
  expect(await codes(written.subarray(0, 5000))).toEqual([undefined, ["docx/damaged own.docx"]]);
});

test("a file with what the public edition does not have is not made a public report", async () => {
  const tables = document.parts.flatMap(({ blocks }) => blocks.filter(({ type }) => type === "table"));
  const without = (block: (typeof tables)[number]) => block !== tables.at(-1);
  const parts = document.parts.map((part) => ({ ...part, blocks: part.blocks.filter(without) }));
  const shorter: Document = { ...document, edition: "public", parts };
  const { bytes, problems } = await refreshDocx(written, shorter, { images });
  expect([bytes, problems.map(({ code }) => code)]).toEqual([undefined, ["refresh/other-edition"]]);
  const whole = await refreshDocx(written, { ...document, edition: "public" }, { images });
  expect(whole.problems).toEqual([]);
});
