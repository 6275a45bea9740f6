import { LineCounter, parseDocument } from "yaml";
import { type Bilingual, isLanguage, type Language, languages } from "./languages.ts";

/** A page source taken apart: what its front matter says, and its body in each language. */
export interface PageSource {
  id: string;
  title: Bilingual;
  /** Shorter words for the navigation. */
  nav: Bilingual;
  description?: Bilingual;
  order: number;
  body: Bilingual;
}

/** Everything wrong with page sources, one `file:line: message` a line. */
export class PageProblems extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.name = "PageProblems";
    this.problems = problems;
  }
}

const keys = ["title", "nav", "description", "order"];

/**
 * Parses one page source. Lines between `::: ru` and `:::` belong to Russian, between `::: en` and `:::` to
 * English, all others to both. Inside fenced code the marks mean nothing.
 */
export function parsePage(source: string, file: string, id: string): PageSource {
  const problems: string[] = [];
  const problem = (line: number, message: string) => problems.push(`${file}:${line}: ${message}`);

  const lines = source.split(/\r?\n/);
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  if (end < 0) throw new PageProblems([`${file}:1: no front matter; start the page with --- and title: {ru, en}`]);

  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, end).join("\n"), { lineCounter: counter });
  for (const error of document.errors) problem((error.linePos?.[0].line ?? 1) + 1, error.message.split("\n")[0]!);
  const parsed: unknown = document.errors.length ? {} : document.toJS();
  const data = (typeof parsed === "object" && parsed !== null ? parsed : {}) as Record<string, unknown>;

  for (const key of Object.keys(data)) {
    if (!keys.includes(key)) problem(1, `unknown key "${key}" in the front matter; known: ${keys.join(", ")}`);
  }
  const bilingual = (key: string): Bilingual | undefined => {
    const value = data[key] as Partial<Record<Language, unknown>> | null | undefined;
    if (value === undefined) return undefined;
    for (const language of languages) {
      const text = value?.[language];
      if (typeof text === "string" && text.trim() !== "") continue;
      problem(1, `${key} has no "${language}"; write ${key}: {${languages.join(", ")}}`);
      return undefined;
    }
    return value as Bilingual;
  };
  const title = bilingual("title");
  if (!("title" in data) && !document.errors.length) problem(1, "no title; write title: {ru, en}");
  const order = data.order ?? Number.POSITIVE_INFINITY;
  if (typeof order !== "number") problem(1, `order must be a number, not ${JSON.stringify(order)}`);

  const body = splitLanguages(lines.slice(end + 1), end + 2, problem);
  const nav = bilingual("nav") ?? title;
  const description = bilingual("description");
  if (problems.length || !title || !nav) throw new PageProblems(problems);
  return { id, title, nav, ...(description && { description }), order: order as number, body };
}

function splitLanguages(lines: string[], first: number, problem: (line: number, message: string) => void): Bilingual {
  const body: Record<Language, string[]> = { ru: [], en: [] };
  let block: { language: Language | undefined; line: number } | undefined;
  let fence: { mark: string; line: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const number = first + index;
    const [, mark, info] = /^\s{0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence) {
      if (mark?.startsWith(fence.mark) && info?.trim() === "") fence = undefined;
    } else if (mark) {
      fence = { mark, line: number };
    } else if (line.startsWith(":::")) {
      const word = line.slice(3).trim();
      if (word === "") {
        if (!block) problem(number, `":::" closes no block`);
        block = undefined;
      } else if (block) {
        problem(number, `"::: ${word}" inside the block opened in line ${block.line}; close it with ":::" first`);
        block = { language: isLanguage(word) ? word : undefined, line: number };
      } else {
        if (!isLanguage(word)) problem(number, `unknown block "::: ${word}"; known: ${languages.join(", ")}`);
        block = { language: isLanguage(word) ? word : undefined, line: number };
      }
      for (const language of languages) body[language].push("");
      continue;
    } else if (/^# /.test(line)) {
      problem(number, "a level-1 heading; the title of the front matter is the only one, start with ##");
    }
    for (const language of languages) {
      if (!block || block.language === language) body[language].push(line);
    }
  }
  if (fence) problem(fence.line, `code opened with ${fence.mark} is not closed`);
  if (block) problem(block.line, `block "::: ${block.language ?? "?"}" is not closed; close it with ":::"`);
  return { ru: body.ru.join("\n"), en: body.en.join("\n") };
}
