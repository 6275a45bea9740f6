import { expect, it } from "vitest";
import { isDataFile } from "./is-data-file.ts";

it("takes CSV, YAML, JSON and Markdown, whatever the case", () => {
  expect(["a.csv", "b/c.YAML", "d.yml", "e.json", "README.md"].every(isDataFile)).toBe(true);
});

it("leaves out other files, hidden ones, and folders that hold no data", () => {
  const others = [
    "a.ts",
    "a",
    ".a.csv",
    ".git/a.csv",
    "node_modules/a/b.json",
    "scripts/c.json",
    "x/scripts/c.json",
    "acsv",
  ];
  expect(others.filter(isDataFile)).toEqual([]);
});
