import { createHash } from "node:crypto";
import { fold } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { changed, files, textOf } from "./files.ts";

const digestOf = (word: string) => createHash("sha256").update(fold(word), "utf8").digest("hex");

/** The surnames on the approval sheets of the two reports: only their digests are in the project. */
const surnames: ReadonlySet<string> = new Set([
  "0a1ed362bf7dabc4d2e7fe6201ec98a5a70060fe9fc72a8325bf7e5a274c4c04",
  "51b17b1327cc00dabae8cbf9b8ce95b56c1d3b09d249fd444b2fa70b0c60d09e",
  "efdc615a678ab1ac019e7e321d20c6b7e2d4bb9bf32e2c946c7e44eec640661a",
  "f26ce65aaf819c968cf4276a8513d072da06097cc42bf2a473a44616f0470907",
]);

/** The files and lines where a word has one of the digests. */
function named(from = files, digests = surnames): string[] {
  const found: string[] = [];
  const seen = new Map<string, boolean>();
  const isNamed = (word: string) => {
    const known = seen.get(word) ?? digests.has(digestOf(word));
    seen.set(word, known);
    return known;
  };
  for (const [path, bytes] of from)
    new TextDecoder()
      .decode(bytes)
      .split("\n")
      .forEach((line, index) => {
        if ((line.match(/[\p{L}-]+/gu) ?? []).some(isNamed)) found.push(`${path}:${index + 1}`);
      });
  return found;
}

describe("the datasets", () => {
  it("name no person of the approval sheets", () => {
    expect(surnames.size).toBe(4);
    expect(named()).toEqual([]);
  });

  it("would be caught with an invented name", () => {
    const line = textOf("amur/2022/round.yaml").split("ru: Заведующий")[0]?.split("\n").length;
    const copy = changed("amur/2022/round.yaml", "ru: Заведующий", "ru: А. Б. Выдумкина-Ёлкина, заведующий");
    expect(named(copy, new Set([...surnames, digestOf("выдумкина-елкина")]))).toEqual([`amur/2022/round.yaml:${line}`]);
  });
});
