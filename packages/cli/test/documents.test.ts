import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metodika, withBroken } from "./run.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "metodika-documents-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const path = (name: string) => join(folder, name);

const textOf = async (file: string) => {
  const xml = strFromU8(unzipSync(new Uint8Array(await readFile(file)))["word/document.xml"] ?? new Uint8Array());
  return { xml, words: xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "") };
};

/** Changes the main text of a Word file, as a word processor would save it. */
async function edit(from: string, to: string, change: (xml: string) => string): Promise<void> {
  const files = unzipSync(new Uint8Array(await readFile(from)));
  const main = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  const changed = change(main);
  expect(changed).not.toBe(main);
  await writeFile(to, zipSync({ ...files, "word/document.xml": strToU8(changed) }));
}

describe("report", () => {
  it("writes a Word file with the figures of the cells, the same bytes twice", async () => {
    const first = await metodika("report", "amur-2022", "--out", path("amur.docx"));
    expect([first.code, first.out]).toEqual([0, ""]);
    await metodika("report", "amur-2022", "--out", path("again.docx"));
    expect(await readFile(path("again.docx"))).toEqual(await readFile(path("amur.docx")));
    const { words } = await textOf(path("amur.docx"));
    expect(words).toContain("Зейский район");
    // 22 cells of "regulation" say yes; 22 of 29 is 75.9 %.
    expect(words.replace(/\u00a0/g, " ")).toContain("22 муниципалитета из 29 (75,9 %)");
  });

  it("in the public edition has no experts' remarks and no check of the text", async () => {
    expect((await metodika("report", "amur-2022", "--edition", "public", "--out", path("public.docx"))).code).toBe(0);
    const { words } = await textOf(path("public.docx"));
    const working = (await textOf(path("amur.docx"))).words;
    expect(working).toContain("Замечания экспертов");
    expect(words).not.toContain("Замечания экспертов");
    expect(words.length).toBeLessThan(working.length);
  });

  it("renews an edited file: figures come from the data, the author's words and looks stay", async () => {
    const mine = "Добавлено автором и остаётся на месте.";
    const own = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${mine}</w:t></w:r></w:p>`;
    await edit(path("amur.docx"), path("edited.docx"), (xml) =>
      xml
        .replace(/<w:body>/, `<w:body>${own}`)
        .replace(/22\u00a0муниципалитета из\u00a029/, "77\u00a0муниципалитетов из\u00a029"),
    );
    const before = await textOf(path("edited.docx"));
    expect(before.words).toContain("77\u00a0муниципалитетов из\u00a029");
    const renewed = await metodika("report", "amur-2022", "--refresh", path("edited.docx"), "--out", path("new.docx"));
    expect(renewed.code).toBe(0);
    expect(renewed.err).toMatch(/обновлено мест — 1,/);
    expect(renewed.err).toContain("77\u00a0муниципалитетов");
    const after = await textOf(path("new.docx"));
    expect(after.xml).toContain(own);
    expect(after.words).not.toContain("77\u00a0муниципалитетов из\u00a029");
    expect(await textOf(path("edited.docx"))).toEqual(before);
  });

  it("refuses a template with an unknown placeholder, names it with the nearest, and leaves the earlier file", async () => {
    expect((await metodika("report", "--save-template", path("template.docx"))).code).toBe(0);
    await edit(path("template.docx"), path("wrong.docx"), (xml) => xml.replace("{{report}}", "{{raport}}"));
    await writeFile(path("earlier.docx"), "earlier");
    const refused = await metodika(
      ...["report", "amur-2022", "--lang", "en", "--template", path("wrong.docx"), "--out", path("earlier.docx")],
    );
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("raport");
    expect(refused.err).toContain("report");
    expect(await readFile(path("earlier.docx"), "utf8")).toBe("earlier");
    const damaged = await metodika("report", "amur-2022", "--template", path("earlier.docx"), "--out", path("x.docx"));
    expect(damaged.code).toBe(1);
    expect(await readdir(folder)).not.toContain("x.docx");
  });

  it("refuses a round with errors, an edition that has no report, and words that do not go together", async () => {
    const breakIt = (text: string) => text.replace("regulation,Да", "regulation,Может быть");
    await withBroken("amur/2022/observations.csv", breakIt, async (broken) => {
      const { code, err } = await metodika("report", "amur-2022", "--datasets", broken, "--out", path("x.docx"));
      expect(code).toBe(1);
      expect(err).toContain("observation/not-on-scale");
    });
    expect((await metodika("report", "amur-2022")).code).toBe(2);
    expect((await metodika("report", "--out", path("x.docx"))).code).toBe(2);
    const letters = await metodika("report", "amur-2022", "--edition", "municipality", "--out", path("x.docx"));
    expect([letters.code, letters.err.includes("letters")]).toEqual([2, true]);
    expect(await readdir(folder)).not.toContain("x.docx");
  });
});

describe("letters", () => {
  it("writes one for every municipality; none names a peer", async () => {
    const { code, err } = await metodika("letters", "amur-2022", "--out", path("letters"));
    expect(code).toBe(0);
    expect(err).toContain("letter/authority-name-unknown");
    const names = await readdir(path("letters"));
    expect(names).toHaveLength(29);
    const { words } = await textOf(path("letters/amur-2022-letter-zeya.docx"));
    expect(words).toContain("Отделу образования администрации г.");
    expect(words).not.toContain("Тындинск");
    expect(words).not.toContain("Магдагачинск");
  });

  it("writes one alone by name, and leaves a folder of somebody else as it is", async () => {
    expect((await metodika("letters", "amur-2022", "--municipality", "г. Зея", "--out", path("one"))).code).toBe(0);
    expect(await readdir(path("one"))).toEqual(["amur-2022-letter-zeya.docx"]);
    await writeFile(path("one/notes.txt"), "mine");
    expect((await metodika("letters", "amur-2022", "--out", path("one"))).code).toBe(1);
    expect((await readdir(path("one"))).sort()).toEqual(["amur-2022-letter-zeya.docx", "notes.txt"]);
  });
});
