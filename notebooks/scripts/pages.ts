import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Directories } from "./directories.ts";
import { type Language, languageFolder, languages, pageAddress } from "./languages.ts";
import { PageProblems, type PageSource, parsePage } from "./page-source.ts";

/** Every page source of a folder, in the order of the navigation; all problems of all pages at once. */
export function readPages(directory: string): PageSource[] {
  const problems: string[] = [];
  const pages: PageSource[] = [];
  for (const path of markdownFiles(directory)) {
    try {
      pages.push(parsePage(readFileSync(join(directory, path), "utf8"), `pages/${path}`, path.slice(0, -3)));
    } catch (error) {
      if (!(error instanceof PageProblems)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length) throw new PageProblems(problems);
  return pages.sort((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order - b.order));
}

/** The Framework page of one language. Its cells can use `lang`; its links to other pages stay in the language. */
export function renderPageSource(page: PageSource, language: Language, ids: string[]): string {
  return [
    "---",
    `title: ${JSON.stringify(page.title[language])}`,
    "---",
    "",
    `# ${page.title[language]}`,
    "",
    "```js",
    `const lang = ${JSON.stringify(language)};`,
    "```",
    "",
    localizeLinks(page.body[language], language, ids),
  ].join("\n");
}

/** Writes `src/<page>.md` and `src/en/<page>.md` for every page; removes pages whose source is gone. */
export function writePages({ pages: source, src }: Pick<Directories, "pages" | "src">): PageSource[] {
  const pages = readPages(source);
  const ids = pages.map((page) => page.id);
  const written = new Set<string>();
  for (const page of pages) {
    for (const language of languages) {
      const path = `${languageFolder(language)}${page.id}.md`;
      written.add(path);
      writeIfChanged(join(src, path), renderPageSource(page, language, ids));
    }
  }
  for (const path of markdownFiles(src)) if (!written.has(path)) rmSync(join(src, path));
  return pages;
}

function localizeLinks(body: string, language: Language, ids: string[]): string {
  const known = new Map(ids.map((id) => [pageAddress(languages[0], id), pageAddress(language, id)]));
  let fenced = false;
  return body
    .split("\n")
    .map((line) => {
      if (/^\s{0,3}(```|~~~)/.test(line)) fenced = !fenced;
      if (fenced) return line;
      return line.replace(/(\]\(|\bhref=")(\/[^\s)"#?]*)/g, (_, before: string, path: string) => {
        return before + (known.get(path) ?? path);
      });
    })
    .join("\n");
}

function markdownFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith("."))
    .sort();
}

function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
