import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { directories } from "./directories.ts";
import { parsePage } from "./page-source.ts";
import { readPages, renderPageSource, writePages } from "./pages.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
  mkdirSync(join(folder, "pages"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function page(id: string, body = "", more = ""): void {
  writeFileSync(join(folder, "pages", `${id}.md`), `---\ntitle: {ru: ${id}-ru, en: ${id}-en}\n${more}---\n${body}`);
}

test("a page becomes a Russian one at the root and an English one below en", () => {
  page("amur", "::: en\nHello\n:::\n");
  writePages(directories(folder));
  expect(readFileSync(join(folder, "src/amur.md"), "utf8")).toMatch(/^---\ntitle: "amur-ru"\n---\n\n# amur-ru\n/);
  expect(readFileSync(join(folder, "src/en/amur.md"), "utf8")).toContain('const lang = "en";');
  expect(readFileSync(join(folder, "src/en/amur.md"), "utf8")).toContain("Hello");
});

test("pages without a source are removed, unchanged ones are not touched", () => {
  page("one");
  page("two");
  writePages(directories(folder));
  const { mtimeMs } = statSync(join(folder, "src/one.md"));
  rmSync(join(folder, "pages/two.md"));
  writePages(directories(folder));
  expect(existsSync(join(folder, "src/en/two.md"))).toBe(false);
  expect(statSync(join(folder, "src/one.md")).mtimeMs).toBe(mtimeMs);
});

test("links to pages stay in the language; files, code and other addresses are left alone", () => {
  const body = '[a](/amur) [b](/) [c](/amur?x#y) [d](/data/x.csv) <a href="/amur">e</a>\n```js\n"](/amur)"\n```';
  const source = parsePage(`---\ntitle: {ru: x, en: x}\n---\n${body}`, "pages/x.md", "x");
  const english = renderPageSource(source, "en", ["index", "amur"]);
  expect(english).toContain('[a](/en/amur) [b](/en/) [c](/en/amur?x#y) [d](/data/x.csv) <a href="/en/amur">e</a>');
  expect(english).toContain('"](/amur)"');
  expect(renderPageSource(source, "ru", ["index", "amur"])).toContain("[a](/amur) [b](/)");
});

test("pages come in the order of the navigation, and their problems all at once", () => {
  page("b", "", "order: 2\n");
  page("a", "", "order: 3\n");
  page("c");
  expect(readPages(join(folder, "pages")).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  page("a", ":::");
  page("b", ":::");
  expect(() => readPages(join(folder, "pages"))).toThrow(/pages\/a\.md:4.*\n.*pages\/b\.md:4/);
});
