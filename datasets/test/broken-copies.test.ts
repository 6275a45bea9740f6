import type { Problem } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { changed, files, read, textOf } from "./files.ts";

const observations = "amur/2022/observations.csv";

/** The bytes of a text in the encoding that Excel for Windows writes Russian in. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return letter === "ё" ? 0xb8 : letter === "Ё" ? 0xa8 : code < 0x80 ? code : 0x3f;
  });
}

const exploding = `${"abcdefghij"
  .split("")
  .map((name, index, names) => `${name}: &${name} [${index === 0 ? "lol" : Array(10).fill(`*${names[index - 1]}`)}]`)
  .join("\n")}\n`;

/** Where a text stands in a file, so that the test does not count lines. */
const lineOf = (path: string, text: string) =>
  textOf(path)
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

const encoded = (text: string) => new TextEncoder().encode(text);

/** One fault each: what it does to the files, and the problem that it must become. */
const breaks: readonly [string, (from: typeof files) => typeof files, Partial<Problem>][] = [
  [
    "an unknown municipality",
    (from) => changed(observations, "zeya,regulation", "zeyaa,regulation", from),
    { code: "observation/unknown-municipality", file: observations, line: 56, value: "zeyaa", nearest: "zeya" },
  ],
  [
    "an unknown indicator",
    (from) => changed(observations, "zeya,programme", "zeya,programm", from),
    { code: "observation/unknown-indicator", file: observations, line: 57, value: "programm", nearest: "programme" },
  ],
  [
    "a value off the scale",
    (from) => changed(observations, "zeya,analytics,Да", "zeya,analytics,Может быть", from),
    { code: "observation/not-on-scale", file: observations, line: 59, field: "raw", value: "Может быть" },
  ],
  [
    "a duplicate",
    (from) => changed(observations, "zeya,training-plan", "zeya,targeted-recommendations", from),
    { code: "observation/duplicate", file: observations, line: 61, value: "targeted-recommendations" },
  ],
  [
    "a file in windows-1251",
    (from) => new Map(from).set("primorye/2022/facts.csv", windows1251(textOf("primorye/2022/facts.csv", from))),
    { code: "file/encoding", file: "primorye/2022/facts.csv", line: 2 },
  ],
  [
    "a comment that rests on an unknown statement",
    (from) => changed("amur/2022/comments.yaml", "rests_on: [pages-fullest]", "rests_on: [pages-fulest]", from),
    {
      code: "comment/unknown-claim",
      file: "amur/2022/comments.yaml",
      line: lineOf("amur/2022/comments.yaml", "rests_on: [pages-fullest]"),
      value: "pages-fulest",
      nearest: "pages-fullest",
    },
  ],
  [
    "a missing column",
    (from) => changed("primorye/2022/printed.csv", "evidence", "proof", from),
    { code: "csv/missing-column", file: "primorye/2022/printed.csv", line: 1, field: "evidence" },
  ],
  [
    "a dangling reference",
    (from) => changed("primorye/2022/round.yaml", "indicators: [headcount]", "indicators: [headcounts]", from),
    {
      code: "task/unknown-indicator",
      file: "primorye/2022/round.yaml",
      line: lineOf("primorye/2022/round.yaml", "indicators: [headcount]"),
      value: "headcounts",
      nearest: "headcount",
    },
  ],
  [
    "a duplicate YAML key",
    (from) =>
      changed("primorye/2022/comments.yaml", "  kind: conclusion\n", "  kind: conclusion\n  kind: remark\n", from),
    {
      code: "yaml/duplicate-key",
      file: "primorye/2022/comments.yaml",
      line: lineOf("primorye/2022/comments.yaml", "  kind: conclusion") + 1,
    },
  ],
  [
    "exploding anchors",
    (from) => new Map(from).set("third/methodology.yaml", encoded(exploding)),
    { code: "yaml/too-many-aliases", file: "third/methodology.yaml", line: 1 },
  ],
  [
    "a prototype-polluting key in YAML",
    (from) => changed("amur/2022/round.yaml", "id: amur-2022\n", "id: amur-2022\n__proto__: {polluted: true}\n", from),
    { code: "yaml/forbidden-key", file: "amur/2022/round.yaml", line: 3, value: "__proto__" },
  ],
  [
    "a prototype-polluting column in CSV",
    (from) => changed("authorities.csv", "source,note", "source,__proto__", from),
    { code: "csv/forbidden-key", file: "authorities.csv", line: 1, value: "__proto__" },
  ],
];

describe("a broken copy", () => {
  const broken = breaks.reduce((copy, [, harm]) => harm(copy), files);
  const problems = read(broken).problems;

  it.each(breaks)("with %s tells of it, all at once with the others", (_, __, problem) => {
    expect(problems).toContainEqual(expect.objectContaining({ severity: "error", ...problem }));
    expect(read().problems).not.toContainEqual(expect.objectContaining(problem));
  });

  it.each([
    ["topic: structure-staff", "topic: structure-staf", "unknown-topic", "structure-staff"],
    ["total: {fact: structures,", "total: {fact: structure,", "unknown-fact", "structures"],
    ["rests_on: [structure-staff,", "rests_on: [structure-stuff,", "unknown-claim", "structure-staff"],
  ])("with %s misspelled tells of the facts that cannot be told", (right, wrong, code, nearest) => {
    const file = "amur/2022/round.yaml";
    const found = read(changed(file, right, wrong)).problems;
    expect(found).toContainEqual(
      expect.objectContaining({
        severity: "error",
        code: `fact-section/${code}`,
        file,
        line: lineOf(file, right),
        nearest,
      }),
    );
  });

  it("pollutes nothing", () => {
    expect("polluted" in {}).toBe(false);
  });
});
