import type { Document, Run, Table } from "@metodika/presentation";
import { DOMParser } from "@xmldom/xmldom";
import { beforeAll, describe, expect, test } from "vitest";
import { barPicture, realRound, sampleDocument } from "../../test/sample-document.ts";
import { tableOf } from "../../test/table.ts";
import { control, elements, partOf, schemaErrors, withPart } from "../../test/word-file.ts";
import { refreshDocx } from "./refresh/refresh-docx.ts";
import { toDocx } from "./to-docx.ts";

const images = barPicture([22, 7, 15, 30]);
const text = (value: string): Run => ({ type: "text", text: value });

/** A document of one part with the blocks given. */
function small(...blocks: Document["parts"][number]["blocks"]): Document {
  return {
    id: "ensk",
    kind: "report",
    title: "Энская область",
    lang: "ru",
    edition: "working",
    fields: { region: "Энская область" },
    parts: [{ id: "results", blocks }],
  };
}

const parse = (bytes: Uint8Array | undefined) => new DOMParser().parseFromString(partOf(bytes), "application/xml");

describe("a report on a real round", () => {
  let document: Document;
  let bytes: Uint8Array;

  beforeAll(async () => {
    document = sampleDocument(await realRound("amur-2022"), "ru");
    const made = await toDocx(document, { images, time: "2026-03-01T09:00:00Z" });
    expect(made.problems).toEqual([]);
    bytes = made.bytes ?? new Uint8Array();
  }, 180_000);

  test("is valid by the schemas of Open XML, and a broken one is not", async () => {
    expect(await schemaErrors(bytes)).toEqual([]);
    const tiny = (await toDocx(small({ type: "paragraph", runs: [text("а")] }), { images })).bytes ?? new Uint8Array();
    expect(await schemaErrors(tiny)).toEqual([]);
    const misplaced = withPart(tiny, "word/document.xml", (xml) => xml.replace("<w:body>", "<w:body><w:tr/>"));
    expect((await schemaErrors(misplaced)).join()).toContain("/word/document.xml");
    const unordered = withPart(tiny, "word/styles.xml", (xml) => xml.replace(/(<w:b\/>)(<w:bCs\/>)/, "$2$1"));
    expect((await schemaErrors(unordered)).join()).toContain("/word/styles.xml");
  });

  test("has the same bytes on a second run", async () => {
    const again = await toDocx(document, { images, time: "2026-03-01T09:00:00Z" });
    expect(again.bytes).toEqual(bytes);
  });

  test("names itself and no person, and is in Russian", () => {
    const core = partOf(bytes, "docProps/core.xml");
    expect(core).toContain(`<dc:title>${document.title}</dc:title>`);
    expect(core).toContain(">2026-03-01T09:00:00Z</dcterms:created>");
    expect(core).not.toMatch(/creator|lastModifiedBy/);
    expect(partOf(bytes, "word/styles.xml")).toContain('<w:lang w:val="ru-RU"');
  });

  test("repeats heading rows, divides no row, and describes tables and pictures", () => {
    const xml = parse(bytes);
    const tables = elements(xml, "tbl").filter((table) => elements(table, "tblCaption").length > 0);
    expect(tables).toHaveLength(5);
    for (const table of tables) {
      const rows = elements(table, "tr");
      expect(elements(rows[0] ?? xml, "tblHeader")).toHaveLength(1);
      expect(elements(table, "cantSplit")).toHaveLength(rows.length);
      expect(elements(table, "tblCaption")[0]?.getAttribute("w:val")).not.toBe("");
    }
    expect(partOf(bytes)).toContain('descr="Оценено территорий: 28"');
  });

  test("numbers captions by fields, refers to them by fields, and fills the contents", () => {
    const xml = partOf(bytes);
    expect(xml.match(/ SEQ Таблица /g)).toHaveLength(5);
    const names = new Set([...xml.matchAll(/bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map((match) => match[1]));
    const referred = [...xml.matchAll(/ REF (\S+) \\h /g)].map((match) => match[1]);
    expect(referred.length).toBeGreaterThan(5);
    for (const name of referred) expect(names).toContain(name);
    // No numbers of pages that nobody has counted, and no dots that lead to none.
    const entries = [...xml.matchAll(/<w:hyperlink w:anchor="(_Toc\d+)" w:history="1">(.*?)<\/w:hyperlink>/g)];
    expect(entries).toHaveLength(7);
    for (const [, name, content] of entries) {
      expect(names).toContain(name);
      expect(content).not.toMatch(/w:tab|fldChar/);
    }
    expect(partOf(bytes, "word/settings.xml")).toContain("updateFields");
  });

  test("a chapter begins a page, a section of a chapter and the year below the title do not", async () => {
    const [, part] = document.parts;
    const blocks = (level: 1 | 2) => [{ type: "heading" as const, level, text: `Уровень ${level}` }];
    const imprint = {
      type: "paragraph" as const,
      style: "imprint" as const,
      runs: [{ type: "text" as const, text: "2022" }],
    };
    const parts = [
      { id: "title", blocks: [imprint] },
      { ...part, id: "chapter", newPage: true as const, blocks: blocks(1) },
      { ...part, id: "section", newPage: true as const, blocks: blocks(2) },
    ];
    const xml = partOf((await toDocx({ ...document, parts }, { images })).bytes);
    const breaks = [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?pageBreakBefore(?:(?!<w:p>).)*?<w:t[^>]*>([^<]*)/g)];
    expect(breaks.map((match) => match[1])).toEqual(["Уровень 1"]);
    // The frame with the year stands before a paragraph of its own page.
    expect(xml).toMatch(/framePr.*?2022.*?<w:pStyle w:val="MetodikaSectionEnd"\/><\/w:pPr><\/w:p>.*pageBreakBefore/);
  });

  test("a table leaves no row alone with its headings", () => {
    const table = elements(parse(bytes), "tbl").find((one) => elements(one, "tr").length > 20);
    const kept = table ? elements(table, "tr").map((row) => elements(row, "keepNext").length > 0) : [];
    // Two rows of headings, which their style keeps.
    expect(kept.slice(2, 6)).toEqual([true, true, true, false]);
    expect(kept.at(-1)).toBe(false);
  });

  test("turns pages for wide tables and back, and only the first page has no number", () => {
    const sections = elements(parse(bytes), "sectPr");
    const turned = sections.map((one) => elements(one, "pgSz")[0]?.getAttribute("w:orient") === "landscape");
    expect(turned).toEqual([false, true, false, true, false]);
    expect(sections.map((one) => elements(one, "titlePg").length)).toEqual([1, 0, 0, 0, 0]);
    const margins = elements(sections[0] ?? parse(bytes), "pgMar")[0];
    const side = (name: string) => margins?.getAttribute(`w:${name}`);
    expect(["left", "right", "top", "bottom"].map(side)).toEqual(["1701", "567", "1134", "1134"]);
  });

  test("puts what comes from the data into content controls whose tags Word takes", () => {
    const xml = parse(bytes);
    const tags = elements(xml, "tag").map((one) => one.getAttribute("w:val") ?? "");
    expect(tags).toContain("metodika:table:amur-2022-service-organisation");
    expect(tags).toContain("metodika:absent");
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect(tag.length).toBeLessThanOrEqual(64);
    const ids = elements(xml, "sdtPr").map((one) => elements(one, "id")[0]?.getAttribute("w:val"));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("a report with colours, in the other language", async () => {
  const document = sampleDocument(await realRound("primorye-2022"), "en");
  const { bytes } = await toDocx(document, { images });
  const xml = partOf(bytes);
  expect(xml).toContain('w:fill="009E73"');
  expect(xml).toMatch(/>G\u00a0·\u00a0<\/w:t>/);
  expect(xml).toContain("SEQ Table");
  expect(partOf(bytes, "word/styles.xml")).toContain('<w:lang w:val="en-US"');
  expect(partOf(bytes, "docProps/core.xml")).not.toContain("dcterms:created");
});

describe("hostile texts", () => {
  const hostile = '</w:t><w:r>"&\u0000\u202E{{report}} {TOC} http://a.b HYPERLINK "c" =1+1\uFFFF\uD800';
  const table: Table = {
    ...tableOf([[hostile, { text: hostile, letter: hostile, color: "red" }, { text: hostile, marks: [hostile] }]]),
    title: hostile,
    source: hostile,
  };
  const document = {
    ...small(
      { type: "heading", level: 1, text: hostile },
      {
        type: "paragraph",
        tag: "hostile",
        runs: [text(hostile), { type: "figure", tag: hostile.slice(0, 50), text: hostile, note: hostile }],
      },
      { type: "list", ordered: true, items: [{ runs: [text(hostile)] }] },
      { type: "table", table },
      { type: "signatures", title: hostile, rows: [{ role: hostile, person: hostile, date: hostile }] },
      { type: "contents", title: hostile },
    ),
    title: hostile,
  };

  test("are shown as they are and mean nothing", async () => {
    const { bytes, problems } = await toDocx(document, { images });
    expect(problems).toEqual([]);
    expect(await schemaErrors(bytes ?? new Uint8Array())).toEqual([]);
    const xml = parse(bytes);
    const shown = elements(xml, "t").map((one) => one.textContent);
    expect(shown).toContain('</w:t><w:r>"&{{report}} {TOC} http://a.b HYPERLINK "c" =1+1');
    const code = elements(xml, "instrText").map((one) => one.textContent ?? "");
    expect(code.every((one) => /^ (TOC \\o "1-3" \\h \\z \\u|SEQ Таблица \\\* ARABIC) $/.test(one))).toBe(true);
    expect(elements(xml, "hyperlink").every((one) => one.getAttribute("w:anchor")?.startsWith("_Toc"))).toBe(true);
    expect(partOf(bytes, "word/_rels/document.xml.rels")).not.toContain("External");
  });

  test("are found again", async () => {
    const { bytes } = await toDocx(document, { images });
    const again = await refreshDocx(bytes ?? new Uint8Array(), document, { images });
    expect([again.changed, again.missing, again.unknown, again.problems]).toEqual([[], [], [], []]);
  });
});

test("a long tag is cut and stays its own", async () => {
  const tag = (last: string) => `${"показатель-".repeat(5)}${last}`;
  const figure = (last: string): Run => ({ type: "figure", tag: tag(last), text: last });
  const document = small({ type: "paragraph", runs: [figure("один"), figure("два")] });
  const { bytes } = await toDocx(document, { images });
  const tags = elements(parse(bytes), "tag").map((one) => one.getAttribute("w:val") ?? "");
  expect(new Set(tags).size).toBe(2);
  expect(tags.every(({ length }) => length <= 64)).toBe(true);
  expect((await refreshDocx(bytes ?? new Uint8Array(), document, { images })).unchanged).toBe(2);
});

test("a figure stands in its sentence", async () => {
  const { bytes } = await toDocx(
    small({ type: "paragraph", runs: [text("Всего "), { type: "figure", tag: "all", text: "31" }, text(".")] }),
    { images },
  );
  const place = control(parse(bytes), "all");
  expect(place.parentNode?.nodeName).toBe("w:p");
  expect(place.parentNode?.textContent).toContain("Всего 31.");
});

test("a caller's mistakes are told", async () => {
  const chart = { type: "chart", id: "none", title: "", alt: "", spec: {} as never } as const;
  await expect(toDocx(small(chart), { images })).rejects.toThrow('no picture of the chart "none"');
  const twice: Run[] = [
    { type: "figure", tag: "a", text: "1" },
    { type: "figure", tag: "a", text: "2" },
  ];
  await expect(toDocx(small({ type: "paragraph", runs: twice }), { images })).rejects.toThrow('"a" is used twice');
  const lost: Run[] = [{ type: "reference", to: "nowhere" }];
  await expect(toDocx(small({ type: "paragraph", runs: lost }), { images })).rejects.toThrow('"nowhere"');
});
