import type { Lineage } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { matchMunicipalities } from "./match-municipalities.ts";

const ids = (...names: string[]) => names.map((id) => ({ id }));

/** Links such as `"a>b rename"`, one per line of the file. */
function lineage(...links: string[]): Lineage[] {
  return links.map((link, index) => {
    const [, predecessor = "", successor = "", kind = ""] = /^(.+)>(.+) (.+)$/.exec(link) ?? [];
    return {
      predecessor,
      successor,
      kind: kind as Lineage["kind"],
      date: "2024-01-01",
      source: "here",
      line: index + 2,
    };
  });
}

const matched = (before: string[], after: string[], ...links: string[]) =>
  matchMunicipalities(ids(...before), ids(...after), lineage(...links)).matches.map(
    ({ before: from, after: to, kind }) => `${from.join("+")}→${to.join("+")} ${kind}`,
  );

describe("municipalities of two rounds", () => {
  test.each([
    ["the same id continues", matched(["a", "b"], ["b", "a"]), ["b→b same", "a→a same"]],
    ["a new name", matched(["a"], ["b"], "a>b rename"), ["a→b rename"]],
    ["a new status", matched(["a"], ["b"], "a>b status"), ["a→b status"]],
    ["two new names in a row", matched(["a"], ["c"], "a>b rename", "b>c rename"), ["a→c rename"]],
    ["a name and then a status", matched(["a"], ["c"], "a>b rename", "b>c status"), ["a→c status"]],
    ["two that became one", matched(["a", "b"], ["c"], "a>c merger", "b>c merger"), ["a+b→c merger"]],
    ["one taken into another that goes on", matched(["a", "b"], ["a"], "b>a merger"), ["a+b→a merger"]],
    ["one that became two", matched(["a"], ["b", "c"], "a>b split", "a>c split"), ["a→b+c split"]],
    ["one that parted from another", matched(["a"], ["a", "b"], "a>b split"), ["a→a+b split"]],
    [
      "two that became two others",
      matched(["a", "b"], ["c", "d"], "a>c split", "a>d split", "b>d merger"),
      ["a+b→c+d reorganized"],
    ],
    ["who appeared and who is gone", matched(["a"], ["b"]), ["→b appeared", "a→ gone"]],
    ["what happened before both rounds", matched(["a", "b"], ["a", "b"], "a>b split"), ["a→a same", "b→b same"]],
    ["what happens after both rounds", matched(["a"], ["a"], "a>b rename"), ["a→a same"]],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test("tell by which links they were matched", () => {
    const { matches } = matchMunicipalities(ids("a"), ids("c"), lineage("a>b rename", "x>y rename", "b>c status"));
    expect(matches[0]?.links.map(({ line }) => line)).toEqual([2, 4]);
  });

  test("are not matched through a circle, which is a problem with file and line", () => {
    const { matches, problems } = matchMunicipalities(
      ids("a"),
      ids("b"),
      lineage("a>b rename", "b>c rename", "c>a rename"),
    );
    expect(matches).toEqual([]);
    expect(problems).toMatchObject([
      { severity: "error", code: "lineage/cycle", file: "lineage.csv", line: 4, value: "a" },
    ]);
    expect(problems[0]?.message.en).toContain("a → b → c → a");
  });
});
