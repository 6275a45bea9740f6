import { describe, expect, test } from "vitest";
import { PageProblems, parsePage } from "./page-source.ts";

const front = "---\ntitle: {ru: Обзор, en: Overview}\n---\n";

function problems(source: string): string[] {
  try {
    parsePage(source, "pages/x.md", "x");
    return [];
  } catch (error) {
    if (error instanceof PageProblems) return error.problems;
    throw error;
  }
}

describe("a page source", () => {
  test("keeps lines of no block in both languages, and the lines of a block in its own", () => {
    const { body } = parsePage(`${front}both\n::: ru\nпо-русски\n:::\n::: en\nin English\n:::\nend`, "pages/x.md", "x");
    expect(body.ru).toBe("both\n\nпо-русски\n\n\n\nend");
    expect(body.en).toBe("both\n\n\n\nin English\n\nend");
  });

  test("leaves ::: inside code alone", () => {
    const code = "```js\nconst s = `\n::: ru\n`;\n```";
    expect(parsePage(front + code, "pages/x.md", "x").body.ru).toBe(code);
  });

  test("takes the title for the navigation unless nav is given, and its place from order", () => {
    expect(parsePage(front, "pages/x.md", "x")).toMatchObject({
      nav: { ru: "Обзор" },
      order: Number.POSITIVE_INFINITY,
    });
    const source = "---\ntitle: {ru: Долгое, en: Long}\nnav: {ru: До, en: Lo}\norder: 2\n---\n";
    expect(parsePage(source, "pages/x.md", "x")).toMatchObject({ nav: { ru: "До", en: "Lo" }, order: 2 });
  });
});

describe("a problem names file and line:", () => {
  test.each([
    ["an unclosed block", `${front}a\n::: ru\nb`, 'pages/x.md:5: block "::: ru" is not closed; close it with ":::"'],
    ["an unknown block", `${front}::: de\n:::`, 'pages/x.md:4: unknown block "::: de"; known: ru, en'],
    ["a stray end", `${front}\n:::`, 'pages/x.md:5: ":::" closes no block'],
    ["unclosed code", `${front}\`\`\`js\n1`, "pages/x.md:4: code opened with ``` is not closed"],
    ["no front matter", "# x", "pages/x.md:1: no front matter; start the page with --- and title: {ru, en}"],
    ["a title in one language", "---\ntitle: {ru: x}\n---", 'pages/x.md:1: title has no "en"; write title: {ru, en}'],
    ["no title", "---\norder: 1\n---", "pages/x.md:1: no title; write title: {ru, en}"],
    [
      "an unknown key",
      "---\ntitle: {ru: x, en: x}\ntitel: x\n---",
      'pages/x.md:1: unknown key "titel" in the front matter; known: title, nav, description, order',
    ],
    [
      "a second level-1 heading",
      `${front}# x`,
      "pages/x.md:4: a level-1 heading; the title of the front matter is the only one, start with ##",
    ],
  ])("%s", (_, source, problem) => {
    expect(problems(source)).toEqual([problem]);
  });

  test("front matter that is not YAML", () => {
    expect(problems("---\ntitle: {ru: x\n---\n")[0]).toMatch(/^pages\/x\.md:\d: /);
  });

  test("a block inside a block", () => {
    expect(problems(`${front}::: ru\n::: en\n:::`)).toEqual([
      'pages/x.md:5: "::: en" inside the block opened in line 4; close it with ":::" first',
    ]);
  });

  test("all of them at once", () => {
    expect(problems(`${front}:::\n::: de\n:::\n::: ru`)).toHaveLength(3);
  });
});
