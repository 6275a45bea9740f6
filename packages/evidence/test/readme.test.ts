import { readFileSync } from "node:fs";
import { Claims, Query } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkClaims } from "../src/index.ts";
import { withoutClaims } from "./claims-round.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = ""]) => parse(yaml));
const [file, queries, conditions] = blocks;

/** The claims of the file, then the examples as claims: a query of the README may name a claim of the README. */
const claims = Claims.parse({
  ...file,
  claims: [
    ...file.claims,
    ...[...queries, ...conditions].map((example, index) => ({
      id: `example-${index}`,
      source: "enskaya-2024 page 2",
      statement: { ru: "Пример", en: "An example" },
      // A condition shows how to ask; what is printed is another matter, and it does not take part.
      ...("printed" in example ? {} : { printed: 0 }),
      use: false,
      ...example,
    })),
  ],
});

describe("the README", () => {
  it("has claims that are read and have no problems", () => {
    expect(blocks).toHaveLength(3);
    expect(checkClaims({ ...withoutClaims, claims })).toEqual([]);
  });

  it("has an example of every query", () => {
    const shown = queries.map(({ query }: { query: Query }) => Object.keys(Query.parse(query))[0]);
    const kinds = ["count", "share", "list", "includes", "every", "fact", "count_facts", "list_facts", "sum"];
    const more = ["difference", "ratio", "same", "claim", "number", "date", "addressees"];
    expect(shown).toEqual([...kinds, ...more]);
  });

  it("names what the package exports", () => {
    const exported = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");
    const [functions = ""] = readme.split("\n## ");
    const names = [...functions.matchAll(/^\| `([a-zA-Z]+)` +\|/gm)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(exported).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
